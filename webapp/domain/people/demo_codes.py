"""The codes of demo participants, made again after they were used.

A real person's code is shown once and to nobody else, so only the demo may import this module,
and the demo never runs in production.
"""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.people import model
from webapp.domain.people.credentials_model import Invitation
from webapp.domain.people.invitations import code_of, spaced


def codes_of(
    session: Session, *, coaches: Iterable[str], names: Iterable[str], secret: bytes
) -> dict[str, str]:
    """The codes that work now, by name, of people with these names and one of these coaches.

    ``coaches`` are e-mail addresses. Of two people with one name it is the one who came first.
    """
    person, staff, assignment = model.Participant, model.Staff, model.Assignment
    rows = session.execute(
        select(person.name, Invitation.nonce)
        .join(Invitation, Invitation.participant_id == person.id)
        .join(assignment, assignment.participant_id == person.id)
        .join(staff, staff.id == assignment.staff_id)
        .where(
            person.name.in_(names),
            staff.email.in_(coaches),
            assignment.until.is_(None),
            Invitation.revoked_at.is_(None),
        )
        .order_by(person.id.desc())
    )
    return {name: spaced(code_of(secret, nonce)) for name, nonce in rows}
