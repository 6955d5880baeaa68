"""Organisations, projects and the accounts of staff: adding, naming and finding them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.audit.log import StaffCard
from webapp.domain.database import rows
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people import model
from webapp.domain.people.credentials_model import SignIn
from webapp.domain.people.rules import sort_name


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


def add_organisation(session: Session, *, name: str, kind: str) -> int:
    """The id of the organisation with this name, made when it is new."""
    found = session.scalar(select(model.Organisation.id).where(model.Organisation.name == name))
    if found is not None:
        return found
    row = model.Organisation(name=name, kind=kind)
    session.add(row)
    session.flush()
    return row.id


def add_project(session: Session, *, name: str, organisation_id: int) -> int:
    """The id of the project with this name; when it is new, made and owned by the organisation."""
    found = session.scalar(select(model.Project.id).where(model.Project.name == name))
    if found is not None:
        return found
    row = model.Project(ref=codes.new_ref(), name=name, organisation_id=organisation_id)
    session.add(row)
    session.flush()
    return row.id


def add_staff(
    session: Session,
    *,
    organisation_id: int,
    name: str,
    email: str,
    password_hash: str,
    role: str,
    phone: str = "",
    project_id: int | None = None,
) -> int:
    """The id of a new member of staff. Raises ``Invalid`` when the e-mail address is taken."""
    email = email.strip().casefold()
    if session.scalar(select(model.Staff.id).where(model.Staff.email == email)) is not None:
        raise Invalid("email", "taken")
    row = model.Staff(
        ref=codes.new_ref(),
        organisation_id=organisation_id,
        name=name,
        email=email,
        phone=phone,
        role=role,
        password_hash=password_hash,
        project_id=project_id,
    )
    session.add(row)
    session.flush()
    return row.id


def staff_card(session: Session, staff_id: int) -> StaffCard:
    """A member of staff as the log names them. Raises ``NotFound``."""
    row = session.execute(
        select(
            model.Staff.id,
            model.Staff.ref,
            model.Staff.name,
            model.Staff.role,
            model.Organisation.name,
        )
        .join(model.Organisation, model.Organisation.id == model.Staff.organisation_id)
        .where(model.Staff.id == staff_id, model.Staff.left_at.is_(None))
    ).one_or_none()
    if row is None:
        raise NotFound
    return StaffCard(*row)


def project_of(session: Session, staff_id: int) -> int | None:
    """The project this member of staff works in, or None."""
    return session.scalar(select(model.Staff.project_id).where(model.Staff.id == staff_id))


def coaches_beside(session: Session, *, staff_id: int) -> tuple[Colleague, ...]:
    """The other coaches of the same organisation who work there now, by name."""
    return tuple(one for one in _beside(session, staff_id, "") if one.id != staff_id)


def possible_owners(session: Session, *, staff_id: int, protected: bool) -> tuple[Colleague, ...]:
    """Who can be responsible for a whole plan: coaches of the organisation, and partners' staff.

    With protected identity nobody outside the organisation is named.
    """
    return _beside(session, staff_id, "" if protected else "team")


def _beside(session: Session, staff_id: int, else_role: str) -> tuple[Colleague, ...]:
    found = rows(session, _BESIDE, staff=staff_id, role="coach", else_role=else_role)
    colleagues = [Colleague(*row) for row in found]
    # Not by the database, whose order of letters is not the Swedish one.
    return tuple(
        sorted(colleagues, key=lambda one: (sort_name(one.organisation), sort_name(one.name)))
    )


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
    .order_by(model.Staff.id)
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
    sign_out(session, found.id, now)


def sign_out(session: Session, staff_id: int, now: datetime) -> None:
    """Ends everything this member of staff is signed in to."""
    session.execute(
        update(SignIn)
        .where(SignIn.staff_id == staff_id, SignIn.ended_at.is_(None))
        .values(ended_at=now)
    )
