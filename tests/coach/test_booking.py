"""Around a meeting, as the coach sees it: moving it and answering what is asked."""

from datetime import timedelta

import pytest

from tests.support import booking, record
from tests.support.clock import MONDAY
from webapp.domain.meetings import asking

DAY = timedelta(days=1)
THURSDAY = MONDAY + 3 * DAY


@pytest.fixture
def address(hodan, meeting):
    """The coach's page about it."""
    return f"/coach/{hodan.ref}/meetings/{meeting}"


def test_a_moved_meeting_tells_both_where_it_was(desk, phone, address, meeting):
    desk.get(address)
    desk.follow("Move the meeting")
    form = desk.form("move")
    assert dict(form.fields())["clock"] == "10:00"
    page = form.fill(day="2026-11-27", clock="14:15", place="The library").send()
    assert page.path == address
    assert "Friday 27 November at 14:15" in page.main
    assert "Moved from Thursday 26 November at 10:00" in page.main
    assert "Hodan has not seen the change yet" in page.main

    home = phone.get("/me")
    assert "Moved from Thursday 26 November at 10:00." in home.main
    assert "The new time is Friday 27 November at 14:15." in home.main
    assert "Moved a meeting." in phone.get("/me/log").main
    phone.get("/me")
    assert "Moved from" not in phone.form("seen").send().main
    assert "Moved from" in phone.get(f"/me/meetings/{meeting}").main
    assert "Hodan has seen the change" in desk.get(address).main


def test_two_tabs_that_move_at_once_are_told_kindly(desk, quickly, amina, address):
    other = quickly(amina)
    for browser, day in ((desk, "2026-11-27"), (other, "2026-11-28")):
        browser.get(f"{address}/move")
        browser.form("move").fill(day=day)
    first = other.form("move").fill(day="2026-11-28", clock="09:00").send()
    assert first.status == 200
    late = desk.form("move").fill(day="2026-11-27", clock="08:00").send()
    assert late.status == 422
    assert "Somebody moved the meeting" in late.errors()["day"]
    assert "Saturday 28 November at 09:00" in late.main
    assert late.one("#day")["value"] == "2026-11-27"
    assert "Friday 27 November at 08:00" in desk.form("move").send().main


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"day": "2026-11-20"}, "day", "That time has been"),
        ({"day": "2028-11-26"}, "day", "too far away"),
        ({"day": "2026-02-30"}, "day", "not a day"),
        ({"clock": ""}, "clock", "Please write"),
        ({"day": "2027-03-28", "clock": "02:30"}, "clock", "no such time"),
        ({"day": "2026-11-26", "clock": "10:00"}, "clock", "has this time"),
        ({"place": "x" * 201}, "place", "too long"),
    ],
)
def test_an_impossible_time_is_explained_and_nothing_is_lost(desk, address, typed, field, said):
    desk.get(f"{address}/move")
    given = {"day": "2026-11-27", "clock": "13:30", "place": "Storgatan 1", **typed}
    page = desk.form("move").fill(**given).send()
    assert page.status == 422
    assert said in page.errors()[field]
    assert page.one("#place")["value"] == given["place"]
    assert "Moved from" not in desk.get(address).main


def test_the_hour_that_comes_twice_can_be_booked(desk, hodan):
    desk.get(f"/coach/{hodan.ref}/meetings/new")
    page = desk.form("meeting").fill(day="2027-10-31", clock="02:30").send()
    assert "02:30" in page.main


def test_what_is_asked_waits_on_the_list_the_brief_and_the_page(
    store, desk, phone, hodan, meeting, address
):
    phone.get(f"/me/meetings/{meeting}")
    phone.follow("Ask for another time, or say that you cannot come")
    assert "Nothing happens to your money because of this." in phone.page.main
    phone.form("ask").fill(kind="cannot", text="My daughter has a doctor's appointment").send()
    assert "Your coach has not answered yet." in phone.get("/me").main

    assert "Wants another time, or cannot come" in desk.get("/coach").main
    brief = desk.get(f"/coach/{hodan.ref}/brief").main
    assert "Hodan cannot come. My daughter has" in brief
    desk.get(address)
    desk.follow("Answer, and keep the time")
    desk.form("keep").fill(reply="We talk by phone instead").send()
    assert "Wants another time" not in desk.get("/coach").main
    told = phone.get(f"/me/meetings/{meeting}").main
    assert "Your coach keeps the time, and says: We talk by phone instead" in told
    assert "Answered you about the time" in phone.get("/me/log").main


