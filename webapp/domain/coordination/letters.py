"""Handover: "what you should know about me", and what goes on to the next coach.

The participant writes, chooses the reader and approves. Nobody else reads it before that, and the
coach whom it is not for never does.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.coordination import handed
from webapp.domain.coordination.handed import LetterView
from webapp.domain.coordination.model import Letter
from webapp.domain.database import rows
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people.model import Assignment
from webapp.domain.sharing.gate import OpenedRecord


@once
def write(
    session: Session, *, actor: Actor, text: str, lang: str, reader: str, key: str, now: datetime
) -> Receipt:
    """New words, for nobody to read until they are approved. Raises ``Invalid``."""
    handed.check_letter(text, reader)
    session.execute(
        update(Letter)
        .where(Letter.participant_id == actor.participant_id, Letter.replaced_at.is_(None))
        .values(replaced_at=now)
    )
    row = Letter(
        ref=codes.new_ref(),
        participant_id=actor.participant_id,
        text=text.strip().replace("\r\n", "\n"),
        lang=lang,
        reader=reader,
        written_at=now,
    )
    session.add(row)
    return write_receipt(session, actor, row, "letter", text, key, now)


@once
def approve(
    session: Session,
    *,
    actor: Actor,
    seen: str,
    parts: tuple[str, ...],
    key: str,
    now: datetime,
) -> Receipt:
    """The participant approves the letter, and for the next coach what goes on with it.

    ``seen`` is the reference of the letter on the page; new words have a new one. Raises
    ``NotFound`` without a letter and ``Invalid`` for words that have changed or a part that does
    not exist.
    """
    row = _own_row(session, actor.participant_id)
    if seen != row.ref:
        raise Invalid("parts", "conflict")
    if not set(parts) <= set(handed.HANDED):
        raise Invalid("parts", "unknown")
    row.parts = ",".join(parts) if row.reader == "next" else ""
    row.approved_at = now
    return write_receipt(session, actor, row, "approval", f"{row.ref}:{row.parts}", key, now)


@once
def withdraw(session: Session, *, actor: Actor, key: str, now: datetime) -> Receipt:
    """The participant takes the approval back: from now on nobody else reads the letter."""
    row = _own_row(session, actor.participant_id)
    row.approved_at = None
    return write_receipt(session, actor, row, "approval_away", row.ref, key, now)


def _own_row(session: Session, participant_id: int) -> Letter:
    row = session.scalar(
        select(Letter)
        .where(Letter.participant_id == participant_id, Letter.replaced_at.is_(None))
        .order_by(Letter.id.desc())
        .limit(1)
        .with_for_update()
    )
    if row is None:
        raise NotFound
    return row


def own_letter(session: Session, *, participant_id: int) -> tuple[LetterView, str] | None:
    """The participant's letter as it stands, draft or not, and its reference."""
    row = rows(session, _OWN, participant=participant_id).first()
    return (_view(row[1:]), row[0]) if row else None


def handed_on(session: Session, record: OpenedRecord) -> LetterView | None:
    """The letter that this coach may read: approved, not taken back, and meant for this coach."""
    since = record.with_coach_since
    row = rows(session, _HANDED_ON, participant=record.participant_id, since=since).first()
    return _view(row) if row else None


def is_approved(session: Session, record: OpenedRecord) -> bool:
    """Whether a letter to the next coach is approved: all that the coach who leaves may know."""
    return rows(session, _APPROVED, participant=record.participant_id).first() is not None


def _view(row: Any) -> LetterView:
    text, lang, reader, parts, *times = row
    return LetterView(text, lang, reader, handed.handed_parts(parts), *times)


_COLUMNS = (
    Letter.text,
    Letter.lang,
    Letter.reader,
    Letter.parts,
    Letter.written_at,
    Letter.approved_at,
    Letter.taken_at,
)
_STANDS = and_(Letter.participant_id == bindparam("participant"), Letter.replaced_at.is_(None))
_OWN: Any = select(Letter.ref, *_COLUMNS).where(_STANDS).order_by(Letter.id.desc()).limit(1)
# The next coach is the first one who came after the approval.
_FIRST_AFTER = (
    select(func.min(Assignment.since))
    .where(
        Assignment.participant_id == Letter.participant_id, Assignment.since > Letter.approved_at
    )
    .correlate(Letter)
    .scalar_subquery()
)
_SINCE = bindparam("since", type_=Assignment.since.type)
_HANDED_ON: Any = select(*_COLUMNS).where(
    _STANDS,
    or_(
        and_(Letter.reader == "next", _FIRST_AFTER == _SINCE),
        and_(Letter.reader == "now", Letter.approved_at > _SINCE),
    ),
)
_APPROVED: Any = select(Letter.id).where(
    _STANDS,
    Letter.approved_at.is_not(None),
    Letter.reader == "next",
    Letter.taken_at.is_(None),
)
