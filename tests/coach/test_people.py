"""My people: next meeting first, what is new, what waits for me, and finding somebody by name."""

from datetime import datetime, timedelta

import pytest
from bs4 import Tag

from tests.support import record
from tests.support.clock import MONDAY, SWEDEN
from tests.support.page import Page, words
from tests.support.people import invited, participant
from tests.support.seen import as_seen
from webapp.domain.goals import service as goals
from webapp.domain.goals import steps

DAY = timedelta(days=1)


def names(page: Page) -> list[str]:
    """The names in the list, from the top."""
    return [words(each) for each in page.all("#people b")]


def entry(page: Page, name: str) -> Tag:
    """The entry of one person."""
    return next(each for each in page.all("#people li") if name in words(each))


def test_the_next_meeting_comes_first_and_no_meeting_last(store, amina, desk):
    for name, days in (("Bo", 5), ("Adam", 2), ("Cilla", 9)):
        record.book(store, amina, invited(store, amina, name), MONDAY + days * DAY)
    invited(store, amina, "Aase")
    page = desk.get("/coach")
    assert names(page) == ["Adam", "Bo", "Cilla", "Aase"]
    assert "25 November" in words(entry(page, "Adam"))


def test_without_meetings_the_order_is_the_swedish_alphabet(store, amina, desk):
    for name in ("Örjan", "Ärla", "Åke", "Zara", "Oskar", "Anna"):
        invited(store, amina, name)
    assert names(desk.get("/coach")) == ["Anna", "Oskar", "Zara", "Åke", "Ärla", "Örjan"]


def test_only_my_own_people_are_there(store, desk, hodan, lena):
    page = desk.get("/coach")
    assert names(page) == ["Hodan"]
    assert "Lena" not in page.html


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("å", ["Ali Ås", "Åsa Öberg"]),
        ("a", ["Ali Ås", "Mia Andersson"]),
        ("ÅS", ["Ali Ås", "Åsa Öberg"]),
        ("ö", ["Åsa Öberg"]),
        ("o", []),
        ("a\u030as", ["Ali Ås", "Åsa Öberg"]),  # as some phones send å
        ("  mia   and", ["Mia Andersson"]),
        ("%", []),
        ("_", []),
        ("mia\x00", ["Mia Andersson"]),
    ],
)
def test_search_knows_swedish_letters(store, amina, desk, typed, found):
    for name in ("Åsa Öberg", "Ali Ås", "Mia Andersson"):
        invited(store, amina, name)
    desk.get("/coach")
    page = desk.form("q").fill(q=typed).send()
    assert names(page) == found
    assert page.one("#q")["value"] == typed.replace("\x00", "").strip()


def test_htmx_gets_only_the_list_and_the_page_includes_it(store, amina, desk):
    for name in ("Åsa", "Bo"):
        invited(store, amina, name)
    desk.get("/coach")
    form = desk.form("q").fill(q="bo")
    part = form.send(htmx=True)
    assert not part.whole
    assert names(part) == ["Bo"]
    assert part.headers["Vary"].find("HX-Request") >= 0
    whole = form.send()
    assert str(whole.one("#people")) == str(part.one("#people"))


def test_a_search_that_finds_nobody_says_how_to_search(desk, hodan):
    desk.get("/coach")
    page = desk.form("q").fill(q="zzz").send()
    assert names(page) == []
    assert "Nobody found" in page.main


def test_the_first_day_there_is_nobody_and_a_way_to_invite(desk):
    page = desk.get("/coach")
    assert "You have no people here yet" in page.main
    assert page.all('main a[href="/coach/invite"]')


def test_a_long_list_goes_on_another_page(store, amina, desk):
    for number in range(51):
        invited(store, amina, f"Person {number:02}")
    first = desk.get("/coach")
    assert len(names(first)) == 50
    assert names(desk.follow("Later in the list")) == ["Person 50"]
    assert len(names(desk.follow("Earlier in the list"))) == 50


