"""Goals and steps: who may do what, what can be undone, and that nothing is stored twice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.record import add_step, own_goal, own_goals, set_goal, shared_goals
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.errors import NotFound
from webapp.domain.goals import rules, service, steps

STEP = Wording("I call the restaurant", "en", doer="participant")


def test_a_goal_stands_with_its_steps_in_the_order_they_came(store, hodan, goal):
    first = add_step(store, hodan, goal, "I call the restaurant")
    second = add_step(store, hodan, goal, "I go there")

    found = own_goal(store, hodan, goal)

    assert found.line.wording.text == "I want to work in a kitchen"
    assert [step.line.ref for step in found.steps] == [first, second]
    assert found.done == 0


def test_a_draft_is_shared_and_taken_back_with_its_steps(store, hodan, amina):
    goal = set_goal(store, hodan, "I want to leave home", shared=False)
    add_step(store, hodan, goal, "I ask my aunt")
    assert shared_goals(store, amina, hodan) == ()

    store.do(service.share_goal, actor=hodan.actor, ref=goal, shared=True)
    assert [len(found.steps) for found in shared_goals(store, amina, hodan)] == [1]

    store.do(service.share_goal, actor=hodan.actor, ref=goal, shared=False)
    assert shared_goals(store, amina, hodan) == ()
    assert own_goal(store, hodan, goal).steps[0].line.shared_at is None


def test_a_coach_reaches_nothing_in_a_draft(store, hodan, amina):
    goal = set_goal(store, hodan, "I want to leave home", shared=False)
    step = add_step(store, hodan, goal, "I ask my aunt")
    how = {"actor": amina.actor, "participant_id": hodan.id}

    with pytest.raises(NotFound):
        store.do(steps.add_step, goal_ref=goal, wording=STEP, **how)
    for ref in (goal, step):
        seen = as_seen(store, ref)
        with pytest.raises(NotFound):
            store.do(service.edit_line, ref=ref, seen=seen, wording=STEP, **how)
        with pytest.raises(NotFound):
            store.do(
                service.answer_line, ref=ref, seen=seen, value="yes", reason="", lang="sv", **how
            )
        with pytest.raises(NotFound):
            store.do(steps.mark_step, ref=ref, done=True, **how)


def test_a_goal_of_the_coach_is_never_a_draft(store, hodan, amina):
    set_goal(store, hodan, "Try the restaurant", shared=False, by=amina)

    assert own_goals(store, hodan)[0].shared


def test_a_proposal_waits_until_the_participant_has_answered(store, hodan, amina, goal):
    ref = add_step(store, hodan, goal, "Visit the kitchen", by=amina, doer="together")
    assert own_goal(store, hodan, goal).steps[0].is_proposal

    how = {"participant_id": hodan.id, "ref": ref, "seen": as_seen(store, ref), "lang": "en"}
    store.do(service.answer_line, actor=hodan.actor, value="no", reason="Not alone", **how)

    step = own_goal(store, hodan, goal).steps[0]
    assert (step.is_proposal, step.line.status) == (False, "talk")


@pytest.mark.parametrize("status", rules.STATUSES)
def test_every_turn_of_a_goal_can_be_undone(store, hodan, goal, status):
    for wanted in (status, "active"):
        store.do(service.set_status, actor=hodan.actor, ref=goal, status=wanted)
        assert own_goal(store, hodan, goal).status == wanted


def test_the_same_turn_again_keeps_its_time(store, hodan, goal):
    store.do(service.set_status, actor=hodan.actor, ref=goal, status="paused")
    first = own_goal(store, hodan, goal).status_at

    store.at += timedelta(hours=1)
    store.do(service.set_status, actor=hodan.actor, ref=goal, status="paused")

    assert own_goal(store, hodan, goal).status_at == first


def test_a_step_is_done_and_undone_by_either(store, hodan, amina, goal):
    ref = add_step(store, hodan, goal, "Visit the kitchen", doer="together")
    how = {"participant_id": hodan.id, "ref": ref}

    store.do(steps.mark_step, actor=amina.actor, done=True, **how)
    step = own_goal(store, hodan, goal).steps[0]
    assert (step.done_at, step.done_by) == (store.now, "coach")

    store.do(steps.mark_step, actor=hodan.actor, done=False, **how)
    step = own_goal(store, hodan, goal).steps[0]
    assert (step.done_at, step.done_by) == (None, None)


def test_a_step_taken_away_comes_back_as_it_was(store, hodan, goal):
    ref = add_step(store, hodan, goal, "I call the restaurant")
    before = own_goal(store, hodan, goal).steps

    store.do(steps.remove_step, actor=hodan.actor, ref=ref, removed=True)
    assert own_goal(store, hodan, goal).steps == ()

    store.do(steps.remove_step, actor=hodan.actor, ref=ref, removed=False)
    assert own_goal(store, hodan, goal).steps == before


@pytest.mark.parametrize("who", ["hodan", "amina"])
def test_a_step_taken_away_is_changed_by_nobody_until_it_is_back(
    store, hodan, amina, goal, request, who
):
    ref = add_step(store, hodan, goal, "Visit the kitchen", doer="together")
    before = own_goal(store, hodan, goal).steps
    own = {"actor": hodan.actor, "ref": ref}
    how = {"actor": request.getfixturevalue(who).actor, "participant_id": hodan.id, "ref": ref}
    other = {"wording": replace(STEP, text="We bake"), "seen": as_seen(store, ref)}

    store.do(steps.remove_step, removed=True, **own)
    with pytest.raises(NotFound):
        store.do(service.edit_line, **how, **other)
    with pytest.raises(NotFound):
        store.do(steps.mark_step, done=True, **how)

    store.do(steps.remove_step, removed=False, **own)
    assert own_goal(store, hodan, goal).steps == before
    store.do(service.edit_line, **how, **other)


def test_the_same_form_sent_again_stores_nothing_twice(store, hodan):
    how = {"actor": hodan.actor, "participant_id": hodan.id, "shared": True, "key": "tap"}

    first = store.do(service.set_goal, wording=Wording("Bake", "en"), **how)
    later = store.now + timedelta(days=1)
    again = store.do(service.set_goal, wording=Wording("Bake", "en"), now=later, **how)

    assert again == replace(first, repeated=True)
    assert [goal.line.wording.text for goal in own_goals(store, hodan)] == ["Bake"]


def test_other_words_under_the_same_key_are_not_lost(store, hodan):
    """The reply was lost on the way, and the person wrote on in the page that still stood there."""
    refs = {set_goal(store, hodan, text, key="tap") for text in ("Bake", "Bake bread", "Bake")}

    assert len(refs) == 2
    assert [goal.line.wording.text for goal in own_goals(store, hodan)] == ["Bake", "Bake bread"]


def test_one_persons_key_is_not_anothers(store, hodan, yusuf, amina):
    for person in (hodan, yusuf):
        set_goal(store, person, "Bake", key="tap")
    set_goal(store, hodan, "Bake bread", by=amina, key="tap")

    assert [len(own_goals(store, person)) for person in (hodan, yusuf)] == [2, 1]
