"""What is refused about goals and steps: what cannot be meant, and what is somebody else's."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.record import add_step, own_goal, set_goal
from tests.support.seen import as_seen
from webapp.domain.actors import Actor
from webapp.domain.agreement.rules import Wording
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.goals import reading, rules, service, steps

STEP = Wording("I call the restaurant", "en", doer="participant")


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
        (service.edit_line, {"ref": ref, "seen": as_seen(store, ref)}),
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
        (service.edit_line, {"ref": goal, "seen": as_seen(store, goal)}),
    ):
        with pytest.raises(Invalid) as refused:
            store.do(use_case, **more, **how)
        assert refused.value.field == "card"


def test_a_step_with_a_day_that_has_passed_can_still_be_reworded(store, hodan, goal):
    due = replace(STEP, due_on=store.now.date())
    how = {"actor": hodan.actor, "participant_id": hodan.id}
    ref = store.do(steps.add_step, goal_ref=goal, wording=due, **how).object_ref

    store.at += timedelta(days=7)
    store.do(
        service.edit_line,
        ref=ref,
        seen=as_seen(store, ref),
        wording=replace(due, text="I go there"),
        **how,
    )

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
    how = {"participant_id": hodan.id, "ref": goal, "seen": as_seen(store, goal)}
    store.do(service.edit_line, actor=amina.actor, wording=Wording("Bake", "sv"), **how)

    with pytest.raises(Conflict):
        store.do(service.edit_line, actor=hodan.actor, wording=Wording("Cook", "en"), **how)
