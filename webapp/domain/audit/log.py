"""The participant's log: what staff did with the record. Lines are only added."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from webapp.domain.audit import model
from webapp.domain.database import change


@dataclass(frozen=True)
class LogLine:
    """One line of "who has opened my page"."""

    name: str
    role: str
    organisation: str
    what: str
    at: datetime


@dataclass(frozen=True)
class StaffCard:
    """A member of staff as the log names them."""

    id: int
    name: str
    role: str
    organisation: str


def note(
    session: Session, *, staff: StaffCard, participant_id: int, what: str, now: datetime
) -> None:
    """Adds one line to the participant's log, in the transaction of what it tells about."""
    change(
        session,
        _NEW_LOG_ENTRY,
        participant_id=participant_id,
        staff_id=staff.id,
        staff_name=staff.name,
        role=staff.role,
        organisation=staff.organisation,
        what=what,
        at=now,
    )


def log(
    session: Session, *, participant_id: int, most: int = 200, skip: int = 0
) -> tuple[LogLine, ...]:
    """Who has opened or changed something on the participant's page, newest first.

    All of it can be read: ``skip`` leaves out that many of the newest.
    """
    entry = model.LogEntry
    found = session.execute(
        select(entry.staff_name, entry.role, entry.organisation, entry.what, entry.at)
        .where(entry.participant_id == participant_id)
        .order_by(entry.at.desc(), entry.id.desc())
        .limit(most)
        .offset(skip)
    )
    return tuple(LogLine(*row) for row in found)


_NEW_LOG_ENTRY = insert(model.LogEntry)
