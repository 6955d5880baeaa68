"""Staff accounts: who has one, a new password, and leaving."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people import model, service
from webapp.domain.people.credentials_model import SignIn


@dataclass(frozen=True)
class Account:
    """A member of staff as the operator sees them. ``left_at`` is None while they work here."""

    id: int
    name: str
    email: str
    role: str
    organisation: str
    left_at: datetime | None


def account(session: Session, *, email: str) -> Account:
    """The account with this e-mail address, also of somebody who has left. Raises ``NotFound``."""
    staff = model.Staff
    row = session.execute(
        select(
            staff.id, staff.name, staff.email, staff.role, model.Organisation.name, staff.left_at
        )
        .join(model.Organisation, model.Organisation.id == staff.organisation_id)
        .where(staff.email == email.strip().casefold())
    ).one_or_none()
    if row is None:
        raise NotFound
    return Account(*row)


def set_password(session: Session, *, email: str, password_hash: str, now: datetime) -> None:
    """Stores a new password and signs the person out everywhere. Raises ``NotFound``."""
    found = account(session, email=email)
    session.get_one(model.Staff, found.id).password_hash = password_hash
    _sign_out(session, found.id, now)


def leave(session: Session, *, email: str, successor: str | None, now: datetime) -> int:
    """Ends the account from now on, and returns how many participants it had.

    They go to the coach with the e-mail address ``successor``, or are without a coach. Raises
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
            service.assign(session, participant_id=person, staff_id=follower.id, now=now)
    staff = session.get_one(model.Staff, found.id)
    staff.left_at = staff.left_at or now
    _sign_out(session, found.id, now)
    return len(assignments)


def _sign_out(session: Session, staff_id: int, now: datetime) -> None:
    session.execute(
        update(SignIn)
        .where(SignIn.staff_id == staff_id, SignIn.ended_at.is_(None))
        .values(ended_at=now)
    )
