"""The plan: the coach answers every line, and both see whether they agree."""

import pytest

from tests.support import record
from tests.support.form import PageForm
from tests.support.page import Page, words
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.goals import service as goals
from webapp.domain.goals import steps
from webapp.domain.people import signing_in


@pytest.fixture
def goal(store, hodan) -> str:
    """A goal that Hodan shares."""
    return record.set_goal(store, hodan, "Work in a kitchen")


@pytest.fixture
def plan(hodan) -> str:
    """The address of Hodan's plan."""
    return f"/coach/{hodan.ref}/plan"


def answer(browser, line: str, value: str, reason: str = "", **how) -> Page:
    """Fills in the form of one line as it stands on the page, and presses a button."""
    return browser.form(f"answer-{line}").fill(reason=reason).send(value, **how)


def line(page, ref: str) -> str:
    """What stands on the page about one line."""
    return words(page.one(f"#line-{ref}"))


@pytest.mark.parametrize(
    ("value", "reason", "told"),
    [
        ("yes", "", "You and your coach agree"),
        ("yes_but", "Begin with two days.", "Begin with two days."),
        ("no", "There is no kitchen here.", "There is no kitchen here."),
    ],
)
def test_an_answer_is_read_by_the_participant(desk, phone, plan, goal, value, reason, told):
    desk.get(plan)
    page = answer(desk, goal, value, reason)
    assert page.path == plan
    assert "receipt" in page.text
    assert told in phone.get("/me/plan").main + phone.get(f"/me/plan/{goal}").main


@pytest.mark.parametrize("value", ["yes_but", "no"])
def test_no_and_but_need_a_reason(desk, plan, goal, value):
    desk.get(plan)
    page = answer(desk, goal, value)
    assert page.status == 422
    assert "Write a few words about why" in page.errors()["reason"]
    assert "Waits for your answer" in line(page, goal)


def test_a_reason_that_is_too_long_is_kept_on_the_page(desk, plan, goal):
    desk.get(plan)
    page = answer(desk, goal, "no", "x" * 1001)
    assert "too long" in page.errors()["reason"]
    assert page.one(f"#reason-{goal}").get_text().strip() == "x" * 1001


def test_htmx_gets_the_line_and_a_summary_that_is_true(desk, plan, goal):
    desk.get(plan)
    part = answer(desk, goal, "yes", htmx=True)
    assert not part.whole
    assert "You both agree" in line(part, goal)
    assert part.one("#summary")["hx-swap-oob"] == "true"
    assert "You both agree on every goal and step under way" in words(part.one("#summary"))
    assert part.all(".saved")


def test_htmx_gets_the_error_at_the_line(desk, plan, goal):
    desk.get(plan)
    part = answer(desk, goal, "no", htmx=True)
    assert part.status == 422
    assert "Write a few words" in line(part, goal)
    assert part.one("[data-focus]")


@pytest.mark.parametrize(("htmx", "status"), [(False, 409), (True, 422)])
def test_a_text_changed_meanwhile_is_read_first_and_the_reason_stays(
    store, hodan, desk, plan, goal, htmx, status
):
    desk.get(plan)
    store.do(
        goals.edit_line, actor=hodan.actor, participant_id=hodan.id, ref=goal,
        seen=as_seen(store, goal), wording=Wording("Work in a bakery", "en"),
    )  # fmt: skip
    page = answer(desk, goal, "no", "The kitchen is far away.", htmx=htmx)
    assert page.status == status
    assert "Work in a bakery" in line(page, goal)
    assert "changed just before" in page.errors()[""]
    assert page.one(f"#reason-{goal}").get_text().strip() == "The kitchen is far away."
    form = PageForm(desk, page, page.one(f"form[name=answer-{goal}]"))
    again = form.send("no")
    assert "You said: no, because … The kitchen is far away." in line(again, goal)


@pytest.mark.parametrize("reason", ["He has no time for it", ""])
def test_an_answer_to_a_step_taken_away_meanwhile_keeps_its_words(
    store, hodan, desk, plan, goal, reason
):
    step = record.add_step(store, hodan, goal, "Call my uncle")
    desk.get(plan)
    form = desk.form(f"answer-{step}").fill(reason=reason)
    store.do(steps.remove_step, actor=hodan.actor, ref=step, removed=True)

    page = form.send("yes_but" if reason else "yes")
    assert page.status == 409
    assert "Hodan has taken this step away. Your answer was not sent." in page.errors()[""]
    assert ("You wrote He has no time for it" in page.main) == bool(reason)
    assert "Call my uncle" not in page.main
    assert page.one(f"#line-{goal}")

    assert form.send("yes", htmx=True).status == 404  # the words stand in the form still


