"""The paper for a meeting: one frozen version each time it is made."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once, once_while
from webapp.domain.audit.service import Receipt, Subject, write_receipt
from webapp.domain.brief.model import Paper
from webapp.domain.database import rows
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people.model import Assignment, Participant
from webapp.domain.sharing.gate import OpenedRecord

MOST_PAPERS = 200
LONGEST_CONTENT = 200_000


@dataclass(frozen=True)
class PaperView:
    """One version as it was made. ``content`` is text that never changes."""

    ref: str
    code: str
    made_at: datetime
    made_by: str
    taken_back_at: datetime | None
    content: str
    digest: str

    @property
    def intact(self) -> bool:
        """The content is, to the letter, what was stored when it was made."""
        return fingerprint(self.content) == self.digest


def fingerprint(content: str) -> str:
    """64 hex digits that change when one letter of the content does."""
    return hashlib.sha256(content.encode()).hexdigest()


@once
def make_paper(
    session: Session, *, actor: Actor, participant_id: int, content: str, key: str, now: datetime
) -> Receipt:
    """Stores this very content for good. Raises ``Invalid`` for too many papers, or too long."""
    own = select(func.count()).select_from(Paper).where(Paper.participant_id == participant_id)
    if (session.scalar(own) or 0) >= MOST_PAPERS:
        raise Invalid("paper", "many")
    if len(content) > LONGEST_CONTENT:
        raise Invalid("paper", "long")
    ref = codes.new_ref()
    receipt = write_receipt(
        session, actor, Subject(participant_id, ref), "paper", content, key, now
    )
    paper = Paper(
        ref=ref,
        participant_id=participant_id,
        made_by=actor.kind,
        made_by_id=actor.id,
        content=content,
        digest=fingerprint(content),
        code=receipt.code,
        made_at=now,
    )
    session.add(paper)
    session.flush()
    return receipt


def _away_so(session: Session, sent: Mapping[str, Any]) -> bool:
    own = (Paper.ref == sent["ref"], Paper.participant_id == sent["actor"].participant_id)
    found = session.scalar(select(Paper.id).where(*own, Paper.taken_back_at.is_not(None)))
    return bool((found is not None) == sent["away"])


@once_while(_away_so)
def take_back(
    session: Session, *, actor: Actor, ref: str, away: bool, key: str, now: datetime
) -> Receipt:
    """The participant takes a paper back, so that staff cannot open it, or lets them again.

    Raises ``NotFound``.
    """
    row = session.scalar(
        select(Paper)
        .where(Paper.ref == ref, Paper.participant_id == actor.participant_id)
        .with_for_update()
    )
    if row is None:
        raise NotFound
    if away != (row.taken_back_at is not None):
        row.taken_back_at = now if away else None
    kind = "paper_away" if away else "paper_back"
    return write_receipt(session, actor, row, kind, ref, key, now)


def own_papers(session: Session, *, participant_id: int) -> tuple[PaperView, ...]:
    """Every paper about the participant, newest first: for the participant's own pages only."""
    return tuple(PaperView(*row) for row in rows(session, _OWN, participant=participant_id))


def own_paper(session: Session, *, participant_id: int, ref: str) -> PaperView:
    """One of them. Raises ``NotFound``."""
    found = rows(session, _OWN_ONE, participant=participant_id, ref=ref)
    return _one(found)


def shared_papers(session: Session, record: OpenedRecord) -> tuple[PaperView, ...]:
    """The papers made since this coach began, newest first, but for those taken back."""
    return tuple(PaperView(*row) for row in rows(session, _SHARED, **_of(record)))


def shared_paper(session: Session, record: OpenedRecord, ref: str) -> PaperView:
    """One of them, as it was made. Raises ``NotFound``, also for one that was taken back."""
    return _one(rows(session, _SHARED_ONE, ref=ref, **_of(record)))


def person_of_paper(session: Session, *, staff_id: int, ref: str) -> str:
    """The name in addresses of the person whose paper it is, for staff who work with them now.

    Nothing of the paper is read. Raises ``NotFound``.
    """
    found = rows(session, _PERSON, staff=staff_id, ref=ref).first()
    if found is None:
        raise NotFound
    return str(found[0])


def _one(found: Any) -> PaperView:
    row = found.first()
    if row is None:
        raise NotFound
    return PaperView(*row)


def _of(record: OpenedRecord) -> dict[str, Any]:
    return {"participant": record.participant_id, "since": record.with_coach_since}


_OWN: Final = (
    select(
        Paper.ref,
        Paper.code,
        Paper.made_at,
        Paper.made_by,
        Paper.taken_back_at,
        Paper.content,
        Paper.digest,
    )
    .where(Paper.participant_id == bindparam("participant"))
    .order_by(Paper.id.desc())
)
_OWN_ONE: Final = _OWN.where(Paper.ref == bindparam("ref"))
# What was handed to an earlier coach is not for the next one, unless it is made again.
_SHARED: Final = _OWN.where(
    Paper.taken_back_at.is_(None),
    Paper.made_at >= bindparam("since", type_=Paper.made_at.type),
)
_SHARED_ONE: Final = _SHARED.where(Paper.ref == bindparam("ref"))
_PERSON: Final = (
    select(Participant.ref)
    .join(Paper, Paper.participant_id == Participant.id)
    .join(Assignment, Assignment.participant_id == Participant.id)
    .where(
        Paper.ref == bindparam("ref"),
        Paper.taken_back_at.is_(None),
        Assignment.staff_id == bindparam("staff"),
        Assignment.until.is_(None),
    )
)
