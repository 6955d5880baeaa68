"""Staff accounts: who has one, a new password, and leaving."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import Session

from webapp.domain.database import rows
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


@dataclass(frozen=True)
class Colleague:
    """A member of staff who can be chosen. ``id`` never leaves the server."""

    id: int
    ref: str
    name: str
    organisation: str


class ChangeCoach(Protocol):
    """Gives a participant another coach, with all that follows from it."""

    def __call__(
        self, session: Session, *, participant_id: int, staff_id: int, now: datetime
    ) -> None: ...


def coaches_beside(session: Session, *, staff_id: int) -> tuple[Colleague, ...]:
    """The other coaches of the same organisation who work there now, by name."""
    found = rows(session, _BESIDE, staff=staff_id, role="coach", else_role="")
    return tuple(Colleague(*row) for row in found if row[0] != staff_id)


def possible_owners(session: Session, *, staff_id: int, protected: bool) -> tuple[Colleague, ...]:
    """Who can be responsible for a whole plan: coaches of the organisation, and partners' staff.

    With protected identity nobody outside the organisation is named.
    """
    partners = "" if protected else "team"
    found = rows(session, _BESIDE, staff=staff_id, role="coach", else_role=partners)
    return tuple(Colleague(*row) for row in found)


_OWN_ORGANISATION = (
    select(model.Staff.organisation_id)
    .where(model.Staff.id == bindparam("staff"))
    .scalar_subquery()
)
_BESIDE: Any = (
    select(model.Staff.id, model.Staff.ref, model.Staff.name, model.Organisation.name)
    .join(model.Organisation, model.Organisation.id == model.Staff.organisation_id)
    .where(
        model.Staff.left_at.is_(None),
        or_(
            (model.Staff.organisation_id == _OWN_ORGANISATION)
            & (model.Staff.role == bindparam("role")),
            model.Staff.role == bindparam("else_role"),
        ),
    )
    .order_by(model.Organisation.name, model.Staff.name, model.Staff.id)
)


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
    _sign_out(session, found.id, now)
    return len(assignments)


def _sign_out(session: Session, staff_id: int, now: datetime) -> None:
    session.execute(
        update(SignIn)
        .where(SignIn.staff_id == staff_id, SignIn.ended_at.is_(None))
        .values(ended_at=now)
    )
