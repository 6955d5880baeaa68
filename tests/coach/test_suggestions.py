"""What the coach suggests: a goal, a step, another text. All wait for the participant."""

from datetime import timedelta

import pytest

from tests.support import record
from tests.support.clock import MONDAY
from tests.support.page import words
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.goals import service as goals
from webapp.domain.goals import steps


@pytest.fixture
def goal(store, hodan) -> str:
    """A goal that Hodan shares."""
    return record.set_goal(store, hodan, "Work in a kitchen")


def day(days: int) -> str:
    """A day so far from Monday, as it is typed."""
    return (MONDAY + timedelta(days=days)).date().isoformat()


def test_a_suggested_step_waits_for_the_participant(desk, phone, hodan, goal):
    desk.get(f"/coach/{hodan.ref}/plan/{goal}/steps/new")
    page = desk.form("step").fill(
        text="Visit Café Torget", doer="other", doer_name="Arbetsförmedlingen", due_on=day(3)
    ).send()  # fmt: skip
    assert page.path == f"/coach/{hodan.ref}/plan"
    assert "Visit Café Torget" in page.main
    assert "Arbetsförmedlingen · By Thursday 26 November" in page.main
    assert "Waits for Hodan" in page.main
    asked = phone.get("/me/plan").main
    assert "Your coach suggests" in asked
    assert "Visit Café Torget" in asked
    assert "Suggested something for your plan." in phone.get("/me/log").main