def test_an_answer_can_be_changed_and_the_first_one_was_not_lost(desk, phone, plan, goal):
    desk.get(plan)
    answer(desk, goal, "no", "It is far.")
    page = answer(desk, goal, "yes")
    assert "You both agree" in line(page, goal)


def test_nobody_answers_for_the_participant(store, amina, hodan, desk, plan):
    mine = record.set_goal(store, hodan, "From Amina", by=amina)
    page = desk.get(plan)
    assert not page.all(f"form[name=answer-{mine}]")
    assert "Waits for Hodan" in line(page, mine)


def test_a_line_of_somebody_else_cannot_be_answered(store, per, lena, hodan, desk, plan, goal):
    theirs = record.set_goal(store, lena, "Not for Amina")
    draft = record.set_goal(store, hodan, "Not shared", shared=False)
    desk.get(plan)
    token = desk.form(f"answer-{goal}").fields("yes")
    for other in (theirs, draft, "nothing"):
        fields = [(name, other if name == "line" else value) for name, value in token]
        page = desk.post(plan, [each for each in fields if each[0] != "key"])
        assert page.status == 404
        assert "Not" not in page.main.replace("Nothing is lost", "")


@pytest.mark.parametrize("value", ["maybe", ""])
def test_a_strange_answer_stores_nothing(desk, plan, goal, value):
    desk.get(plan)
    fields = [each for each in desk.form(f"answer-{goal}").fields() if each[0] != "value"]
    page = desk.post(plan, [*fields, ("value", value)])
    assert page.status == 422
    assert "Waits for your answer" in line(page, goal)


def test_a_step_of_my_own_is_done_and_can_be_undone(store, amina, hodan, desk, phone, plan, goal):
    step = record.add_step(store, hodan, goal, "Call the café", doer="coach", by=amina)
    desk.get(plan)
    done = desk.form(f"done-{step}").send("done")
    assert done.all(f"li.done#line-{step}")
    assert "Done" in phone.get("/me/plan").main
    assert not desk.form(f"done-{step}").send("undone").all(f"li.done#line-{step}")


def test_the_participants_own_step_is_not_mine_to_mark(store, hodan, desk, plan, goal):
    step = record.add_step(store, hodan, goal, "Write my CV")
    page = desk.get(plan)
    assert not page.all(f"form[name=done-{step}]")
    fields = [
        (name, step if name == "line" else value)
        for name, value in desk.form(f"answer-{goal}").fields("yes")
        if name != "value"
    ]
    assert desk.post(plan, [*fields, ("value", "done")]).status == 404


def test_goal_by_goal_and_side_by_side(store, amina, hodan, desk, plan, goal):
    record.add_step(store, hodan, goal, "Write my CV")
    record.add_step(store, hodan, goal, "Ask the boss", doer="coach", by=amina)
    page = desk.get(plan)
    assert [words(each) for each in page.all("h3")] == ["What Hodan does", "What others do"]
    assert "1 waits for Hodan" in page.main
    assert "2 wait for your answer" in page.main


def test_words_typed_when_the_sign_in_had_ended_come_back_at_the_same_line(
    store, amina, desk, plan, goal, hodan
):
    other = record.set_goal(store, hodan, "Another goal")
    desk.get(plan)
    form = desk.form(f"answer-{other}").fill(reason="I thought about it for long.")
    with desk.client.session_transaction(base_url="http://localhost") as session:
        token = session["_user_id"]
    store.do(signing_in.end, token=token)
    page = form.send("yes_but")
    assert page.path == "/staff/sign-in"
    back = desk.form("email").fill(email=amina.email, password=amina.password).send()
    assert back.path == plan
    assert back.one(f"#reason-{other}").get_text().strip() == "I thought about it for long."
    assert back.one(f"#reason-{goal}").get_text().strip() == ""


def test_everything_done_here_stands_in_the_log(desk, phone, plan, goal):
    desk.get(plan)
    answer(desk, goal, "yes")
    log = phone.get("/me/log").main
    assert "Read your plan." in log
    assert "Answered something in your plan." in log
