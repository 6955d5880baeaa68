"""The way to and fro on the coach's pages: whose record it is, and the nearest next thing to do."""

from datetime import timedelta

import pytest

from tests.support import record
from tests.support.clock import MONDAY
from tests.support.page import words

DAY = timedelta(days=1)


@pytest.mark.parametrize("place", ["", "/brief", "/plan", "/plan/whole", "/words", "/ratings"])
def test_every_page_of_a_record_says_whose_it_is_and_leads_to_it(desk, hodan, place):
    page = desk.get(f"/coach/{hodan.ref}{place}")
    link = page.one("nav.menu a[aria-current]")
    assert words(link) == "Hodan"
    assert link["href"] == f"/coach/{hodan.ref}"
    assert link["aria-current"] == ("true" if place else "page")


@pytest.mark.parametrize("place", ["", "/invite", "/obstacles"])
def test_a_page_about_nobody_names_nobody_in_the_menu(desk, hodan, place):
    assert "Hodan" not in words(desk.get(f"/coach{place}").one("nav.menu"))


def test_from_the_brief_to_the_line_that_waits_in_one_step(store, amina, desk, phone, hodan):
    goal = record.set_goal(store, hodan, "I want to bake bread.")
    record.book(store, amina, hodan, MONDAY + DAY)
    desk.get(f"/coach/{hodan.ref}/brief")
    page = desk.follow("Answer now")
    assert page.path == f"/coach/{hodan.ref}/plan"
    assert page.one(f"#line-{goal} form")
    seen = phone.get("/me/meetings/next/brief")
    assert "I want to bake bread." in seen.main
    assert "Answer now" not in seen.main


def test_after_a_meeting_the_next_one_is_near_and_a_booked_one_can_be_moved(
    store, amina, desk, hodan
):
    held = record.book(store, amina, hodan, MONDAY - DAY)
    coming = record.book(store, amina, hodan, MONDAY + DAY)
    desk.get(f"/coach/{hodan.ref}/meetings/{held}/decided")
    desk.follow("Book a meeting")
    page = desk.follow("Move the meeting")
    assert page.path == f"/coach/{hodan.ref}/meetings/{coming}/move"


def test_a_text_that_stands_is_changed_and_a_further_one_is_added(desk, hodan):
    address = f"/coach/{hodan.ref}/plan/whole"
    assert "Add a line" not in words(desk.get(address).one("#needs"))
    desk.get(f"/coach/{hodan.ref}/plan/write/need")
    desk.form("plan-text").fill(text="Hodan needs a bus card.").send()
    needs = words(desk.get(address).one("#needs"))
    assert "Add a line" in needs
    assert "Write here" not in needs