def test_a_suggested_goal_waits_for_the_participant(desk, phone, hodan):
    desk.get(f"/coach/{hodan.ref}/plan/goals/new")
    page = desk.form("goal").fill(text="Try work training").send()
    assert page.path == f"/coach/{hodan.ref}/plan"
    assert "Waits for Hodan" in page.main
    assert "Try work training" in phone.get("/me/plan").main


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"text": ""}, "text", "Please write"),
        ({"text": "x" * 501}, "text", "too long"),
        ({"doer": None}, "doer", "Please choose one"),
        ({"doer": "other"}, "doer_name", "Write who does it"),
        ({"doer": "other", "doer_name": "x" * 81}, "doer_name", "too long"),
        ({"due_on": "2026-02-30"}, "due_on", "not a day"),
        ({"due_on": day(-1)}, "due_on", "has been"),
        ({"due_on": day(3000)}, "due_on", "too far away"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_the_rest_is_kept(
    desk, hodan, goal, typed, field, said
):
    given = {"text": "Visit Café Torget", "doer": "coach", **typed}
    desk.get(f"/coach/{hodan.ref}/plan/{goal}/steps/new")
    page = desk.form("step").fill(**given).send()
    assert page.status == 422
    assert said in page.errors()[field]
    assert words(page.one("#text")) == given["text"]
    assert page.path.endswith("/steps/new")


def test_sent_twice_is_stored_once(desk, hodan, goal):
    desk.get(f"/coach/{hodan.ref}/plan/{goal}/steps/new")
    form = desk.form("step").fill(text="Visit Café Torget", doer="coach")
    form.send()
    assert form.send().main.count("Visit Café Torget") == 1


def test_another_text_undoes_both_answers(store, amina, hodan, desk, goal):
    step = record.add_step(store, hodan, goal, "Write my CV")
    store.do(
        goals.answer_line, actor=amina.actor, participant_id=hodan.id, ref=step,
        seen=as_seen(store, step), value="yes", reason="", lang="en",
    )  # fmt: skip
    page = desk.get(f"/coach/{hodan.ref}/plan/steps/{step}")
    assert words(page.one("#text")) == "Write my CV"
    assert "both of you have to say yes again" in page.main
    after = desk.form("step").fill(text="Write my CV together", doer="together").send()
    assert "Write my CV together" in after.main
    assert "Waits for Hodan" in words(after.one(f"#line-{step}"))


def test_a_new_day_alone_keeps_the_language_of_the_words(store, yusuf, desk):
    goal = record.set_goal(store, yusuf, "عمل")
    step = record.add_step(store, yusuf, goal, "أكتب سيرتي")
    desk.get(f"/coach/{yusuf.ref}/plan/steps/{step}")
    page = desk.form("step").fill(due_on=day(4)).send()
    text = page.one(f"#line-{step} b bdi")
    assert (words(text), text["lang"]) == ("أكتب سيرتي", "ar")


def test_a_text_changed_meanwhile_is_read_first_and_mine_is_kept(store, hodan, desk, goal):
    step = record.add_step(store, hodan, goal, "Write my CV")
    desk.get(f"/coach/{hodan.ref}/plan/steps/{step}")
    store.do(
        goals.edit_line, actor=hodan.actor, participant_id=hodan.id, ref=step,
        seen=as_seen(store, step),
        wording=Wording("Write my CV on Friday", "en", doer="participant"),
    )  # fmt: skip
    page = desk.form("step").fill(text="Write the CV with me").send()
    assert "changed while you wrote" in page.errors()["text"]
    assert words(page.one("#text")) == "Write the CV with me"
    assert "Write my CV on Friday" in page.main
    assert "Write the CV with me" in desk.form("step").send().main


@pytest.mark.parametrize("text", ["Write the CV with me", ""])
def test_a_step_taken_away_meanwhile_is_not_changed_and_my_words_are_kept(
    store, hodan, desk, phone, goal, text
):
    step = record.add_step(store, hodan, goal, "Write my CV", doer="together")
    desk.get(f"/coach/{hodan.ref}/plan/steps/{step}")
    form = desk.form("step").fill(text=text, doer="other", doer_name="Bo", due_on=day(3))
    phone.get(f"/me/goals/{goal}")
    phone.form(f"/me/steps/{step}/remove").send()

    page = form.send()
    assert page.status == 409
    assert "Hodan has taken this step away." in page.errors()[""]
    assert words(page.one("#text")) == text
    assert page.one("[name=doer_name]")["value"] == "Bo"
    assert page.one("[name=due_on]")["value"] == day(3)
    assert "Write my CV" not in page.main

    after = desk.form("step").fill(text="Write the CV with me").send()
    assert after.path == f"/coach/{hodan.ref}/plan"
    assert "Waits for Hodan" in after.main
    phone.get(f"/me/goals/{goal}?undo={step}")
    assert "Write my CV" in phone.form(f"/me/steps/{step}/remove").send().main


def test_a_step_of_a_goal_that_is_kept_by_now_is_told_to_nobody(store, hodan, desk, goal):
    step = record.add_step(store, hodan, goal, "Write my CV", doer="together")
    desk.get(f"/coach/{hodan.ref}/plan/steps/{step}")
    form = desk.form("step").fill(text="Write the CV with me")
    store.do(steps.remove_step, actor=hodan.actor, ref=step, removed=True)
    store.do(goals.share_goal, actor=hodan.actor, ref=goal, shared=False)
    page = form.send()
    assert page.status == 404
    assert "Work in a kitchen" not in page.html


def test_a_day_that_has_passed_may_stay_when_only_the_text_changes(
    store, amina, hodan, desk, goal, clock
):
    wording = Wording("Call", "en", doer="coach", due_on=(MONDAY + timedelta(days=1)).date())
    step = store.do(
        steps.add_step, actor=amina.actor, participant_id=hodan.id, goal_ref=goal, wording=wording
    ).object_ref
    clock.shift(timedelta(minutes=50))
    store.at = None
    desk.get(f"/coach/{hodan.ref}/plan/steps/{step}")
    assert "Call again" in desk.form("step").fill(text="Call again").send().main


@pytest.mark.parametrize("shared", [True, False])
def test_other_peoples_goals_and_drafts_are_not_there(store, per, lena, hodan, desk, shared):
    person = lena if shared else hodan
    other = record.set_goal(store, person, "Hidden", shared=shared)
    step = record.add_step(store, person, other, "Hidden too")
    for address in (f"{other}/steps/new", f"steps/{step}", f"steps/{other}"):
        page = desk.get(f"/coach/{hodan.ref}/plan/{address}", status=404)
        assert "Hidden" not in page.html
