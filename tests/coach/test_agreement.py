"""Agreeing at the desk: other words for a goal, two who write at once, and the whole plan."""

import pytest

from tests.support import record
from tests.support.agreement import edit, freeze
from tests.support.form import PageForm
from tests.support.page import words


@pytest.fixture
def goal(store, hodan) -> str:
    """A goal that Hodan shares."""
    return record.set_goal(store, hodan, "Work in a kitchen")


@pytest.fixture
def plan(hodan) -> str:
    """The address of Hodan's plan."""
    return f"/coach/{hodan.ref}/plan"


def test_other_words_for_a_goal_wait_for_the_participant(phone, desk, plan, goal):
    desk.get(f"{plan}/goals/{goal}")
    page = desk.form("edit").fill(text="Work in a school kitchen").send()
    assert "Waits for Hodan" in page.main
    page = phone.get(f"/me/plan/{goal}")
    assert page.h1 == "Work in a school kitchen"
    assert "The text was changed on" in page.main
    assert [words(each) for each in page.all("ins")] == ["school"]
    assert "Changed a text in your plan." in phone.get("/me/log").main


def test_a_draft_and_a_step_are_no_goals_to_change(desk, store, hodan, plan, goal):
    draft = record.set_goal(store, hodan, "Secret", shared=False)
    step = record.add_step(store, hodan, goal, "Call")
    for ref in (draft, step, "nothing"):
        desk.get(f"{plan}/goals/{ref}", status=404)


def test_two_who_change_a_goal_at_once_lose_no_words(desk, store, hodan, plan, goal):
    desk.get(f"{plan}/goals/{goal}")
    form = desk.form("edit").fill(text="Work in a school kitchen")
    edit(store, hodan, goal, "Work in a bakery")
    page = form.send()
    assert page.status == 422
    assert "Work in a bakery" in page.main
    assert "changed while you wrote" in page.errors()["text"]
    assert "Work in a school kitchen" in page.one("textarea").text
    assert "Work in a school kitchen" in desk.form("edit").send().main


def test_a_step_changed_meanwhile_is_read_beside_the_own_words(desk, store, hodan, plan, goal):
    step = record.add_step(store, hodan, goal, "Call")
    desk.get(f"{plan}/steps/{step}")
    form = desk.form("step").fill(text="We write", doer="together")
    edit(store, hodan, step, "I visit them", doer="participant")
    page = form.send()
    assert page.status == 422
    assert "The text now I visit them" in page.main
    assert "Before, it said: Call" in page.main
    assert "We write" in page.one("textarea").text
    assert "We write" in desk.form("step").send().main


@pytest.mark.parametrize("htmx", [False, True])
def test_a_no_without_words_to_an_old_text_shows_the_new_one(desk, store, hodan, plan, goal, htmx):
    desk.get(plan)
    form = desk.form(f"answer-{goal}")
    edit(store, hodan, goal, "Work in a bakery")
    page = form.send("no", htmx=htmx)
    assert "changed just before you answered" in page.errors()[""]
    again = PageForm(desk, page, page.one(f"form[name=answer-{goal}]"))
    assert "You both agree" in again.send("yes", htmx=htmx).text


def test_a_step_taken_away_has_no_history_for_the_coach(phone, desk, store, hodan, plan, goal):
    step = record.add_step(store, hodan, goal, "Call")
    phone.get(f"/me/goals/{goal}")
    phone.form(f"/me/steps/{step}/remove").send()
    desk.get(f"{plan}/{step}/history", status=404)


def test_the_coach_freezes_the_plan_and_cannot_answer_for_the_participant(
    phone, desk, store, hodan, plan, goal
):
    desk.get(f"{plan}/agreed/new")
    page = desk.form("freeze").send()
    assert "waits for Hodan" in page.main
    desk.form("answer").send("yes")
    assert "waits for Hodan" in desk.get(page.path).main
    assert "Made a plan with the date" in phone.get("/me/log").main
    phone.get("/me/plan")
    phone.follow("Read the whole plan and answer")
    phone.form("answer").fill(value="yes").send()
    assert "You both agreed on" in desk.get(plan).main


def test_a_plan_changed_meanwhile_is_read_first(desk, store, hodan, plan, goal):
    desk.get(f"{plan}/agreed/new")
    form = desk.form("freeze")
    edit(store, hodan, goal, "Work in a bakery")
    page = form.send()
    assert page.status == 409
    assert "Work in a bakery" in page.main
    assert "waits for Hodan" in desk.form("freeze").send().main


def test_an_answer_to_a_replaced_plan_keeps_its_words(desk, store, hodan, plan, goal):
    old = freeze(store, hodan)
    desk.get(f"{plan}/agreed/{old}")
    form = desk.form("answer").fill(reason="Too early")
    edit(store, hodan, goal, "Work in a bakery")
    freeze(store, hodan)
    page = form.send("no")
    assert page.status == 409
    assert "This is the newest one" in page.errors()[""]
    assert "Too early" in page.one("textarea").text
    assert "Amina said: no, because" in desk.form("answer").send("no").main


def test_per_finds_no_plan_of_hodan(store, per, hodan, goal, quickly):
    ref = freeze(store, hodan)
    browser = quickly(per)
    for address in ("agreed", "agreed/new", f"agreed/{ref}", f"{goal}/history", f"goals/{goal}"):
        browser.get(f"/coach/{hodan.ref}/plan/{address}", status=404)


def test_no_form_at_the_desk_counts_versions(desk, store, hodan, plan, goal):
    """What the coach's forms carry is a name, not a number that drafts have added to."""
    record.add_step(store, hodan, goal, "Call")
    edit(store, hodan, goal, "Work in a bakery")
    record.written(store, hodan, "question", "Who pays?")
    (question,) = record.own_path(store, hodan)
    addresses = (plan, f"{plan}/goals/{goal}", f"/coach/{hodan.ref}/path/questions/{question.ref}")
    for address in addresses:
        carried = [str(each["value"]) for each in desk.get(address).all("input[name=seen]")]
        assert carried, address
        assert all(len(each) == 16 for each in carried), address


@pytest.mark.parametrize("by_coach", [True, False])
def test_a_plan_that_waits_is_not_called_agreed(
    phone, desk, store, amina, hodan, plan, goal, by_coach
):
    desk.get(plan)
    desk.form(f"answer-{goal}").send("yes")
    freeze(store, hodan, amina if by_coach else None)
    for page in (desk.get(plan), phone.get("/me/plan")):
        tags = [words(tag) for tag in page.all("main .tag")]
        assert any("agree on every goal and step under way" in tag for tag in tags)
        assert any("waits for" in tag for tag in tags)
        assert "agree on the whole plan" not in page.main
        assert tags.count("You and your coach agree") <= 1  # the goal's own
