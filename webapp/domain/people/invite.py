"""Inviting somebody: a participant, their coach and a card, in one transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once, once_while
from webapp.domain.audit.service import Receipt, Subject, write_receipt
from webapp.domain.people import invitations, service, staff


@once
def invite(
    session: Session,
    *,
    actor: Actor,
    name: str,
    language: str,
    protected: bool,
    secret: bytes,
    key: str,
    now: datetime,
) -> Receipt:
    """A new participant with this coach and a card to print; ``object_ref`` names the person.

    The person is in the project of the coach.

    Raises ``Invalid`` for a name that is empty, too long or a personal identity number.
    """
    person = service.add_participant(
        session,
        name=name,
        language=language,
        protected=protected,
        now=now,
        project_id=staff.project_of(session, actor.id),
    )
    service.assign(session, participant_id=person.id, staff_id=actor.id, now=now)
    invitations.issue(session, participant_id=person.id, staff_id=actor.id, secret=secret, now=now)
    return write_receipt(
        session, actor, Subject(person.id, person.ref), "invitation", name, key, now
    )


def _card_is_new(session: Session, sent: Mapping[str, Any]) -> bool:
    """Once somebody has used the card, another one is needed."""
    person, secret, now = sent["participant_id"], sent["secret"], sent["now"]
    found = invitations.card(session, participant_id=person, secret=secret, now=now)
    return found is not None and found.state == "ready"


@once_while(_card_is_new)
def renew(
    session: Session, *, actor: Actor, participant_id: int, secret: bytes, key: str, now: datetime
) -> Receipt:
    """A new card for somebody who lost the code or the PIN. All old ways in die.

    The caller has the person in the room, and has opened the record as ``new_card``.
    """
    invitations.reissue(
        session, participant_id=participant_id, staff_id=actor.id, secret=secret, now=now
    )
    return write_receipt(
        session, actor, Subject(participant_id, "card"), "new_card", "new_card", key, now
    )
