"""Goals and steps: who may do what, what can be undone, and that nothing is stored twice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.record import add_step, own_goal, own_goals, set_goal, shared_goals
from webapp.domain.actors import Actor
from webapp.domain.agreement.rules import Wording
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.goals import reading, rules, service, steps

STEP = Wording("I call the restaurant", "en", doer="participant")


@pytest.fixture
def goal(store, hodan):
    """Hodan's shared goal."""
    return set_goal(store, hodan, "I want to work in a kitchen")


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
        with pytest.raises(NotFound):
            store.do(service.edit_line, ref=ref, seen=1, wording=STEP, **how)
        with pytest.raises(NotFound):
            store.do(service.answer_line, ref=ref, seen=1, value="yes", reason="", lang="sv", **how)
        with pytest.raises(NotFound):
            store.do(steps.mark_step, ref=ref, done=True, **how)


def test_a_goal_of_the_coach_is_never_a_draft(store, hodan, amina):
    set_goal(store, hodan, "Try the restaurant", shared=False, by=amina)

    assert own_goals(store, hodan)[0].shared


def test_a_proposal_waits_until_the_participant_has_answered(store, hodan, amina, goal):
    ref = add_step(store, hodan, goal, "Visit the kitchen", by=amina, doer="together")
    assert own_goal(store, hodan, goal).steps[0].is_proposal

    how = {"participant_id": hodan.id, "ref": ref, "seen": 1, "lang": "en"}
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


@pytest.mark.parametrize(
    ("wrong", "field", "problem"),
    [
        ({"text": ""}, "text", "empty"),
        ({"text": "x" * 501}, "text", "long"),
        ({"doer": None}, "doer", "empty"),
        ({"doer": "nobody"}, "doer", "empty"),
        ({"doer": "other", "doer_name": " "}, "doer_name", "empty"),
        ({"doer": "other", "doer_name": "x" * 81}, "doer_name", "long"),
        ({"due_on": date(2026, 11, 22)}, "due_on", "past"),
        ({"due_on": date(2036, 1, 1)}, "due_on", "far"),
    ],
)
def test_a_step_says_what_who_and_when(store, hodan, goal, wrong, field, problem):
    how = {"actor": hodan.actor, "participant_id": hodan.id}
    ref = add_step(store, hodan, goal, "I call the restaurant")

    for use_case, more in (
        (steps.add_step, {"goal_ref": goal}),
        (service.edit_line, {"ref": ref, "seen": 1}),
    ):
        with pytest.raises(Invalid) as refused:
            store.do(use_case, wording=replace(STEP, **wrong), **more, **how)
        assert (refused.value.field, refused.value.reason) == (field, problem), use_case
    assert len(own_goal(store, hodan, goal).steps) == 1


@pytest.mark.parametrize("card", ["no-such-card", "x" * 100])
def test_a_goal_has_a_card_that_there_is(store, hodan, goal, card):
    wording = Wording("I want to cook", "en", card=card)
    how = {"actor": hodan.actor, "participant_id": hodan.id, "wording": wording}

    for use_case, more in (
        (service.set_goal, {"shared": True}),
        (service.edit_line, {"ref": goal, "seen": 1}),
    ):
        with pytest.raises(Invalid) as refused:
            store.do(use_case, **more, **how)
        assert refused.value.field == "card"


def test_a_step_with_a_day_that_has_passed_can_still_be_reworded(store, hodan, goal):
    due = replace(STEP, due_on=store.now.date())
    how = {"actor": hodan.actor, "participant_id": hodan.id}
    ref = store.do(steps.add_step, goal_ref=goal, wording=due, **how).object_ref

    store.at += timedelta(days=7)
    store.do(service.edit_line, ref=ref, seen=1, wording=replace(due, text="I go there"), **how)

    assert own_goal(store, hodan, goal).steps[0].line.wording.text == "I go there"


def test_there_is_room_for_many_goals_and_steps_but_not_for_any_number(store, hodan, goal):
    for number in range(1, rules.MOST_ACTIVE_GOALS):
        set_goal(store, hodan, f"Goal {number}")
    with pytest.raises(Invalid) as refused:
        set_goal(store, hodan, "One more")
    assert (refused.value.field, refused.value.reason) == ("text", "many")

    for number in range(rules.MOST_STEPS):
        add_step(store, hodan, goal, f"Step {number}")
    with pytest.raises(Invalid):
        add_step(store, hodan, goal, "One more")


def test_a_stranger_finds_nothing(store, hodan, yusuf, goal):
    step = add_step(store, hodan, goal, "I call the restaurant")
    acts = [
        (service.share_goal, {"ref": goal, "shared": False}),
        (service.set_status, {"ref": goal, "status": "dropped"}),
        (steps.remove_step, {"ref": step, "removed": True}),
        (steps.mark_step, {"ref": step, "done": True, "participant_id": yusuf.id}),
        (steps.add_step, {"goal_ref": goal, "wording": STEP, "participant_id": yusuf.id}),
    ]
    for use_case, how in acts:
        with pytest.raises(NotFound):
            store.do(use_case, actor=yusuf.actor, **how)
    with pytest.raises(NotFound):
        store.ask(reading.own_goal, participant_id=yusuf.id, ref=goal)


def test_staff_who_share_a_number_with_a_participant_are_not_that_participant(store, hodan, goal):
    """Only the person decides what is shared, even if a door mixes up who acts."""
    step = add_step(store, hodan, goal, "I call the restaurant")
    same_number = Actor("staff", hodan.id)
    acts = [
        (service.share_goal, {"ref": goal, "shared": False}),
        (service.set_status, {"ref": goal, "status": "dropped"}),
        (steps.remove_step, {"ref": step, "removed": True}),
    ]
    for use_case, how in acts:
        with pytest.raises(NotFound):
            store.do(use_case, actor=same_number, **how)


def test_the_first_to_change_a_text_wins_and_the_other_is_told(store, hodan, amina, goal):
    how = {"participant_id": hodan.id, "ref": goal, "seen": 1}
    store.do(service.edit_line, actor=amina.actor, wording=Wording("Bake", "sv"), **how)

    with pytest.raises(Conflict):
        store.do(service.edit_line, actor=hodan.actor, wording=Wording("Cook", "en"), **how)