def test_an_answer_to_another_question_than_the_one_that_was_read_is_kept(
    store, desk, phone, hodan, meeting
):
    first = booking.ask(store, hodan, meeting, "move", "Friday is better")
    address = f"/coach/{hodan.ref}/meetings/{meeting}/keep"
    desk.get(address)
    form = desk.form("keep").fill(reply="Friday is full")
    store.do(asking.take_back, actor=hodan.actor, ref=meeting, asked=first, back=False)

    page = form.send()
    assert page.status == 422
    assert "The question was changed while you wrote." in page.errors()["reply"]
    assert "Friday is full" in page.one("textarea").text

    booking.ask(store, hodan, meeting, "cannot", "My daughter is ill")
    page = desk.form("keep").send()
    assert page.status == 422
    assert "My daughter is ill" in page.main
    desk.form("keep").fill(reply="We talk by phone").send()
    told = phone.get(f"/me/meetings/{meeting}").main
    assert "We talk by phone" in told
    assert "Friday is full" not in told


def test_a_question_that_came_after_the_page_was_opened_is_not_answered_by_moving(
    store, desk, phone, hodan, meeting, address
):
    desk.get(f"{address}/move")
    form = desk.form("move").fill(clock="15:30")
    booking.ask(store, hodan, meeting, "cannot", "My daughter is ill")

    form.send()
    assert "My daughter is ill" in desk.get(address).main
    assert "Your coach has not answered yet." in phone.get("/me").main

    desk.get(f"{address}/move")
    desk.form("move").fill(clock="16:00").send()
    assert "Your coach has not answered yet." not in phone.get("/me").main


def test_another_coach_sees_nothing_of_it(quickly, store, per, hodan, meeting, address):
    booking.ask(store, hodan, meeting, "cannot", "My secret reason")
    stranger = quickly(per)
    for part in ("", ".ics", "/move", "/keep", "/people/new", "/interpreter", "/cancel"):
        page = stranger.get(f"{address}{part}", status=404)
        assert "secret" not in page.html
    assert "secret" not in stranger.get("/coach").html


def test_a_meeting_of_another_person_is_not_found_under_this_one(
    store, desk, amina, yusuf, hodan, address
):
    theirs = record.book(store, amina, yusuf, THURSDAY)
    desk.get(f"{address}/move")
    fields = desk.form("move").fields()
    for part in ("", ".ics", "/move", "/keep", "/people/new", "/interpreter", "/cancel"):
        desk.get(f"/coach/{hodan.ref}/meetings/{theirs}{part}", status=404)
    assert desk.post(f"/coach/{hodan.ref}/meetings/{theirs}/move", fields).status == 404


def test_another_meeting_at_the_same_time_is_a_warning(store, desk, amina, yusuf, hodan):
    record.book(store, amina, yusuf, THURSDAY)
    desk.get(f"/coach/{hodan.ref}/meetings/new")
    page = desk.form("meeting").fill(day="2026-11-26", clock="10:30").send()
    assert page.path == f"/coach/{hodan.ref}"
    assert "another meeting at the same time: Thursday 26 November at 10:00" in page.text
    assert "Thursday 26 November at 10:30" in page.main
    assert "Yusuf" not in page.main
    assert (
        "There is another meeting at the same time"
        in desk.follow("Move, who comes, interpreter").main
    )


def test_a_cancelled_meeting_stays_on_the_page_as_cancelled(desk, phone, hodan, meeting, address):
    desk.get(address)
    desk.follow("Cancel the meeting")
    desk.form("cancel").send()
    assert "Cancelled: Thursday 26 November at 10:00" in desk.get(f"/coach/{hodan.ref}").main
    desk.get(f"{address}/cancel", status=404)
    assert "Cancelled" in desk.get(address).main
    assert "You do not meet on Thursday 26 November at 10:00." in phone.get("/me").main
    phone.form("seen").send()
    assert "You do not meet" not in phone.page.main
    assert "Cancelled" in phone.get("/me/meetings").main
