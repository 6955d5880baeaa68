"""The plan: Amina suggests, Hodan answers, and both see the same."""

import pytest

from tests.support import record
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.goals import service as goals


@pytest.fixture
def proposal(store, amina, hodan, goal) -> str:
    """A step that Amina suggests."""
    return record.add_step(store, hodan, goal, "Evening course", by=amina)


def test_an_empty_plan_says_what_to_do(phone):
    page = phone.get("/me/plan")
    assert "Your plan is empty" in page.main
    assert page.resolve("/me/goals/new") in page.links()


def test_a_proposal_waits_and_one_tap_agrees(phone, desk, hodan, proposal):
    assert "Waiting for your answer" in phone.get("/me/plan").main
    page = phone.form("yes").send()
    assert "receipt" in page.text
    assert "Evening course" in page.main
    assert "Your coach suggests" not in page.main
    assert "You both agree" in desk.get(f"/coach/{hodan.ref}/plan").main


@pytest.mark.parametrize("value", ["yes_but", "no"])
def test_no_and_but_stand_with_their_reason_for_both(phone, desk, hodan, proposal, value):
    phone.get(f"/me/plan/{proposal}")
    page = phone.form("answer").fill(value=value, reason="I work in the evening").send()
    assert "to talk about" in page.main
    assert "I work in the evening" in phone.get(f"/me/plan/{proposal}").main
    assert "I work in the evening" in desk.get(f"/coach/{hodan.ref}/plan").main


def test_a_no_without_a_reason_is_asked_for_at_the_field(phone, proposal):
    phone.get(f"/me/plan/{proposal}")
    page = phone.form("answer").fill(value="no").send()
    assert "Write a few words about why" in page.errors()["reason"]


def test_no_answer_at_all_is_asked_for(phone, proposal):
    phone.get(f"/me/plan/{proposal}")
    assert "value" in phone.form("answer").send().errors()


def test_an_answer_to_an_old_text_is_not_stored_and_keeps_the_reason(
    phone, store, amina, hodan, proposal
):
    phone.get(f"/me/plan/{proposal}")
    form = phone.form("answer").fill(value="no", reason="I work in the evening")
    store.do(
        goals.edit_line,
        actor=amina.actor,
        participant_id=hodan.id,
        ref=proposal,
        seen=as_seen(store, proposal),
        wording=Wording("Morning course", "sv", doer="participant"),
    )
    page = form.send()
    assert page.status == 409
    assert "Morning course" in page.h1
    assert "I work in the evening" in page.one("textarea").text
    assert phone.form("answer").fill(value="yes").send().path == "/me/plan"


def test_a_draft_is_in_no_plan(phone, store, hodan, goal):
    ref = record.set_goal(store, hodan, "My secret", shared=False)
    assert "My secret" not in phone.get("/me/plan").main
    phone.get(f"/me/plan/{ref}", status=404)
