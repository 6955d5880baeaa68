"""Before the meeting: own words first, what changed, ratings, and what to talk about."""

from datetime import timedelta

import pytest
from bs4 import Tag

from tests.support import record
from tests.support.clock import MONDAY
from tests.support.page import Page, words
from tests.support.people import participant
from tests.support.seen import as_seen
from webapp.domain.goals import service as goals

DAY = timedelta(days=1)


def headings(page: Page) -> list[str]:
    """The headings of the parts, in order."""
    return [words(each) for each in page.all("main h2")]


def part(page: Page, heading: str) -> Tag:
    """The part of the page under this heading."""
    return next(
        each for each in page.all("main section") if words(each.select("h2")[0]).startswith(heading)
    )


def rows(page: Page, title: str) -> list[str]:
    """The rows of one instrument, from the top."""
    table = next(
        each for each in page.all("table") if words(each.select("caption")[0]).startswith(title)
    )
    return [words(each) for each in table.select("tbody tr")]


def respond(store, person, instrument: str, codes: dict[str, str], *, done: bool = True) -> None:
    """The person's answers in the round that is open now."""
    task = record.task(store, person, instrument)
    assert task is not None
    for item, code in codes.items():
        text = "More about money." if code == "text" else ""
        record.answer(store, person, task, item, code, text)
    if done:
        record.finish(store, person, task)


@pytest.fixture
def nils(store, amina):
    """Nils has been here for seven months."""
    store.at = MONDAY - 215 * DAY
    found = participant(store, amina, "Nils", language="en")
    store.at = None
    return found


def test_the_parts_come_in_the_order_of_the_meeting(store, amina, desk, nils):
    respond(store, nils, "EGEN", {"EGEN-03": "4"})
    record.book(store, amina, nils, MONDAY + 2 * DAY)
    record.book(store, amina, nils, MONDAY - 14 * DAY)
    page = desk.get(f"/coach/{nils.ref}/brief")
    assert headings(page) == [
        "Nils wants to talk about", "New since you met", "Shared goals and steps",
        "How Nils sees it, now and before", "Not agreed yet",
        "Suggested agenda", "Activities and work training",
    ]  # fmt: skip
    assert "Wednesday 25 November at 10:00" in page.main
    assert "You last met on Monday 9 November" in page.main


def test_own_wishes_stand_in_their_own_language_and_direction(store, desk, yusuf):
    record.wish(store, yusuf, "أريد أن أتحدث عن السكن")
    wish = part(desk.get(f"/coach/{yusuf.ref}/brief"), "Yusuf wants").select(".own")[0]
    assert words(wish) == "أريد أن أتحدث عن السكن"
    assert (wish["lang"], wish["dir"]) == ("ar", "auto")


def test_a_wish_from_before_the_last_meeting_or_taken_back_is_gone(store, amina, desk, nils):
    store.at = MONDAY - 9 * DAY
    record.wish(store, nils, "An old wish")
    record.book(store, amina, nils, MONDAY - 7 * DAY)
    store.at = None
    record.wish(store, nils, "A new wish")
    from webapp.domain.meetings import service

    taken = record.wish(store, nils, "Taken back")
    store.do(service.withdraw_wish, actor=nils.actor, ref=taken, back=False)
    text = desk.get(f"/coach/{nils.ref}/brief").main
    assert "A new wish" in text
    assert "An old wish" not in text
    assert "Taken back" not in text


def test_what_was_written_after_the_meeting_is_read_before_the_next(store, amina, desk, nils):
    record.book(store, amina, nils, MONDAY - DAY)
    respond(store, nils, "MOTE", {"MOTE-01": "4", "MOTE-05": "text"})
    assert "More about money." in words(part(desk.get(f"/coach/{nils.ref}/brief"), "Nils wants"))


