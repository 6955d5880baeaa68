"""Meetings and wishes: which is the last, which the next, and what to talk about."""

from datetime import timedelta

import pytest

from tests.support.record import book, wish
from webapp.domain.actors import Actor
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.meetings import rules, service

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SECOND = timedelta(seconds=1)


def both(store, person, **given):
    """When the last and the next meeting begin."""
    found = store.ask(service.meetings, participant_id=person.id, **given)
    return tuple(each and each.starts_at for each in (found.last, found.next))


def texts(store, person, since=None):
    """The person's wishes."""
    return [each.text for each in store.ask(service.wishes, participant_id=person.id, since=since)]


def test_the_meetings_nearest_to_now_count(store, hodan, amina):
    now = store.now
    for days in (-20, -7, 3, 12):
        book(store, amina, hodan, now + days * DAY)

    assert both(store, hodan) == (now - 7 * DAY, now + 3 * DAY)


def test_without_meetings_there_is_neither(store, hodan, yusuf, amina):
    book(store, amina, yusuf, store.now + DAY)

    assert both(store, hodan) == (None, None)


def test_a_meeting_that_is_going_on_is_still_the_next(store, hodan, amina):
    at = store.now + DAY
    book(store, amina, hodan, at)

    assert both(store, hodan, now=at) == (None, at)
    assert both(store, hodan, now=at + HOUR - SECOND) == (None, at)
    assert both(store, hodan, now=at + HOUR) == (at, None)


def test_a_meeting_says_when_where_and_with_whom(store, hodan, amina):
    book(store, amina, hodan, store.now + DAY, place=" Storgatan 1 ")

    found = store.ask(service.meetings, participant_id=hodan.id).next
    assert (found.place, found.staff_name) == ("Storgatan 1", "Amina")


def test_a_cancelled_meeting_is_gone_and_cannot_be_cancelled_again(store, hodan, amina):
    ref = book(store, amina, hodan, store.now + DAY)
    how = {"actor": amina.actor, "participant_id": hodan.id, "ref": ref}

    store.do(service.cancel, **how)

    assert both(store, hodan) == (None, None)
    with pytest.raises(NotFound):
        store.do(service.cancel, **how)


def test_a_meeting_that_has_begun_cannot_be_cancelled(store, hodan, yusuf, amina):
    ref = book(store, amina, hodan, store.now + DAY)

    for person, now in ((hodan, store.now + DAY), (yusuf, store.now)):
        with pytest.raises(NotFound):
            store.do(service.cancel, actor=amina.actor, participant_id=person.id, ref=ref, now=now)


@pytest.mark.parametrize(
    ("wait", "place", "field", "problem"),
    [
        (timedelta(0), "", "day", "past"),
        (-DAY, "", "day", "past"),
        (401 * DAY, "", "day", "far"),
        (DAY, "x" * 201, "place", "long"),
    ],
)
def test_a_meeting_is_booked_for_a_time_that_can_be_meant(
    store, hodan, amina, wait, place, field, problem
):
    with pytest.raises(Invalid) as refused:
        book(store, amina, hodan, store.now + wait, place=place, now=store.now)

    assert (refused.value.field, refused.value.reason) == (field, problem)


def test_a_repeated_booking_is_one_meeting(store, hodan, amina):
    refs = {book(store, amina, hodan, store.now + DAY, key="tap") for _ in range(2)}

    assert len(refs) == 1


# --- wishes ------------------------------------------------------------------------------------


def test_wishes_stand_in_the_order_they_came(store, hodan, yusuf):
    for text in ("My room", "  The bus\n"):
        wish(store, hodan, text)
    wish(store, yusuf, "Somebody else's")

    assert texts(store, hodan) == ["My room", "The bus"]


def test_wishes_are_for_the_next_meeting(store, hodan):
    wish(store, hodan, "Old", now=store.now - 2 * DAY)
    wish(store, hodan, "At the meeting", now=store.now - DAY)
    wish(store, hodan, "New")

    assert texts(store, hodan, since=store.now - DAY) == ["At the meeting", "New"]


def test_a_wish_is_withdrawn_and_comes_back(store, hodan):
    ref = wish(store, hodan, "My room")

    store.do(service.withdraw_wish, actor=hodan.actor, ref=ref, back=False)
    assert texts(store, hodan) == []

    store.do(service.withdraw_wish, actor=hodan.actor, ref=ref, back=True)
    assert texts(store, hodan) == ["My room"]


def test_only_the_writer_withdraws_a_wish(store, hodan, yusuf):
    ref = wish(store, hodan, "My room")

    for actor in (yusuf.actor, Actor("staff", hodan.id)):
        with pytest.raises(NotFound):
            store.do(service.withdraw_wish, actor=actor, ref=ref, back=False)
    with pytest.raises(NotFound):
        store.do(service.wish, actor=Actor("staff", hodan.id), text="Mine", lang="sv")


@pytest.mark.parametrize(
    ("text", "problem"), [("", "empty"), (" \n", "empty"), ("x" * 1001, "long")]
)
def test_a_wish_is_neither_empty_nor_endless(store, hodan, text, problem):
    with pytest.raises(Invalid) as refused:
        wish(store, hodan, text)

    assert (refused.value.field, refused.value.reason) == ("text", problem)


def test_there_is_room_for_many_wishes_and_withdrawn_ones_do_not_count(store, hodan):
    refs = [wish(store, hodan, f"Wish {number}") for number in range(rules.MOST_WISHES)]
    with pytest.raises(Invalid) as refused:
        wish(store, hodan, "One more")
    assert (refused.value.field, refused.value.reason) == ("text", "many")

    store.do(service.withdraw_wish, actor=hodan.actor, ref=refs[0], back=False)
    wish(store, hodan, "One more")

    wish(store, hodan, "A month later", now=store.now + rules.WISH_WINDOW)
