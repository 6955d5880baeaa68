"""A step from a picture: each reads it in their own language, and no words have to be told."""

import pytest

from tests.support.meaning import own_words
from tests.support.record import own_goal
from webapp.domain.agreement.rules import Wording
from webapp.domain.errors import Invalid
from webapp.domain.goals import steps
from webapp.domain.goals.cards import CARD_IDS
from webapp.domain.goals.step_cards import STEP_CARD_IDS, STEP_CARDS
from webapp.domain.people import service as people
from webapp.kit import languages
from webapp.kit.step_cards import STEP_TEXTS


def choose(browser, address, card="step-interpreter", **fields):
    browser.get(f"{address}?card={card}")
    return browser.form("step").fill(**fields).send()


def test_every_card_has_words_and_a_name_of_its_own():
    assert set(STEP_TEXTS) == STEP_CARD_IDS
    assert len(STEP_CARDS) == len(STEP_CARD_IDS) >= 12
    assert not STEP_CARD_IDS & CARD_IDS


def test_a_picture_is_read_in_each_readers_language(app, store, phone, desk, hodan, amina, goal):
    choose(phone, f"/me/goals/{goal}/steps/new")
    (step,) = own_goal(store, hodan, goal).steps
    assert (step.line.wording.card, step.line.wording.doer) == ("step-interpreter", "coach")

    assert "Book an interpreter" in phone.get(f"/me/goals/{goal}").main
    store.do(people.set_language, actor=amina.actor, language="sv")
    with app.test_request_context(), languages.speaking("sv"):
        swedish = str(STEP_TEXTS["step-interpreter"])
    assert swedish in desk.get(f"/coach/{hodan.ref}/plan").main
    assert [each.text for each in own_words(store, hodan)] == ["Work in a kitchen"]


def test_the_coach_suggests_one_too(store, phone, desk, hodan, goal):
    choose(desk, f"/coach/{hodan.ref}/plan/{goal}/steps/new", "step-visit")
    (step,) = own_goal(store, hodan, goal).steps
    assert (step.line.wording.card, step.line.wording.doer) == ("step-visit", "together")
    assert "Visit a workplace" in phone.get("/me/plan").main


def test_other_words_are_own_words(store, phone, hodan, goal):
    choose(phone, f"/me/goals/{goal}/steps/new", text="Book the good interpreter")
    (step,) = own_goal(store, hodan, goal).steps
    assert step.line.wording.card is None
    assert step.line.wording.text == "Book the good interpreter"


def test_the_picture_stays_when_only_the_day_is_changed(store, phone, hodan, goal):
    choose(phone, f"/me/goals/{goal}/steps/new")
    (step,) = own_goal(store, hodan, goal).steps
    phone.get(f"/me/steps/{step.line.ref}/edit")
    phone.form("step").fill(due_on="2026-12-01").send()
    (step,) = own_goal(store, hodan, goal).steps
    assert (step.line.wording.card, step.line.number) == ("step-interpreter", 2)
    phone.get(f"/me/steps/{step.line.ref}/edit")
    phone.form("step").fill(text="Call him").send()
    (step,) = own_goal(store, hodan, goal).steps
    assert step.line.wording.card is None


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_coach_saves_a_picture_unchanged_and_nothing_is_undone(
    store, phone, desk, hodan, amina, goal, language
):
    choose(phone, f"/me/goals/{goal}/steps/new")
    (step,) = own_goal(store, hodan, goal).steps
    store.do(people.set_language, actor=amina.actor, language=language)
    desk.get(f"/coach/{hodan.ref}/plan/steps/{step.line.ref}")
    desk.form("step").send()
    assert own_goal(store, hodan, goal).steps[0].line.number == 1


def test_a_card_that_does_not_exist_is_own_words_or_refused(store, phone, hodan, goal):
    page = phone.get(f"/me/goals/{goal}/steps/new?card=kitchen")
    assert page.all("[name=card]")[0].get("value", "") == ""
    with pytest.raises(Invalid):
        store.do(
            steps.add_step,
            actor=hodan.actor,
            participant_id=hodan.id,
            goal_ref=goal,
            wording=Wording("Cook", "en", card="kitchen", doer="participant"),
        )