def test_now_and_before_with_the_largest_change_first(store, desk, nils):
    store.at = MONDAY - 200 * DAY
    respond(store, nils, "EGEN", {"EGEN-01": "2", "EGEN-02": "3", "EGEN-03": "5", "EGEN-04": "3"})
    store.at = None
    respond(store, nils, "EGEN", {"EGEN-01": "3", "EGEN-02": "3", "EGEN-03": "2", "EGEN-04": "dk"})
    found = rows(desk.get(f"/coach/{nils.ref}/brief"), "Power over my life")
    assert [row.split(" Before")[0] for row in found[:3]] == [
        "Hope Down 3 steps Talk about", "Influencing what happens Up 1 step", "My worth",
    ]  # fmt: skip
    assert "Before: Yes, completely Now: No, not really" in found[0]
    assert "Now: I don’t know" in found[2]
    assert found[3] == "As before: Speaking up: Yes and no"


def test_no_total_no_average_no_red(store, desk, nils):
    respond(store, nils, "EGEN", {"EGEN-01": "5", "EGEN-02": "1", "EGEN-03": "4"})
    page = desk.get(f"/coach/{nils.ref}/brief")
    table = words(page.one("table"))
    assert not any(each in table for each in ("%", "3.3", "10", "Total", "verage"))
    assert not page.all(".error")


def test_for_the_first_time_there_is_only_now(store, desk, nils):
    respond(store, nils, "EGEN", {"EGEN-03": "4"})
    page = desk.get(f"/coach/{nils.ref}/brief")
    assert rows(page, "Power over my life") == ["Hope Yes, mostly"]
    assert "For the first time" in page.main


def test_a_fall_gets_one_line_to_begin_with(store, desk, nils):
    respond(store, nils, "EGEN", {"EGEN-01": "1", "EGEN-03": "1"})
    agenda = words(part(desk.get(f"/coach/{nils.ref}/brief"), "Suggested agenda"))
    assert agenda.count("What do we need to do differently?") == 1
    assert "Talk about: Hope" in agenda


def test_what_is_not_finished_is_not_shown(store, desk, nils):
    respond(store, nils, "EGEN", {"EGEN-03": "1"}, done=False)
    page = desk.get(f"/coach/{nils.ref}/brief")
    assert not page.all("table")
    assert "Hope" not in page.html


def test_a_draft_is_nowhere(store, desk, hodan):
    goal = record.set_goal(store, hodan, "Zebra goal", shared=False)
    record.add_step(store, hodan, goal, "Zebra step")
    shared = record.set_goal(store, hodan, "Zebra taken back")
    store.do(goals.share_goal, actor=hodan.actor, ref=shared, shared=False)
    for address in ("", "/brief", "/plan", "/meetings/new", "/plan/goals/new"):
        assert "Zebra" not in desk.get(f"/coach/{hodan.ref}{address}").html


def test_what_is_not_agreed_says_who_said_what(store, amina, desk, hodan):
    goal = record.set_goal(store, hodan, "Work at night", by=amina)
    store.do(
        goals.answer_line, actor=hodan.actor, participant_id=hodan.id, ref=goal,
        seen=as_seen(store, goal), value="no", reason="My daughter is alone then.", lang="en",
    )  # fmt: skip
    page = desk.get(f"/coach/{hodan.ref}/brief")
    differing = words(part(page, "Not agreed yet"))
    assert "Hodan said: no, because … My daughter is alone then." in differing
    assert "Said no to: Work at night" in words(part(page, "New"))
    assert "Agree on: Work at night" in words(part(page, "Suggested agenda"))


def test_a_card_is_read_in_the_coachs_language(store, desk, hodan):
    from webapp.domain.agreement.rules import Wording

    wording = Wording("Waxaan rabaa inaan ka shaqeeyo jikada", "so", card="kitchen")
    store.do(
        goals.set_goal, actor=hodan.actor, participant_id=hodan.id, wording=wording, shared=True
    )
    assert "I want to work in a kitchen" in desk.get(f"/coach/{hodan.ref}/brief").main


def test_an_empty_record_still_says_how_to_begin(desk, hodan):
    page = desk.get(f"/coach/{hodan.ref}/brief")
    assert "Begin by asking" in page.main
    assert "A first goal: what does Hodan want?" in page.main


def test_reading_it_stands_in_the_participants_log(store, desk, phone, hodan):
    desk.get(f"/coach/{hodan.ref}/brief")
    log = phone.get("/me/log").main
    assert "Amina" in log
    assert "before a meeting" in log
