"""Booking the next meeting, and calling one off."""

from datetime import datetime, timedelta

import pytest

from tests.support import record
from tests.support.clock import MONDAY, SWEDEN


def test_a_booked_meeting_is_on_both_sides(desk, phone, hodan):
    desk.get(f"/coach/{hodan.ref}/meetings/new")
    page = desk.form("meeting").fill(day="2026-11-26", clock="13:30", place="Storgatan 1").send()
    assert page.path == f"/coach/{hodan.ref}"
    assert "Thursday 26 November at 13:30" in page.main
    assert "Storgatan 1" in page.main
    home = phone.get("/me").main
    assert "26 November" in home
    assert "13:30" in home
    assert "Booked or changed a meeting." in phone.get("/me/log").main


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"day": "2026-11-20"}, "day", "That time has been"),
        ({"day": "2026-11-23", "clock": "09:59"}, "day", "That time has been"),
        ({"day": "2028-11-26"}, "day", "too far away"),
        ({"day": "2026-02-30"}, "day", "not a day"),
        ({"day": "26/11"}, "day", "not a day"),
        ({"day": ""}, "day", "Please write"),
        ({"clock": "25:00"}, "clock", "not a time"),
        ({"clock": ""}, "clock", "Please write"),
        ({"day": "2027-03-28", "clock": "02:30"}, "clock", "no such time"),
        ({"place": "x" * 201}, "place", "too long"),
    ],
)
def test_an_impossible_time_is_explained_and_nothing_is_lost(desk, hodan, typed, field, said):
    desk.get(f"/coach/{hodan.ref}/meetings/new")
    given = {"day": "2026-11-26", "clock": "13:30", "place": "The library", **typed}
    page = desk.form("meeting").fill(**given).send()
    assert page.status == 422
    assert said in page.errors()[field]
    assert page.one("#place")["value"] == given["place"]
    assert "No meeting is booked." in desk.get(f"/coach/{hodan.ref}").main


def test_a_second_meeting_with_the_same_person_at_the_same_time_is_refused(desk, hodan, meeting):
    desk.get(f"/coach/{hodan.ref}/meetings/new")
    given = {"day": "2026-11-26", "clock": "10:00", "place": "The library"}
    page = desk.form("meeting").fill(**given).send()
    assert page.status == 422
    assert "A meeting with this person is booked" in page.errors()["clock"]
    assert page.one("#place")["value"] == "The library"
    assert desk.get(f"/coach/{hodan.ref}").main.count("Thursday 26 November at 10:00") == 1

    desk.get(f"/coach/{hodan.ref}/meetings/{meeting}/cancel")
    desk.form("cancel").send()
    desk.get(f"/coach/{hodan.ref}/meetings/new")
    assert desk.form("meeting").fill(**given).send().path == f"/coach/{hodan.ref}"


def test_a_meeting_with_somebody_else_then_is_a_warning_and_no_more(desk, yusuf, meeting):
    desk.get(f"/coach/{yusuf.ref}/meetings/new")
    page = desk.form("meeting").fill(day="2026-11-26", clock="10:00").send()
    assert page.path == f"/coach/{yusuf.ref}"
    assert "another meeting at the same time: Thursday 26 November at 10:00" in page.text


def test_a_booking_sent_twice_is_one_meeting_and_no_error(desk, hodan):
    desk.get(f"/coach/{hodan.ref}/meetings/new")
    form = desk.form("meeting").fill(day="2026-11-26", clock="13:30")
    first, second = form.send(), form.send()
    assert first.path == second.path == f"/coach/{hodan.ref}"
    assert second.main.count("Thursday 26 November at 13:30") == 1


def test_a_meeting_is_called_off_after_a_question(store, amina, desk, phone, hodan):
    record.book(store, amina, hodan, MONDAY + timedelta(days=3))
    desk.get(f"/coach/{hodan.ref}")
    asked = desk.follow("Cancel the meeting")
    assert "Thursday 26 November at 10:00" in asked.main
    page = desk.form("cancel").send()
    assert "No meeting is booked." in page.main
    home = phone.get("/me").main
    assert "You do not meet on Thursday 26 November at 10:00." in home
    assert "You will meet" not in home
    again = desk.get(asked.path, status=404)
    assert again.status == 404


def test_a_meeting_of_somebody_else_cannot_be_called_off(store, amina, per, lena, hodan, desk):
    theirs = record.book(store, per, lena, MONDAY + timedelta(days=3))
    mine = record.book(store, amina, hodan, MONDAY + timedelta(days=4))
    desk.get(f"/coach/{hodan.ref}/meetings/{mine}/cancel")
    fields = desk.form("cancel").fields()
    assert desk.post(f"/coach/{hodan.ref}/meetings/{theirs}/cancel", fields).status == 404
    assert desk.post(f"/coach/{lena.ref}/meetings/{theirs}/cancel", fields).status == 404


def test_a_meeting_in_summer_is_at_that_time_in_summer(desk, hodan):
    desk.get(f"/coach/{hodan.ref}/meetings/new")
    page = desk.form("meeting").fill(day="2027-06-01", clock="10:00").send()
    assert "10:00" in page.main


def test_one_that_was_booked_before_is_said(store, amina, desk, hodan):
    record.book(store, amina, hodan, datetime(2026, 11, 27, 9, 0, tzinfo=SWEDEN))
    page = desk.get(f"/coach/{hodan.ref}/meetings/new")
    assert "A meeting is booked already: Friday 27 November at 09:00" in page.main
