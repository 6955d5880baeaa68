"""A goal that rests, is reached or dropped: nobody is waited for, in either door."""

import pytest

from tests.support import record
from tests.support.agreement import freeze
from tests.support.page import words
from webapp.domain.goals import service as goals

MAKE = "/me/meetings/next/paper"
WAITING = ("Waiting for your answer", "Waiting for your coach's answer", "Waits for ")


@pytest.fixture
def goal(store, hodan) -> str:
    """A goal that Hodan shares, and that Amina has not answered."""
    return record.set_goal(store, hodan, "Work in a kitchen")


@pytest.fixture
def proposal(store, amina, hodan, goal) -> str:
    """A step of it that Amina suggests, and that Hodan has not answered."""
    return record.add_step(store, hodan, goal, "Evening course", by=amina)


def becomes(store, person, goal: str, status: str) -> None:
    """Hodan pauses, reaches, drops or takes up her goal."""
    store.do(goals.set_status, actor=person.actor, ref=goal, status=status)


def waiting(page) -> list[str]:
    """The tags on the page that say that somebody is waited for."""
    return [words(tag) for tag in page.all(".tag") if words(tag).startswith(WAITING)]


@pytest.mark.parametrize("status", ["paused", "reached", "dropped"])
def test_nobody_is_waited_for_on_the_pages_of_the_participant(
    phone, store, hodan, goal, proposal, status
):
    pages = [f"/me/goals/{goal}", f"/me/plan/{goal}", f"/me/plan/{proposal}", "/me/plan"]
    assert all(waiting(phone.get(page)) for page in pages)
    becomes(store, hodan, goal, status)
    for page in pages:
        assert not waiting(phone.get(page)), page
    becomes(store, hodan, goal, "active")
    assert all(waiting(phone.get(page)) for page in pages)


@pytest.mark.parametrize("status", ["paused", "reached", "dropped"])
def test_nobody_is_waited_for_on_the_pages_of_the_coach(desk, store, hodan, goal, proposal, status):
    pages = [f"/coach/{hodan.ref}/plan", f"/coach/{hodan.ref}/brief"]
    assert all(waiting(desk.get(page)) for page in pages)
    becomes(store, hodan, goal, status)
    for page in pages:
        assert not waiting(desk.get(page)), page


def test_a_frozen_plan_waits_for_nobody_about_a_goal_that_rests(
    phone, desk, store, hodan, goal, proposal
):
    becomes(store, hodan, goal, "paused")
    plan = freeze(store, hodan)
    for page in (
        phone.get(f"/me/plan/agreed/{plan}"),
        desk.get(f"/coach/{hodan.ref}/plan/agreed/{plan}"),
    ):
        assert "Work in a kitchen" in page.main
        assert "Resting" in page.main
        assert not waiting(page)


def test_a_goal_that_rests_says_so_in_the_plan(phone, store, hodan, goal):
    becomes(store, hodan, goal, "paused")
    assert "Resting" in words(phone.get("/me/plan").one(f"#line-{goal}"))


@pytest.mark.parametrize("value", ["yes_but", "no"])
def test_an_answer_to_a_goal_that_rests_brings_back_no_waiting(
    desk, store, hodan, goal, proposal, value
):
    becomes(store, hodan, goal, "paused")
    desk.get(f"/coach/{hodan.ref}/plan")
    part = desk.form(f"answer-{goal}").fill(reason="").send(value, htmx=True)
    assert part.status == 422
    assert not waiting(part)


def test_the_paper_waits_for_nobody_about_a_goal_that_rests(phone, store, hodan, goal):
    assert "My coach has not answered yet" in paper(phone)
    becomes(store, hodan, goal, "paused")
    found = paper(phone)
    assert "Work in a kitchen" in found
    assert "has not answered" not in found
    assert "Resting" in found


@pytest.mark.parametrize("status", ["reached", "dropped"])
def test_the_brief_does_not_begin_anew_when_the_only_goal_is_over(
    phone, desk, store, hodan, goal, status
):
    becomes(store, hodan, goal, status)
    for page in (
        desk.get(f"/coach/{hodan.ref}/brief"),
        phone.get("/me/meetings/next/brief"),
    ):
        assert "the goal: Work in a kitchen" in page.main
        assert "No shared goal is under way." in page.main
        assert "There is nothing to agree on right now." in page.main
        assert "The next goal: what does Hodan want now?" in page.main
        for wrong in ("No goal is shared", "A first goal", "nothing to agree on yet"):
            assert wrong not in page.main, wrong


def test_a_goal_that_rests_is_followed_by_the_next_one(desk, store, hodan, goal):
    becomes(store, hodan, goal, "paused")
    found = desk.get(f"/coach/{hodan.ref}/brief").main
    assert "The next goal: what does Hodan want now?" in found
    assert "A first goal" not in found


@pytest.mark.parametrize(("status", "told"), [("reached", "Reached on"), ("dropped", "Dropped on")])
def test_the_plan_shows_the_goals_that_are_over(desk, store, hodan, goal, status, told):
    assert not desk.get(f"/coach/{hodan.ref}/plan").all("#finished")
    becomes(store, hodan, goal, status)
    page = desk.get(f"/coach/{hodan.ref}/plan")
    assert "No shared goal is under way" in page.main
    assert "No shared goals yet" not in page.main
    found = words(page.one("#finished"))
    assert "Work in a kitchen" in found
    assert told in found


def test_a_draft_that_is_over_is_in_no_plan(phone, desk, store, hodan):
    draft = record.set_goal(store, hodan, "Away from my uncle", shared=False)
    becomes(store, hodan, draft, "reached")
    assert "uncle" not in desk.get(f"/coach/{hodan.ref}/plan").html
    assert "No shared goals yet" in desk.page.main
    assert "No goal is shared yet." in desk.get(f"/coach/{hodan.ref}/brief").main


def test_a_plan_without_a_goal_does_not_say_that_none_was_shared(phone, desk, store, hodan, goal):
    becomes(store, hodan, goal, "reached")
    plan = f"/coach/{hodan.ref}/plan"
    for page in (
        desk.get(f"{plan}/agreed/new"),
        desk.get(f"{plan}/whole"),
        phone.get("/me/plan/whole"),
    ):
        assert "There is no goal in the plan" in page.main, page.path
        assert "No goal is shared" not in page.main
        assert "No shared goals" not in page.main


def paper(phone) -> str:
    """What stands on a new paper for the meeting."""
    phone.get(MAKE)
    return phone.form(MAKE).send().main
