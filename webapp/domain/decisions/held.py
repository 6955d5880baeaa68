"""Reading the meetings that have been, newest first: one statement for a page of the list."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from webapp.domain.database import rows
from webapp.domain.decisions.model import Decision
from webapp.domain.decisions.rules import HeldShort
from webapp.domain.meetings.model import Meeting
from webapp.domain.people.model import Staff
from webapp.domain.sharing.gate import OpenedRecord

PAGE: Final = 10  # what a thumb scrolls through


def own_held(
    session: Session, *, participant_id: int, page: int, now: datetime
) -> tuple[tuple[HeldShort, ...], bool]:
    """The participant's meetings that have begun, on this page (from 1), and whether there are
    more. One that was called off is not among them."""
    return _held(session, participant_id, page, now)


def shared_held(
    session: Session, record: OpenedRecord, *, page: int, now: datetime
) -> tuple[tuple[HeldShort, ...], bool]:
    """The same for staff. Every meeting and decision is for both."""
    return _held(session, record.participant_id, page, now)


def _held(
    session: Session, participant_id: int, page: int, now: datetime
) -> tuple[tuple[HeldShort, ...], bool]:
    given = {"participant": participant_id, "now": now, "skip": (page - 1) * PAGE}
    found = rows(session, _HELD, **given).all()
    return tuple(HeldShort(*row) for row in found[:PAGE]), len(found) > PAGE


def _decided() -> Any:
    return (
        select(func.count())
        .where(Decision.meeting_id == Meeting.id, Decision.removed_at.is_(None))
        .correlate(Meeting)
        .scalar_subquery()
    )


_HELD: Final = (
    select(Meeting.ref, Meeting.starts_at, Staff.name, _decided())
    .join(Staff, Staff.id == Meeting.staff_id)
    .where(
        Meeting.participant_id == bindparam("participant"),
        Meeting.cancelled_at.is_(None),
        Meeting.starts_at <= bindparam("now", type_=Meeting.starts_at.type),
    )
    .order_by(Meeting.starts_at.desc(), Meeting.id.desc())
    .limit(PAGE + 1)
    .offset(bindparam("skip"))
)
