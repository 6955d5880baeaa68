"""Another coach takes over: the person, what they let go on, and the meetings to come."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.coordination import passing_on
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.meetings.model import Meeting
from webapp.domain.people import service as people
from webapp.domain.people.model import Assignment
from webapp.domain.people.staff import coaches_beside
from webapp.domain.sharing.gate import OpenedRecord


@once
def hand_over(
    session: Session,
    *,
    actor: Actor,
    record: OpenedRecord,
    to: str,
    key: str,
    now: datetime,
) -> Receipt:
    """The coach gives the person to a colleague in the same organisation, from this moment.

    The own assignment ends in the same transaction, so the coach reaches nothing more. Raises
    ``NotFound`` for somebody who is not the coach any longer, ``Invalid`` for a colleague who
    cannot be chosen.
    """
    _still_coach(session, actor, record)
    chosen = next(
        (each for each in coaches_beside(session, staff_id=actor.id) if each.ref == to), None
    )
    if chosen is None:
        raise Invalid("to", "unknown")
    change_coach(session, participant_id=record.participant_id, staff_id=chosen.id, now=now)
    return write_receipt(session, actor, record, "hand_over", to, key, now)


def _still_coach(session: Session, actor: Actor, record: OpenedRecord) -> None:
    """Of two hand-overs at the same moment the second finds that it has been done."""
    people.lock_coach(session, participant_id=record.participant_id)
    found = session.scalar(
        select(Assignment.id).where(
            Assignment.participant_id == record.participant_id,
            Assignment.staff_id == actor.id,
            Assignment.until.is_(None),
        )
    )
    if actor.kind != "staff" or found is None:
        raise NotFound


def change_coach(session: Session, *, participant_id: int, staff_id: int, now: datetime) -> None:
    """Another coach from now on. Meetings that have not begun are with the new coach."""
    passing_on.change_coach(session, participant_id=participant_id, staff_id=staff_id, now=now)
    session.execute(
        update(Meeting)
        .where(
            Meeting.participant_id == participant_id,
            Meeting.starts_at > now,
            Meeting.cancelled_at.is_(None),
        )
        .values(staff_id=staff_id)
    )
