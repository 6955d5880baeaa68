"""What the coach sees, shown to the participant: the same readings, opened by its owner."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.domain.audit.log import StaffCard
from webapp.domain.database import rows
from webapp.domain.people.model import Assignment, Organisation, Participant, Staff
from webapp.domain.sharing.gate import OpenedRecord


def own_record(session: Session, *, participant_id: int) -> OpenedRecord | None:
    """The participant's record as their coach can open it, or None between two coaches.

    For the participant's own pages only. It writes no log line, as nobody else reads.
    """
    row = rows(session, _OWN, participant=participant_id).first()
    if row is None:
        return None
    number, ref, name, language, protected, started_on, project, ended, since, *of_staff = row
    return OpenedRecord(
        participant_id=number,
        ref=ref,
        name=name,
        language=language,
        protected=protected,
        started_on=started_on,
        staff=StaffCard(*of_staff),
        with_coach_since=since,
        project_id=project,
        ended_on=ended,
    )


_OWN = (
    select(
        Participant.id,
        Participant.ref,
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
    )
    .join(Assignment, Assignment.participant_id == Participant.id)
    .join(Staff, Staff.id == Assignment.staff_id)
    .join(Organisation, Organisation.id == Staff.organisation_id)
    .where(
        Participant.id == bindparam("participant"),
        Assignment.until.is_(None),
        Staff.left_at.is_(None),
    )
    .order_by(Assignment.since.desc())
    .limit(1)
)
