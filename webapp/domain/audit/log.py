"""The participant's log: what staff did with the record. Lines are only added."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from webapp.domain.audit import model
from webapp.domain.audit.chain import Head, Link, digest
from webapp.domain.database import change, one_at_a_time, rows
from webapp.domain.errors import NotFound

MOST_LINES = 2**31 - 1  # what a column of numbers holds; an address may say more


@dataclass(frozen=True)
class LogLine:
    """One line of "who has opened my page"."""

    name: str
    role: str
    organisation: str
    what: str
    at: datetime
    number: int


@dataclass(frozen=True)
class StaffCard:
    """A member of staff as the log names them."""

    id: int
    ref: str
    name: str
    role: str
    organisation: str


@dataclass(frozen=True)
class Whose:
    """Whose log it is: the participant's number and reference."""

    id: int
    ref: str


def hold(session: Session, ref: str) -> None:
    """Lets nobody else add to the log of this participant until the transaction ends.

    Call it before reading the log's end, or two lines would follow the same one.
    """
    one_at_a_time(session, f"log:{ref}")


def end_of_log(session: Session, *, participant_id: int) -> Head:
    """The number and digest of the newest line, after which the next is added."""
    row = rows(session, _END, participant=participant_id).first()
    return Head(*row) if row else Head()


def note(
    session: Session,
    *,
    staff: StaffCard,
    whose: Whose,
    what: str,
    now: datetime,
    after: Head | None = None,
) -> None:
    """Adds one line to the participant's log, in the transaction of what it tells about.

    ``after`` is the end of the log, read after ``hold``; without it, it is held and read here.
    """
    if after is None:
        hold(session, whose.ref)
        after = end_of_log(session, participant_id=whose.id)
    said = (staff.name, staff.role, staff.organisation, what, now)
    number = after.number + 1
    change(
        session,
        _NEW_LOG_ENTRY,
        participant_id=whose.id,
        number=number,
        staff_id=staff.id,
        staff_name=staff.name,
        role=staff.role,
        organisation=staff.organisation,
        what=what,
        at=now,
        digest=digest(after.digest, Link(whose.ref, number, staff.ref, *said)),
    )


def log(
    session: Session, *, participant_id: int, most: int = 200, skip: int = 0
) -> tuple[LogLine, ...]:
    """Who has opened or changed something on the participant's page, newest first.

    All of it can be read: ``skip`` leaves out that many of the newest.
    """
    found = session.execute(
        select(*_COLUMNS)
        .where(model.LogEntry.participant_id == participant_id)
        .order_by(model.LogEntry.number.desc())
        .limit(most)
        .offset(skip)
    )
    return tuple(LogLine(*row) for row in found)


def line(session: Session, *, participant_id: int, number: int) -> LogLine:
    """One line of the participant's log. Raises ``NotFound``."""
    found = rows(session, _LINE, participant=participant_id, number=min(number, MOST_LINES))
    row = found.first()
    if row is None:
        raise NotFound
    return LogLine(*row)


_COLUMNS = (
    model.LogEntry.staff_name,
    model.LogEntry.role,
    model.LogEntry.organisation,
    model.LogEntry.what,
    model.LogEntry.at,
    model.LogEntry.number,
)
_LINE = select(*_COLUMNS).where(
    model.LogEntry.participant_id == bindparam("participant"),
    model.LogEntry.number == bindparam("number"),
)
_END = (
    select(model.LogEntry.number, model.LogEntry.digest)
    .where(model.LogEntry.participant_id == bindparam("participant"))
    .order_by(model.LogEntry.number.desc())
    .limit(1)
)
_NEW_LOG_ENTRY = insert(model.LogEntry)
