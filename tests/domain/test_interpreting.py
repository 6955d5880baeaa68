"""The interpreter: what is wished, what is booked, and what a change makes of it."""

from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_concurrency import at_once
from tests.support.booking import SOMALI, book, mark, move, own, seen_by, wish
from tests.support.clock import MONDAY
from tests.support.record import opened
from webapp.domain.brief.before import own_page, since_last_meeting
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.meetings import interpreting
from webapp.domain.meetings.booking_rules import Says, Tongue, after_change, interpreter_says

THURSDAY = MONDAY + timedelta(days=3)
DAY = timedelta(days=1)
STATES = ("", "booked", "again", "impossible")


def says(store, amina, hodan, meeting):
    """What both pages, the first page and the brief say: all four the same."""
    first = store.ask(own_page, participant_id=hodan.id).arranged.interpreter
    brief = store.ask(since_last_meeting, record=opened(store, amina, hodan)).arranged.interpreter
    found = {
        own(store, hodan, meeting).meeting.interpreter.says,
        seen_by(store, amina, hodan, meeting).meeting.interpreter.says,
        first.says,
        brief.says,
    }
    assert len(found) == 1
    return found.pop()


def test_from_the_wish_to_the_booking_and_its_changes(store, amina, hodan, meeting):
    now = lambda: says(store, amina, hodan, meeting)  # noqa: E731
    assert now() == "none"
    wish(store, hodan, meeting)
    assert now() == "wished"
    mark(store, amina, hodan, meeting)
    assert now() == "booked"
    wish(store, hodan, meeting)
    assert now() == "booked", "the same wish again changes nothing"
    wish(store, hodan, meeting, Tongue("ar", "", "phone", "woman"))
    assert now() == "again"
    mark(store, amina, hodan, meeting, tongue=Tongue("ar", "", "phone"))
    move(store, amina, hodan, meeting, THURSDAY + DAY)
    assert now() == "again"
    wish(store, hodan, meeting, wanted=False)
    assert now() == "not_needed"
    mark(store, amina, hodan, meeting, "")
    assert now() == "declined"
    wish(store, hodan, meeting)
    mark(store, amina, hodan, meeting, "impossible", why="Nobody speaks it that day")
    assert now() == "impossible"
    move(store, amina, hodan, meeting, THURSDAY + 2 * DAY)
    assert now() == "wished", "another day, another chance"


def test_another_place_at_the_same_time_keeps_the_interpreter(store, amina, hodan, meeting):
    mark(store, amina, hodan, meeting)
    move(store, amina, hodan, meeting, THURSDAY, place="The library")
    assert says(store, amina, hodan, meeting) == "booked"


def test_what_is_booked_is_told_beside_what_was_wished(store, amina, hodan, meeting):
    wish(store, hodan, meeting, Tongue("", "Bravanese", "room", "woman"))
    mark(store, amina, hodan, meeting, tongue=Tongue("so", "", "phone"))
    view = own(store, hodan, meeting).meeting.interpreter
    assert (view.wished.other, view.wished.way, view.wished.who) == ("Bravanese", "room", "woman")
    assert (view.booked.language, view.booked.way) == ("so", "phone")
    assert view.handled_at == MONDAY
    assert store.ask(own_page, participant_id=hodan.id).arranged.interpreter.booked.language == "so"


def test_a_wish_stands_for_the_next_meeting_too_until_another_is_said(
    store, amina, hodan, yusuf, meeting
):
    def wished(person, days):
        ref = book(store, amina, person, THURSDAY + days * DAY)
        return own(store, person, ref).meeting.interpreter

    assert wished(hodan, 1).says == "none"
    wish(store, hodan, meeting, Tongue("ar", "", "phone", "woman"))
    mark(store, amina, hodan, meeting)
    found = wished(hodan, 2)
    assert (found.says, found.wished) == ("wished", Tongue("ar", "", "phone", "woman"))
    assert wished(yusuf, 2).says == "none"
    store.at = MONDAY + timedelta(hours=1)
    wish(store, hodan, meeting, wanted=False)
    assert wished(hodan, 3).says == "none"


def test_one_is_booked_also_without_a_wish(store, amina, hodan, meeting):
    mark(store, amina, hodan, meeting)
    assert says(store, amina, hodan, meeting) == "booked"


def test_a_booking_for_the_old_time_is_none(store, amina, hodan, meeting):
    move(store, amina, hodan, meeting, THURSDAY + DAY)
    with pytest.raises(Conflict):
        mark(store, amina, hodan, meeting, seen=0)


@pytest.mark.parametrize(
    ("state", "tongue", "why", "field"),
    [
        ("booked", Tongue(), "", "language"),
        ("booked", Tongue("", " "), "", "language"),
        ("booked", Tongue("", "x" * 81), "", "other"),
        ("booked", Tongue("so", "", "by letter"), "", "way"),
        ("impossible", SOMALI, " ", "why"),
        ("impossible", SOMALI, "x" * 1001, "why"),
        ("never", SOMALI, "", "state"),
    ],
)
def test_what_cannot_be_meant_is_refused(store, amina, hodan, meeting, state, tongue, why, field):
    with pytest.raises(Invalid) as refused:
        mark(store, amina, hodan, meeting, state, tongue, why)
    assert refused.value.field == field


def test_both_sides_at_once_make_one_row(store, amina, hodan, meeting):
    def one(number):
        if number % 2:
            wish(store, hodan, meeting, Tongue("so", "", "any", ("woman", "man")[number % 4 == 1]))
        else:
            mark(store, amina, hodan, meeting, seen=0)

    at_once(one)
    assert says(store, amina, hodan, meeting) in ("booked", "again")


def test_only_the_person_wishes(store, amina, yusuf, hodan, meeting):
    for actor in (yusuf.actor, amina.actor):
        with pytest.raises(NotFound):
            store.do(
                interpreting.wish_interpreter, actor=actor, ref=meeting, wanted=True, tongue=SOMALI
            )
    with pytest.raises(NotFound):
        store.do(
            interpreting.mark_interpreter, actor=amina.actor, participant_id=yusuf.id, ref=meeting,
            seen=0, state="booked", tongue=SOMALI, why="", lang="en",
        )  # fmt: skip


@given(wanted=st.sampled_from([True, False, None]), state=st.sampled_from(STATES))
def test_there_is_always_one_thing_to_say(wanted, state):
    found = interpreter_says(wanted=wanted, state=state)
    assert found in get_args(Says)
    assert (found == "booked") == (state == "booked" and wanted is not False)
    changed = interpreter_says(wanted=wanted, state=after_change(state))
    assert changed != "booked", "nobody relies on an interpreter for another time"
    assert changed != "impossible"
