"""The gate: every read of a person's record by staff passes here, is checked and is noted."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.audit import service as audit
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
    staff: audit.StaffCard
    with_coach_since: datetime


def open_record(
    session: Session, *, staff_id: int, ref: str, what: str, now: datetime
) -> OpenedRecord:
    """Opens the record that ``ref`` names, when this member of staff works with the person now.

    ``what`` says in the participant's log what was done, for example ``brief``. The log line is
    in the same transaction as the read. Raises ``NotFound`` for everybody else, as for a
    reference that does not exist.
    """
    row = session.execute(
        select(Participant, Staff, Organisation.name, Assignment.since)
        .join(Assignment, Assignment.participant_id == Participant.id)
        .join(Staff, Staff.id == Assignment.staff_id)
        .join(Organisation, Organisation.id == Staff.organisation_id)
        .where(
            Participant.ref == ref,
            Assignment.staff_id == staff_id,
            Assignment.until.is_(None),
            Staff.left_at.is_(None),
        )
    ).first()
    if row is None:
        raise NotFound
    person, staff, organisation, since = row
    card = audit.StaffCard(staff.id, staff.name, staff.role, organisation)
    audit.note(session, staff=card, participant_id=person.id, what=what, now=now)
    return OpenedRecord(
        person.id,
        person.ref,
        person.name,
        person.language,
        person.protected,
        person.started_on,
        card,
        since,
    )
