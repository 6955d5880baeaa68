"""The list of meetings that have been: newest first, a few a page, each with what was decided."""

from datetime import timedelta

import pytest

from tests.support import kit, record
from webapp.domain.decisions import service
from webapp.domain.decisions.held import PAGE, own_held, shared_held
from webapp.domain.meetings import service as meetings

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def held(store, person, page=1):
    """A page of the person's list, and whether there are more."""
    return store.ask(own_held, participant_id=person.id, page=page, now=store.now)


def test_newest_first_with_how_much_was_decided(store, amina, hodan):
    old = record.book(store, amina, hodan, store.now - 9 * DAY)
    kit.decide(store, hodan, hodan, "I visit the kitchen")
    kit.decide(store, amina, hodan, "Amina calls")
    new = record.book(store, amina, hodan, store.now - HOUR)
    (first, second), more = held(store, hodan)
    assert (first.ref, first.decided, first.staff_name) == (new, 0, "Amina")
    assert (second.ref, second.decided, second.starts_at) == (old, 2, store.now - 9 * DAY)
    assert not more


def test_not_one_to_come_nor_one_called_off_nor_somebody_elses(store, amina, hodan, yusuf):
    record.book(store, amina, hodan, store.now + HOUR)
    record.book(store, amina, yusuf, store.now - HOUR)
    at = store.now - DAY
    off = record.book(store, amina, hodan, at)
    how = {"actor": amina.actor, "participant_id": hodan.id, "ref": off}
    store.do(meetings.cancel, now=at - HOUR, **how)
    assert held(store, hodan) == ((), False)


def test_what_was_taken_away_does_not_count(store, amina, hodan):
    record.book(store, amina, hodan, store.now - HOUR)
    ref = kit.decide(store, hodan, hodan, "Too early")
    how = {"actor": hodan.actor, "participant_id": hodan.id, "ref": ref}
    store.do(service.take_away, away=True, **how)
    assert held(store, hodan)[0][0].decided == 0
    store.do(service.take_away, away=False, **how)
    assert held(store, hodan)[0][0].decided == 1


@pytest.mark.parametrize("extra", [0, 1, PAGE])
def test_each_meeting_is_on_one_page(store, amina, hodan, extra):
    refs = [
        record.book(store, amina, hodan, store.now - (number + 1) * DAY)
        for number in range(PAGE + extra)
    ]
    pages = [held(store, hodan, page) for page in (1, 2, 3)]
    assert [one.ref for found, _ in pages for one in found] == refs
    assert [more for _, more in pages] == [extra > 0, False, False]


def test_staff_read_the_same(store, amina, hodan):
    record.book(store, amina, hodan, store.now - HOUR)
    opened = record.opened(store, amina, hodan)
    theirs = store.ask(shared_held, record=opened, page=1, now=store.now)
    assert theirs == held(store, hodan)
