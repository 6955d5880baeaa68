"""The gate: every read of a person's record by staff passes here, is checked and is noted."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.orm import Session

from webapp.domain.audit.chain import Head
from webapp.domain.audit.log import StaffCard, Whose, hold, note
from webapp.domain.audit.model import LogEntry
from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.people.model import Assignment, Organisation, Participant, Staff


@dataclass(frozen=True)
class OpenedRecord:
    """A record that the gate has opened for one member of staff. Nothing else opens one."""

    participant_id: int
    ref: str
    name: str
    language: str
    protected: bool
    started_on: date
    staff: StaffCard
    with_coach_since: datetime
    project_id: int | None = None
    ended_on: date | None = None


def open_record(
    session: Session, *, staff_id: int, ref: str, what: str, now: datetime
) -> OpenedRecord:
    """Opens the record that ``ref`` names, when this member of staff works with the person now.

    ``what`` says in the participant's log what was done, for example ``brief``. The log line is
    in the same transaction as the read. Raises ``NotFound`` for everybody else, as for a
    reference that does not exist.
    """
    hold(session, ref)
    row = rows(session, _ASSIGNED, ref=ref, staff=staff_id).first()
    if row is None:
        raise NotFound
    number, name, language, protected, started_on, project, ended, since, *of_staff = row[:-2]
    card, after = StaffCard(*of_staff), Head(row[-2] or 0, row[-1] or "")
    note(session, staff=card, whose=Whose(number, ref), after=after, what=what, now=now)
    return OpenedRecord(
        number, ref, name, language, protected, started_on, card, since, project, ended
    )


# With the end of the log, so that opening a record costs one statement and not two.
_NEWEST = (
    select(func.max(LogEntry.number))
    .where(LogEntry.participant_id == Participant.id)
    .correlate(Participant)
    .scalar_subquery()
)
_ASSIGNED = (
    select(
        Participant.id,
        Participant.name,
        Participant.language,
        Participant.protected,
        Participant.started_on,
        Participant.project_id,
        Participant.ended_on,
        Assignment.since,
        Staff.id,
        Staff.ref,
        Staff.name,
        Staff.role,
        Organisation.name,
        LogEntry.number,
        LogEntry.digest,
    )
    .join(Assignment, Assignment.participant_id == Participant.id)
    .join(Staff, Staff.id == Assignment.staff_id)
    .join(Organisation, Organisation.id == Staff.organisation_id)
    .outerjoin(
        LogEntry, and_(LogEntry.participant_id == Participant.id, LogEntry.number == _NEWEST)
    )
    .where(
        Participant.ref == bindparam("ref"),
        Assignment.staff_id == bindparam("staff"),
        Assignment.until.is_(None),
        Staff.left_at.is_(None),
    )
)
