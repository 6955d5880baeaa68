"""Use cases of words: why I am here, and the support that I get."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once, once_while
from webapp.domain.audit.service import Receipt, Subject, write_receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.texts import is_blank
from webapp.domain.training import rules
from webapp.domain.training.access import may_write
from webapp.domain.training.model import TrainingReason, TrainingSupport


def _shared_so(session: Session, sent: Mapping[str, Any]) -> bool:
    own = TrainingReason.participant_id == sent["actor"].participant_id
    found = session.scalar(
        select(TrainingReason.id).where(own, TrainingReason.shared_at.is_not(None))
    )
    return bool((found is not None) == sent["shared"])


@once_while(_shared_so)
def say_why(
    session: Session,
    *,
    actor: Actor,
    text: str,
    lang: str,
    shared: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """Why the participant is here, for the coach too or for nobody else. Words that stay the same
    stay in their language.

    Raises ``Invalid``, and ``NotFound`` for somebody who is not in work training.
    """
    person = actor.participant_id
    may_write(session, actor, person, day_in_sweden(now))
    row = session.scalar(select(TrainingReason).where(TrainingReason.participant_id == person))
    if row is None:
        row = TrainingReason(participant_id=person)
        session.add(row)
    said = rules.check_text("text", text, rules.LONGEST_REASON)
    row.lang = row.lang if row.text == said else lang
    row.text, row.written_at = said, now
    row.shared_at = now if shared else None
    return write_receipt(session, actor, Subject(person, "why"), "why", row.text, key, now)


@once
def add_support(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    what: str,
    from_whom: str,
    contact: str,
    lang: str,
    key: str,
    now: datetime,
) -> Receipt:
    """One line of the support card. Only staff write it: it is a promise. Raises ``Invalid``."""
    if actor.kind != "staff":
        raise NotFound
    if len(contact.strip()) > rules.LONGEST_SUPPORT["contact"]:
        raise Invalid("contact", "long")
    row = TrainingSupport(
        ref=codes.new_ref(),
        participant_id=participant_id,
        what=rules.check_text("what", what, rules.LONGEST_SUPPORT["what"]),
        from_whom=rules.check_text("from_whom", from_whom, rules.LONGEST_SUPPORT["from_whom"]),
        contact="" if is_blank(contact) else contact.strip(),
        lang=lang,
        written_by=actor.id,
        written_at=now,
    )
    _room(session, participant_id)
    session.add(row)
    return write_receipt(session, actor, row, "support", what, key, now)


def _room(session: Session, participant_id: int) -> None:
    count = session.scalar(
        select(func.count())
        .select_from(TrainingSupport)
        .where(
            TrainingSupport.participant_id == participant_id, TrainingSupport.removed_at.is_(None)
        )
    )
    if (count or 0) >= rules.MOST_SUPPORT:
        raise Invalid("what", "many")


@once
def remove_support(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    removed: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """Staff take a line off the support card, or put it back. Raises ``NotFound``."""
    row = session.scalar(
        select(TrainingSupport).where(
            TrainingSupport.ref == ref, TrainingSupport.participant_id == participant_id
        )
    )
    if row is None or actor.kind != "staff":
        raise NotFound
    row.removed_at = now if removed else None
    kind = "remove" if removed else "restore"
    return write_receipt(session, actor, row, kind, row.what, key, now)
