"""The whole plan on a date: frozen as it stood, agreed by both, or visibly not."""

from datetime import timedelta

import pytest

from tests.support.agreement import document, edit, freeze, own_plan, plans, say, shared_plan, texts
from tests.support.record import add_step, own_goals, set_goal
from tests.support.seen import as_seen
from webapp.domain.coordination.now import own_now
from webapp.domain.errors import Conflict
from webapp.domain.goals import service as goals
from webapp.domain.goals import steps
from webapp.domain.plan.document import from_text, to_text

DAY = timedelta(days=1)


@pytest.fixture
def goal(store, hodan):
    """A shared goal with a step."""
    ref = set_goal(store, hodan, "I want to work in a kitchen")
    add_step(store, hodan, ref, "I call the restaurant")
    return ref


def changed(store, person):
    """Whether the living plan is another than the newest frozen one."""
    latest, found = plans(store, person)[0], own_goals(store, person)
    return store.ask(own_now, participant_id=person.id, latest=latest, goals=found).changed


def test_one_freezes_and_the_other_agrees_on_a_date(store, hodan, amina, goal):
    ref = freeze(store, hodan, amina)
    (waiting,) = plans(store, hodan)
    assert (waiting.status, waiting.proposed_by) == ("waiting_participant", "coach")
    assert waiting.agreed_on is None

    store.at += DAY
    say(store, hodan, ref)

    (agreed,) = plans(store, hodan)
    assert (agreed.status, agreed.agreed_on) == ("agreed", store.now)


@pytest.mark.parametrize("value", ["no", "yes_but"])
def test_a_no_is_dated_and_visible_and_blocks_nothing(store, hodan, amina, goal, value):
    ref = freeze(store, hodan, amina)
    say(store, hodan, ref, value, "Not on Mondays")

    (plan,) = plans(store, hodan)
    assert (plan.status, plan.agreed_on) == ("talk", None)
    said = plan.participant
    assert said is not None
    assert (said.reason, said.at) == ("Not on Mondays", store.now)
    edit(store, hodan, goal, "I want to bake")
    newer = freeze(store, hodan)
    say(store, hodan, newer, by=amina)
    assert plans(store, hodan)[0].status == "agreed"


def test_what_is_frozen_stays_as_it_was(store, hodan, amina, goal):
    ref = freeze(store, hodan)
    before = own_plan(store, hodan, ref)

    edit(store, hodan, goal, "I want to bake")
    add_step(store, hodan, goal, "We visit the bakery", by=amina)
    store.do(goals.set_status, actor=hodan.actor, ref=goal, status="dropped")

    assert own_plan(store, hodan, ref).document == before.document
    assert texts(before) == ["I want to work in a kitchen", "I call the restaurant"]


def test_the_living_plan_is_compared_with_the_newest(store, hodan, amina, goal):
    freeze(store, hodan)
    assert not changed(store, hodan)

    step = own_goals(store, hodan)[0].steps[0].line.ref
    done = {"actor": hodan.actor, "participant_id": hodan.id, "ref": step, "done": True}
    store.do(steps.mark_step, **done)
    answer = {"participant_id": hodan.id, "ref": goal, "seen": as_seen(store, goal), "lang": "en"}
    store.do(goals.answer_line, actor=amina.actor, value="yes", reason="", **answer)
    assert not changed(store, hodan)  # doing what was planned changes no plan

    edit(store, hodan, goal, "I want to bake")
    assert changed(store, hodan)
    edit(store, hodan, goal, "I want to work in a kitchen", seen=2)
    assert not changed(store, hodan)


def test_a_draft_is_in_no_plan(store, hodan, amina, goal):
    freeze(store, hodan)
    set_goal(store, hodan, "I leave home in secret", shared=False)

    assert not changed(store, hodan)
    assert "secret" not in str(document(store, hodan))


def test_what_is_taken_back_is_hidden_from_staff_and_not_from_the_participant(
    store, hodan, amina, goal
):
    other = set_goal(store, hodan, "I want to sleep")
    ref = freeze(store, hodan, amina)
    say(store, hodan, ref)

    store.do(goals.share_goal, actor=hodan.actor, ref=other, shared=False)

    seen, own = shared_plan(store, amina, hodan, ref), own_plan(store, hodan, ref)
    assert (seen.withheld, own.withheld) == (1, 0)
    assert "I want to sleep" not in texts(seen)
    assert "I want to sleep" in texts(own)
    with pytest.raises(Conflict):
        say(store, hodan, ref, "no", "because", by=amina)
    store.do(goals.share_goal, actor=hodan.actor, ref=other, shared=True)
    assert shared_plan(store, amina, hodan, ref).withheld == 0


def test_the_same_plan_is_frozen_once_and_the_second_answers_it(store, hodan, amina, goal):
    first, second = freeze(store, hodan), freeze(store, hodan, amina)

    assert first == second
    (plan,) = plans(store, hodan)
    assert plan.participant is not None
    assert plan.coach is None  # nobody has answered unread


def test_a_second_yes_moves_no_date(store, hodan, amina, goal):
    ref = freeze(store, hodan)
    say(store, hodan, ref, by=amina)
    on = plans(store, hodan)[0].agreed_on
    store.at += DAY
    say(store, hodan, ref, by=amina)

    assert plans(store, hodan)[0].agreed_on == on


def test_a_section_as_text_is_the_same_section(store, hodan, amina, goal):
    add_step(
        store,
        hodan,
        goal,
        "Ring «Åsa» \u0645\u0631\u062d\u0628\u0627\nnow",
        by=amina,
        doer="together",
    )
    for section in document(store, hodan).sections:
        assert from_text(to_text(section)) == section
