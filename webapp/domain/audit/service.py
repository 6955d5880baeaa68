"""Writing and reading receipts. What becomes of a repeat stands in ``repeats``."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    bindparam,
    cast,
    exists,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from webapp.domain import codes, database
from webapp.domain.actors import Actor
from webapp.domain.audit import model
from webapp.domain.database import change, rows


@dataclass(frozen=True)
class Receipt:
    """What the person can show: when it was stored, and a code. ``repeated`` marks a replay."""

    code: str
    at: datetime
    kind: str
    object_ref: str
    digest: str
    repeated: bool = False


class Stored(Protocol):
    """What a receipt can be about: ``participant_id`` is None for what is in nobody's record."""

    @property
    def participant_id(self) -> int | None: ...

    @property
    def ref(self) -> str: ...


@dataclass(frozen=True)
class Subject:
    """What a receipt is about when there is no row with a reference of its own."""

    participant_id: int | None
    ref: str


def _scoped(actor: Actor, key: str) -> str:
    # A key comes from a browser, so it counts only together with the one who sent it.
    return f"{actor.kind}:{actor.id}:{key[:80]}"


def find_receipt(session: Session, *, actor: Actor, key: str) -> Receipt | None:
    """The receipt that this actor's key already has, or None when the key is new."""
    row = rows(session, _WITH_KEY, key=_scoped(actor, key)).first()
    return replace(Receipt(*row), repeated=True) if row else None


def one_at_a_time(session: Session, actor: Actor) -> None:
    """Lets one transaction of this actor write at a time; others wait for it to end."""
    database.one_at_a_time(session, f"{actor.kind}:{actor.id}")


def write_receipt(
    session: Session, actor: Actor, about: Stored, kind: str, content: str, key: str, now: datetime
) -> Receipt:
    """Stores a receipt for ``content`` in the running transaction and returns it.

    ``about`` is the row that was written, or a ``Subject`` where no row says both.
    """
    participant_id, ref = about.participant_id, about.ref
    session.flush()  # what the receipt is for
    digest = hashlib.sha256(content.encode()).hexdigest()
    values: dict[str, Any] = {
        "key": _scoped(actor, key),
        "participant_id": participant_id,
        "by": actor.kind,
        "kind": kind,
        "object_ref": ref,
        "digest": digest,
        "at": now,
    }
    # 24 million codes: over the years the same one does come up twice for somebody.
    while not change(session, _NEW_RECEIPT, code=(code := codes.new_receipt_code()), **values):
        pass
    return Receipt(code, now, kind, ref, digest)


def blank_digests(session: Session, *, participant_id: int, about: str) -> None:
    """Takes the digests out of the receipts about something whose content must not be guessed.

    ``about`` is the beginning of their ``object_ref``. Time and code stay with the person.
    """
    receipt = model.Receipt
    session.execute(
        update(receipt)
        .where(
            receipt.participant_id == participant_id,
            or_(
                receipt.object_ref == about,
                receipt.object_ref.startswith(f"{about}:", autoescape=True),
            ),
        )
        .values(digest="")
    )


_COLUMNS = (
    model.Receipt.code,
    model.Receipt.at,
    model.Receipt.kind,
    model.Receipt.object_ref,
    model.Receipt.digest,
)
_WITH_KEY = select(*_COLUMNS).where(model.Receipt.key == bindparam("key"))
_SENT_WITH_CODE = select(*_COLUMNS).where(
    model.Receipt.participant_id == bindparam("participant"),
    model.Receipt.code == bindparam("code"),
    model.Receipt.by == "participant",
)
_GIVEN: dict[str, ColumnElement[Any]] = {
    column.key: bindparam(column.key, type_=column.type)
    for column in model.Receipt.__table__.columns
    if column.key != "id"
}
# PostgreSQL takes a bare NULL in a select for a text.
_GIVEN["participant_id"] = cast(_GIVEN["participant_id"], BigInteger)
_TAKEN = exists().where(
    model.Receipt.participant_id == _GIVEN["participant_id"],
    model.Receipt.code == _GIVEN["code"],
)
_NEW_RECEIPT = insert(model.Receipt).from_select([*_GIVEN], select(*_GIVEN.values()).where(~_TAKEN))


def receipt_with_code(session: Session, *, participant_id: int, code: str) -> Receipt | None:
    """The participant's own receipt with this code, or None. Never one of staff."""
    row = rows(session, _SENT_WITH_CODE, participant=participant_id, code=code).first()
    return Receipt(*row) if row else None


def receipts(
    session: Session, *, participant_id: int, most: int = 100, skip: int = 0
) -> tuple[Receipt, ...]:
    """The participant's own receipts, newest first, at most ``most`` after the first ``skip``."""
    found = session.execute(
        select(*_COLUMNS)
        .where(model.Receipt.participant_id == participant_id, model.Receipt.by == "participant")
        .order_by(model.Receipt.at.desc(), model.Receipt.id.desc())
        .limit(most)
        .offset(skip)
    )
    return tuple(Receipt(*row) for row in found)
