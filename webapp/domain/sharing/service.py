"""Use cases of consent: only the participant gives one, changes it or takes it back."""

from datetime import datetime
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.errors import Closed, Invalid, NotFound
from webapp.domain.people.model import Organisation
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.sharing import rules
from webapp.domain.sharing.model import Consent, ConsentItem
from webapp.domain.sharing.rules import Item, Kind, Offer

MOST_LIVING = 50


@once
def give(session: Session, *, actor: Actor, offer: Offer, key: str, now: datetime) -> Receipt:
    """The participant consents. What the offer replaces ends at the same moment.

    Raises ``Invalid`` for what cannot be consented to, and ``NotFound`` for staff.
    """
    person = actor.participant_id
    rules.check_items(offer.items)
    rules.check_purpose(offer.purpose, offer.text)
    rules.check_until(offer.until, day_in_sweden(now))
    organisation = session.scalar(
        select(Organisation.id).where(Organisation.name == offer.organisation)
    )
    if organisation is None:
        raise Invalid("organisation", "unknown")
    _replace(session, person, offer.replaces, now)
    _room(session, person, now)
    row = Consent(
        participant_id=person,
        organisation_id=organisation,
        purpose=offer.purpose,
        text=rules.own_words(offer),
        lang=offer.lang,
        until=offer.until,
    )
    return _store(session, actor, row, offer.items, key, now)


@once
def withdraw(session: Session, *, actor: Actor, ref: str, key: str, now: datetime) -> Receipt:
    """The participant takes a consent back, from this moment on.

    Raises ``NotFound``, and ``Closed`` when it has ended meanwhile.
    """
    row = _living(session, actor.participant_id, ref, now)
    row.withdrawn_at = now
    return write_receipt(session, actor, row, "consent_back", ref, key, now)


@once
def give_again(session: Session, *, actor: Actor, ref: str, key: str, now: datetime) -> Receipt:
    """Undoes a withdrawal by a new consent to the very same, to the same day.

    The old one stays as it was: taken back. Raises ``NotFound``, and ``Closed`` after its last day.
    """
    old = _row(session, actor.participant_id, ref)
    if old.withdrawn_at is None or old.replaced_at is not None:
        raise NotFound
    if old.until < day_in_sweden(now):
        raise Closed
    _room(session, old.participant_id, now)
    old.replaced_at = now
    row = Consent(
        participant_id=old.participant_id,
        organisation_id=old.organisation_id,
        purpose=old.purpose,
        text=old.text,
        lang=old.lang,
        until=old.until,
    )
    return _store(session, actor, row, _items(session, old), key, now)


def _items(session: Session, row: Consent) -> tuple[Item, ...]:
    found = session.execute(
        select(ConsentItem.kind, ConsentItem.item_ref)
        .where(ConsentItem.consent_id == row.id)
        .order_by(ConsentItem.id)
    )
    return tuple(Item(cast(Kind, kind), ref) for kind, ref in found)


def _store(
    session: Session,
    actor: Actor,
    row: Consent,
    items: tuple[Item, ...],
    key: str,
    now: datetime,
) -> Receipt:
    row.ref, row.given_at = codes.new_ref(), now
    session.add(row)
    session.flush()
    whole = {item.kind for item in items if item.ref is None}
    kept = {item for item in items if item.ref is None or item.kind not in whole}
    for item in sorted(kept, key=lambda each: (each.kind, each.ref or "")):
        session.add(ConsentItem(consent_id=row.id, kind=item.kind, item_ref=item.ref))
    said = sorted((item.kind, item.ref or "") for item in kept)
    content = f"{row.organisation_id}{said}{row.purpose}{row.text}{row.until}"
    return write_receipt(session, actor, row, "consent", content, key, now)


def _room(session: Session, participant_id: int, now: datetime) -> None:
    """Somebody may share as much as they like; a machine that sends forms may not."""
    found = session.scalars(
        select(Consent.id)
        .where(
            Consent.participant_id == participant_id,
            Consent.withdrawn_at.is_(None),
            Consent.replaced_at.is_(None),
            Consent.until >= day_in_sweden(now),
        )
        .limit(MOST_LIVING)
    ).all()
    if len(found) >= MOST_LIVING:
        raise Invalid("organisation", "many")


def _replace(session: Session, participant_id: int, ref: str, now: datetime) -> None:
    """What has been taken back meanwhile needs no end; the new consent was said yes to anyway."""
    if ref:
        try:
            _living(session, participant_id, ref, now).replaced_at = now
        except (NotFound, Closed):
            return


def _living(session: Session, participant_id: int, ref: str, now: datetime) -> Consent:
    row = _row(session, participant_id, ref)
    ended = row.withdrawn_at is not None or row.replaced_at is not None
    if ended or row.until < day_in_sweden(now):
        raise Closed
    return row


def _row(session: Session, participant_id: int, ref: str) -> Consent:
    found = session.scalar(
        select(Consent).where(Consent.ref == ref, Consent.participant_id == participant_id)
    )
    if found is None:
        raise NotFound
    return found
