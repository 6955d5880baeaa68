"""Consent to share is given, changed and taken back by the participant, and never written over."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.clock import MONDAY
from tests.support.sharing import consent, consents, offer, open_page, withdraw
from webapp.domain.errors import Closed, Invalid, NotFound
from webapp.domain.sharing import service
from webapp.domain.sharing.reading import sharers
from webapp.domain.sharing.rules import Item
from webapp.domain.sharing.shared import own_shared

DAY, TODAY = timedelta(days=1), MONDAY.date()


def test_it_ends_at_the_end_of_its_last_day_in_sweden(store, hodan, eva):
    consent(store, hodan, until=TODAY + DAY)
    store.at = MONDAY.replace(hour=23, minute=59) + DAY
    assert open_page(store, eva, hodan).name == "Hodan"
    assert store.ask(sharers, staff_id=eva.id, page=1)[0]
    store.at += timedelta(minutes=2)
    with pytest.raises(NotFound):
        open_page(store, eva, hodan)
    assert store.ask(sharers, staff_id=eva.id, page=1) == ((), False)
    with pytest.raises(NotFound):
        store.ask(own_shared, participant_id=hodan.id, ref=consents(store, hodan)[0].ref)


def test_what_is_taken_back_is_closed_at_once_and_undone_by_a_new_consent(store, hodan, eva):
    first = consent(store, hodan, "goals", until=TODAY + 9 * DAY)
    withdraw(store, hodan, first)
    with pytest.raises(NotFound):
        open_page(store, eva, hodan)

    store.at = MONDAY + DAY
    again = store.do(service.give_again, actor=hodan.actor, ref=first).object_ref
    new, old = consents(store, hodan)
    assert (new.ref, old.ref) == (again, first)
    assert (new.items, new.until, new.given_at) == (old.items, old.until, store.now)
    assert old.state(store.now) == "withdrawn"
    assert open_page(store, eva, hodan).opened.kinds == {"goals"}
    with pytest.raises(NotFound):
        store.do(service.give_again, actor=hodan.actor, ref=first)


def test_nothing_is_given_again_after_its_last_day(store, hodan, eva):
    ref = consent(store, hodan, until=TODAY)
    withdraw(store, hodan, ref)
    store.at = MONDAY + DAY
    with pytest.raises(Closed):
        store.do(service.give_again, actor=hodan.actor, ref=ref)


def test_a_change_is_a_new_consent_that_ends_the_old(store, hodan, eva):
    first = consent(store, hodan, "goals", "path")
    consent(store, hodan, "path", replaces=first)
    new, old = consents(store, hodan)
    assert (new.state(store.now), old.state(store.now)) == ("living", "replaced")
    assert old.kinds == ("goals", "path")
    assert open_page(store, eva, hodan).opened.kinds == {"path"}


def test_another_purpose_is_a_consent_of_its_own_beside_the_first(store, hodan, eva):
    consent(store, hodan, "goals")
    other = consent(store, hodan, "path", purpose="own", text="To find a course")
    record = open_page(store, eva, hodan)
    assert record.opened.kinds == {"goals", "path"}
    assert {each.text for each in record.consents} == {"", "To find a course"}
    withdraw(store, hodan, other)
    assert open_page(store, eva, hodan).opened.kinds == {"goals"}


@pytest.mark.parametrize(
    ("given", "field", "reason"),
    [
        ({"until": TODAY - DAY}, "until", "past"),
        ({"until": TODAY + 367 * DAY}, "until", "far"),
        ({"to": "Nobody knows"}, "organisation", "unknown"),
        ({"purpose": "own", "text": " "}, "text", "empty"),
        ({"purpose": "own", "text": "å" * 301}, "text", "long"),
        ({"purpose": "everything"}, "purpose", "unknown"),
    ],
)
def test_what_cannot_be_consented_to(store, hodan, eva, given, field, reason):
    with pytest.raises(Invalid) as refused:
        consent(store, hodan, **given)
    assert (refused.value.field, refused.value.reason) == (field, reason)
    assert consents(store, hodan) == ()


@pytest.mark.parametrize("items", [[], [Item("goals", "x" * 99)], [Item("everything")]])  # type: ignore[arg-type]
def test_nothing_or_something_unknown_cannot_be_shared(store, hodan, eva, items):
    wanted = replace(offer(store), items=tuple(items))
    with pytest.raises(Invalid):
        store.do(service.give, actor=hodan.actor, offer=wanted)


def test_nobody_gives_or_takes_back_for_the_participant(store, hodan, yusuf, amina, eva):
    ref = consent(store, hodan)
    for other in (amina, eva):
        with pytest.raises(NotFound):
            store.do(service.give, actor=other.actor, offer=offer(store))
    for other in (amina, eva, yusuf):
        with pytest.raises(NotFound):
            store.do(service.withdraw, actor=other.actor, ref=ref)
    with pytest.raises(NotFound):
        store.ask(own_shared, participant_id=yusuf.id, ref=ref)


def test_at_the_most_one_can_still_change_and_no_undo_goes_past_it(store, hodan, eva, monkeypatch):
    monkeypatch.setattr(service, "MOST_LIVING", 2)
    first, second = consent(store, hodan, "goals"), consent(store, hodan, "path")
    changed = consent(store, hodan, "goals", replaces=first)
    with pytest.raises(Invalid, match="many"):
        consent(store, hodan, "steps")
    withdraw(store, hodan, changed)
    consent(store, hodan, "steps")
    with pytest.raises(Invalid, match="many"):
        store.do(service.give_again, actor=hodan.actor, ref=changed)
    withdraw(store, hodan, second)
    assert store.do(service.give_again, actor=hodan.actor, ref=changed).code
