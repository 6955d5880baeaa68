"""Ending a staff account: nobody can sign in with it, and the participants get another coach."""

from datetime import datetime
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.errors import Invalid
from webapp.domain.people import model, service
from webapp.domain.people.staff import account, sign_out


class ChangeCoach(Protocol):
    """Gives a participant another coach, with all that follows from it."""

    def __call__(
        self, session: Session, *, participant_id: int, staff_id: int, now: datetime
    ) -> None: ...


def leave(
    session: Session,
    *,
    email: str,
    successor: str | None,
    now: datetime,
    change_coach: ChangeCoach = service.assign,
) -> int:
    """Ends the account from now on, and returns how many participants it had.

    They go to the coach with the e-mail address ``successor``, or are without a coach;
    ``change_coach`` does what belongs to the change in features above this one. Raises
    ``NotFound`` for an unknown address, ``Invalid`` when the successor cannot be their coach.
    """
    found = account(session, email=email)
    follower = account(session, email=successor) if successor is not None else None
    if follower and (follower.role != "coach" or follower.left_at or follower.id == found.id):
        raise Invalid("successor", "unknown")
    assignments = session.scalars(
        select(model.Assignment)
        .where(model.Assignment.staff_id == found.id, model.Assignment.until.is_(None))
        .order_by(model.Assignment.participant_id)  # their logs are held in one order
    ).all()
    for assignment in assignments:
        assignment.until = now
        if follower:
            person = assignment.participant_id
            change_coach(session, participant_id=person, staff_id=follower.id, now=now)
    staff = session.get_one(model.Staff, found.id)
    staff.left_at = staff.left_at or now
    sign_out(session, found.id, now)
    return len(assignments)
