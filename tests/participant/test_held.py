"""Earlier meetings: each is found again from both doors, with what was decided there."""

from datetime import timedelta

import pytest

from tests.support import kit, record
from tests.support.statements import statements

DAY = timedelta(days=1)


@pytest.fixture(params=["me", "coach"])
def door(request, phone, desk, hodan):
    """A browser, and the address that meetings have behind its door."""
    whose = {"me": (phone, "/me"), "coach": (desk, f"/coach/{hodan.ref}")}
    browser, start = whose[request.param]
    return browser, f"{start}/meetings"


def meet(store, amina, hodan, days):
    """The two met at noon so many days ago, and decided something. Gives the meeting."""
    ref = record.book(store, amina, hodan, store.now - days * DAY)
    kit.decide(store, hodan, hodan, f"Decided {days} days ago", meeting=ref)
    return ref


def test_every_meeting_is_reached_with_what_was_decided(door, store, amina, hodan):
    browser, place = door
    newest = [meet(store, amina, hodan, days) for days in range(12, 0, -1)][-1]
    page = browser.get(f"{place}/earlier")
    assert page.all(".more.card a")[0]["href"] == f"{place}/{newest}/decided"
    assert "1 thing decided" in page.main
    page = browser.follow("Earlier")
    assert len(page.all(".more.card a")) == 2
    page = browser.get(page.all(".more.card a")[-1]["href"])
    assert "Decided 12 days ago" in page.main
    browser.follow("Earlier meetings")
    assert browser.page.path == f"{place}/earlier"


def test_without_a_meeting_it_says_what_will_stand_there(door):
    browser, place = door
    assert "You have not met yet" in browser.get(f"{place}/earlier").main


def test_the_way_there(phone, desk, store, amina, hodan):
    phone.get("/me/meetings")
    assert phone.follow("Earlier meetings").path == "/me/meetings/earlier"
    assert "Earlier meetings" not in desk.get(f"/coach/{hodan.ref}").main
    meet(store, amina, hodan, 2)
    desk.get(f"/coach/{hodan.ref}")
    assert "Decided 2 days ago" not in desk.follow("Earlier meetings").main
    assert "Read what you decided at a meeting." in phone.get("/me/log").main


def test_many_meetings_ask_as_often_as_one(app, door, store, amina, hodan):
    browser, place = door
    seen = []
    for days in range(29, 0, -1):
        meet(store, amina, hodan, days)
        if days in (29, 1):
            browser.get(f"{place}/earlier")
            with statements(app.extensions["engine"]) as found:
                browser.get(f"{place}/earlier")
            seen.append(len(found))
    assert seen[0] == seen[1] <= 8
