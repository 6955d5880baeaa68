"""Consent to share with other organisations: short ways to give it in a test."""

from datetime import date, timedelta
from typing import Any

from tests.support.people import Colleague, Participant
from tests.support.store import Store
from webapp.domain.partners.reading import shared_page
from webapp.domain.partners.rules import SharedPage
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.sharing import service
from webapp.domain.sharing.reading import own_consents
from webapp.domain.sharing.rules import KINDS, ConsentView, Item, Offer, Purpose
from webapp.domain.sharing.shared import SharedRecord, open_shared

AUTHORITY = "Arbetsförmedlingen"
REGION = "Region Nordby"
TO_FIND = "To find a course together"


def offer(
    store: Store,
    *things: Any,
    to: str = AUTHORITY,
    purpose: Purpose = "plan",
    text: str = "",
    until: date | None = None,
    days: int = 90,
    replaces: str = "",
) -> Offer:
    """What somebody consents to: kinds by name, single goals as items; everything without any."""
    items = tuple(each if isinstance(each, Item) else Item(each) for each in things or KINDS)
    last = until or day_in_sweden(store.now) + timedelta(days=days)
    return Offer(to, items, purpose, text, "en", last, replaces)


def consent(store: Store, person: Participant, *things: Any, **given: Any) -> str:
    """A consent of the person. Gives its reference."""
    return store.do(
        service.give, actor=person.actor, offer=offer(store, *things, **given)
    ).object_ref


def withdraw(store: Store, person: Participant, ref: str) -> None:
    """The person takes a consent back."""
    store.do(service.withdraw, actor=person.actor, ref=ref)


def consents(store: Store, person: Participant) -> tuple[ConsentView, ...]:
    """Everything the person has consented to."""
    return store.ask(own_consents, participant_id=person.id)


def open_page(store: Store, partner: Colleague, person: Participant) -> SharedRecord:
    """The person's record as the partner opens it. Raises ``NotFound``."""
    return store.do(open_shared, staff_id=partner.id, ref=person.ref, what="shared")


def read(store: Store, partner: Colleague, person: Participant) -> SharedPage:
    """The page that the partner reads. Raises ``NotFound``."""
    with store.writing() as session:
        record = open_shared(
            session, staff_id=partner.id, ref=person.ref, what="shared", now=store.now
        )
        return shared_page(session, record, store.now)


def everything_in(page: SharedPage) -> str:
    """All that can be read in the values of the page, as one text."""
    return repr((page.goals, page.things, page.answers))


def stand_in_world(store: Store, hodan: Participant) -> dict[str, str]:
    """Hodan shares everything with Arbetsförmedlingen until long after the next meeting.

    Another consent was taken back long before the last one; gives its reference by name.
    """
    store.at = store.now - timedelta(days=40)
    back = consent(store, hodan, "meetings", purpose="own", text=TO_FIND, days=130)
    withdraw(store, hodan, back)
    store.at = None
    consent(store, hodan)
    return {"taken_back": back}
