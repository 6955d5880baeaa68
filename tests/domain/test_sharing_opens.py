"""What each consent opens, and that nothing else is ever open."""

from datetime import timedelta

import pytest

from tests.support.clock import MONDAY
from tests.support.outcomes import SECRET_STEP, register, step
from tests.support.record import add_step, answer, book, finish, set_goal, task, written
from tests.support.sharing import consent, everything_in, offer, open_page, read, withdraw
from tests.support.training import activity
from webapp.domain.audit.log import log
from webapp.domain.goals import service as goals
from webapp.domain.sharing import service
from webapp.domain.sharing.rules import Item
from webapp.domain.sharing.shared import previewed

DAY = timedelta(days=1)


@pytest.fixture
def full(store, hodan, amina):
    """Something of every kind in Hodan's record, and of each something that is only hers."""
    kitchen = set_goal(store, hodan, "I want to work in a kitchen")
    add_step(store, hodan, kitchen, "I call the restaurant")
    draft = set_goal(store, hodan, "I leave in secret", shared=False)
    add_step(store, hodan, draft, "I ask in secret")
    set_goal(store, hodan, "Learn to cycle", by=amina)
    activity(store, amina, hodan, title="Kitchen practice")
    written(store, hodan, "section", "I speak four languages", part="PROF-02")
    written(store, hodan, "section", "I am tired in secret", part="PROF-05", shared=False)
    written(store, hodan, "contact", "In secret", person="Aunt")
    written(store, hodan, "question", "Who pays?")
    step(store, hodan, "I took the bus alone")
    step(store, hodan, SECRET_STEP, shared=False)
    register(store, amina, hodan)
    book(store, amina, hodan, MONDAY + 2 * DAY)
    return kitchen


PARTS = {
    "goals": "work in a kitchen",
    "activities": "Kitchen practice",
    "path": "four languages",
    "steps": "took the bus",
    "meetings": "Amina",
}


def test_each_kind_opens_its_own_part_and_no_other(store, hodan, eva, full):
    for kind, words in PARTS.items():
        ref = consent(store, hodan, kind)
        text = everything_in(read(store, eva, hodan))
        assert words in text
        for other in PARTS.keys() - {kind}:
            assert PARTS[other] not in text, (kind, other)
        withdraw(store, hodan, ref)


def test_all_kinds_together_never_open_what_is_only_hers(store, hodan, eva, full):
    consent(store, hodan)
    text = everything_in(read(store, eva, hodan))
    assert all(words in text for words in PARTS.values())
    for secret in ("secret", "Aunt", "Who pays", "Learn to cycle", "Storgatan"):
        assert secret not in text, secret


def test_one_goal_opens_that_goal_alone(store, hodan, eva, full):
    set_goal(store, hodan, "I want to drive")
    consent(store, hodan, Item("goals", full))
    (goal,) = read(store, eva, hodan).goals
    assert (goal.text, [each.text for each in goal.steps]) == (
        "I want to work in a kitchen",
        ["I call the restaurant"],
    )


def test_a_goal_that_goes_back_to_only_me_is_gone_at_the_next_request(store, hodan, eva, full):
    consent(store, hodan, "goals", Item("goals", full))
    assert read(store, eva, hodan).goals
    store.do(goals.share_goal, actor=hodan.actor, ref=full, shared=False)
    assert read(store, eva, hodan).goals == ()


def test_a_draft_that_is_ticked_is_not_open(store, hodan, eva):
    draft = set_goal(store, hodan, "I leave in secret", shared=False)
    consent(store, hodan, Item("goals", draft))
    assert read(store, eva, hodan).goals == ()


def test_the_goal_of_somebody_else_is_not_open(store, hodan, yusuf, eva):
    theirs = set_goal(store, yusuf, "I want to sew")
    consent(store, hodan, Item("goals", theirs))
    assert read(store, eva, hodan).goals == ()


def test_answers_are_open_when_they_are_finished_and_have_a_name(store, hodan, eva):
    store.at = MONDAY + 200 * DAY
    consent(store, hodan, "answers")
    egen = task(store, hodan, "EGEN")
    answer(store, hodan, egen, egen.items[0].id, "4")
    assert read(store, eva, hodan).answers == ()
    finish(store, hodan, egen)
    (found,) = read(store, eva, hodan).answers
    assert [(each.item.id, each.now) for each in found.areas] == [(egen.items[0].id, "4")]


def test_a_sealed_rating_and_answers_without_a_name_stay_closed(store, hodan, amina, eva):
    store.at = MONDAY + 100 * DAY
    consent(store, hodan, "answers")
    steg = task(store, hodan, "STEG")
    for item in steg.items:
        answer(store, hodan, steg, item.id, "4")
    finish(store, hodan, steg)
    stod = task(store, hodan, "STOD", named=False)
    for item in stod.items:
        answer(store, hodan, stod, item.id, item.options[0].code if item.options else "text", "x")
    finish(store, hodan, stod)
    assert read(store, eva, hodan).answers == ()


def test_the_preview_is_what_the_organisation_reads_afterwards(store, hodan, eva, full):
    wanted = offer(store, "goals", "path")
    before = store.ask(previewed, participant_id=hodan.id, offer=wanted)
    store.do(service.give, actor=hodan.actor, offer=wanted)
    after = open_page(store, eva, hodan)
    assert before.opened == after.opened
    assert (before.name, before.organisation) == (after.name, after.organisation)
    assert len(store.ask(log, participant_id=hodan.id)) > 0