@pytest.mark.parametrize("number", ["0", "-1", "x", "999999999999999999999"])
def test_a_strange_page_number_does_no_harm(desk, hodan, number):
    desk.get(f"/coach?page={number}")


def test_somebody_who_has_not_used_the_card_is_marked(store, amina, desk, hodan):
    invited(store, amina, "Nils")
    page = desk.get("/coach")
    assert "Has not used the card yet" in words(entry(page, "Nils"))
    assert "card" not in words(entry(page, "Hodan"))


def test_what_is_new_since_the_last_meeting_is_counted_as_the_brief_tells_it(
    store, amina, desk, hodan
):
    store.at = MONDAY - 60 * DAY
    kept = record.set_goal(store, hodan, "An old goal")
    step = record.add_step(store, hodan, kept, "An old step")
    theirs = record.add_step(store, hodan, kept, "From Amina", by=amina)
    late = record.set_goal(store, hodan, "Shared late", shared=False)
    gone = record.add_step(store, hodan, kept, "Taken away")
    record.book(store, amina, hodan, MONDAY - 20 * DAY)
    store.at = MONDAY - 10 * DAY
    _much_happens(store, hodan, kept, step, theirs, late, gone)
    record.set_goal(store, hodan, "Still a draft", shared=False)
    record.set_goal(store, hodan, "From the coach", by=amina)
    for text in ("One wish", "Another wish"):
        record.wish(store, hodan, text)
    said = words(entry(desk.get("/coach"), "Hodan"))
    told = desk.get(f"/coach/{hodan.ref}/brief").all("#news li")
    assert len(told) == 5  # what happened to a goal before it was shared is nobody else's business
    assert "5 new" in said
    assert "2 wishes for the meeting" in said


def _much_happens(store, hodan, kept, step, theirs, late, gone):
    store.do(steps.mark_step, actor=hodan.actor, participant_id=hodan.id, ref=step, done=True)
    store.do(
        goals.answer_line, actor=hodan.actor, participant_id=hodan.id, ref=theirs,
        seen=as_seen(store, theirs), value="no", reason="It is too far.", lang="en",
    )  # fmt: skip
    store.do(goals.share_goal, actor=hodan.actor, ref=late, shared=True)
    store.do(goals.set_status, actor=hodan.actor, ref=late, status="paused")
    store.do(steps.remove_step, actor=hodan.actor, ref=gone, removed=True)
    record.set_goal(store, hodan, "A new goal")
    record.add_step(store, hodan, kept, "A new step")


def test_a_draft_is_never_counted(store, desk, hodan):
    goal = record.set_goal(store, hodan, "Only me", shared=False)
    record.add_step(store, hodan, goal, "Only my step")
    said = words(entry(desk.get("/coach"), "Hodan"))
    assert "new" not in said
    assert "wait" not in said


def test_what_waits_for_me_is_counted_until_i_have_answered(store, amina, desk, hodan):
    goal = record.set_goal(store, hodan, "A goal")
    record.add_step(store, hodan, goal, "A step")
    record.add_step(store, hodan, goal, "My own suggestion", by=amina)
    assert "2 wait for your answer" in words(entry(desk.get("/coach"), "Hodan"))
    store.do(
        goals.answer_line, actor=amina.actor, participant_id=hodan.id, ref=goal,
        seen=as_seen(store, goal), value="yes", reason="", lang="en",
    )  # fmt: skip
    assert "1 waits for your answer" in words(entry(desk.get("/coach"), "Hodan"))


def test_a_meeting_that_goes_on_is_still_the_next(store, amina, desk, clock):
    person = participant(store, amina, "Nils")
    record.book(store, amina, person, datetime(2026, 11, 23, 10, 30, tzinfo=SWEDEN))
    clock.shift(timedelta(minutes=50))
    assert "10:30" in words(entry(desk.get("/coach"), "Nils"))
