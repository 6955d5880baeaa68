"""The plan is made from the shared goals, so that it can never say something else."""

from datetime import date

from tests.support.record import add_step, own_goals, set_goal, shared_goals
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.goals import service, steps
from webapp.domain.plan.rules import plan_of


def planned(store, person):
    """The plan as the person reads it."""
    return plan_of(own_goals(store, person))


def say_yes(store, actor, person, ref):
    """A plain yes to the first version."""
    how = {
        "participant_id": person.id,
        "ref": ref,
        "seen": as_seen(store, ref),
        "value": "yes",
        "reason": "",
    }
    store.do(service.answer_line, actor=actor, lang="en", **how)


def test_both_read_the_same_plan(store, hodan, amina):
    goal = set_goal(store, hodan, "Bake")
    add_step(store, hodan, goal, "I call them")
    set_goal(store, hodan, "Leave home", shared=False)

    assert planned(store, hodan) == plan_of(shared_goals(store, amina, hodan))
    assert [each.goal.line.wording.text for each in planned(store, hodan).goals] == ["Bake"]


def test_a_plan_is_agreed_when_both_said_yes_to_every_line(store, hodan, amina):
    assert not planned(store, hodan).agreed
    goal = set_goal(store, hodan, "Bake")
    step = add_step(store, hodan, goal, "I call them")

    say_yes(store, amina.actor, hodan, goal)
    plan = planned(store, hodan)
    assert (plan.agreed, plan.waiting_coach, plan.waiting_participant) == (False, 1, 0)

    say_yes(store, amina.actor, hodan, step)
    assert planned(store, hodan).agreed


def test_what_is_done_or_over_needs_no_agreement(store, hodan, amina):
    goal = set_goal(store, hodan, "Bake")
    step = add_step(store, hodan, goal, "I call them")
    say_yes(store, amina.actor, hodan, goal)
    store.do(steps.mark_step, actor=hodan.actor, participant_id=hodan.id, ref=step, done=True)
    over = set_goal(store, hodan, "Drive")
    store.do(service.set_status, actor=hodan.actor, ref=over, status="dropped")

    assert planned(store, hodan).agreed
    assert len(planned(store, hodan).goals) == 1


def test_a_proposal_stands_apart_until_it_is_answered(store, hodan, amina):
    goal = set_goal(store, hodan, "Bake")
    ref = add_step(store, hodan, goal, "Visit the kitchen", by=amina, doer="together")
    assert [step.line.ref for step in planned(store, hodan).proposals] == [ref]

    say_yes(store, hodan.actor, hodan, ref)

    assert planned(store, hodan).proposals == ()


def test_each_part_lists_what_is_undone_first_and_by_date(store, hodan):
    goal = set_goal(store, hodan, "Bake")
    how = {"actor": hodan.actor, "participant_id": hodan.id}
    for text, doer, due in (
        ("later", "participant", date(2026, 12, 24)),
        ("whenever", "together", None),
        ("soon", "participant", date(2026, 11, 30)),
        ("theirs", "coach", None),
        ("done", "participant", date(2026, 11, 24)),
    ):
        wording = Wording(text, "en", doer=doer, due_on=due)
        ref = store.do(steps.add_step, goal_ref=goal, wording=wording, **how).object_ref
        if text == "done":
            store.do(steps.mark_step, ref=ref, done=True, **how)

    (plan,) = planned(store, hodan).goals
    assert [s.line.wording.text for s in plan.mine] == ["soon", "later", "whenever", "done"]
    assert [s.line.wording.text for s in plan.theirs] == ["theirs"]
