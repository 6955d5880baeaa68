"""The whole plan on a date: frozen as it stood, agreed by both, or visibly not."""

from datetime import timedelta

import pytest

from tests.domain.test_concurrency import at_once
from tests.support.agreement import document, edit, freeze, own_plan, plans, say, shared_plan
from tests.support.record import add_step, own_goals, set_goal
from webapp.domain.agreement.rules import LONGEST_REASON
from webapp.domain.audit import service as audit
from webapp.domain.coordination.agreeing import propose_plan
from webapp.domain.coordination.now import own_now
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.goals import service as goals
from webapp.domain.goals import steps
from webapp.domain.plan.document import from_text, to_text
from webapp.domain.plan.model import AgreedPlan, AgreedPlanPart, PlanStance

DAY = timedelta(days=1)


@pytest.fixture
def goal(store, hodan):
    """A shared goal with a step."""
    ref = set_goal(store, hodan, "I want to work in a kitchen")
    add_step(store, hodan, ref, "I call the restaurant")
    return ref


def texts(frozen):
    """All texts of a frozen plan."""
    return [entry.line.wording.text for part in frozen.document.sections for entry in part.entries]


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
    answer = {"participant_id": hodan.id, "ref": goal, "seen": 1, "lang": "en"}
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


def test_nobody_freezes_a_plan_they_have_not_seen(store, hodan, amina, goal):
    seen = document(store, hodan).seen
    edit(store, hodan, goal, "I want to bake")

    with pytest.raises(Conflict):
        store.do(propose_plan, actor=amina.actor, participant_id=hodan.id, seen=seen)
    assert plans(store, hodan) == ()


def test_an_empty_plan_cannot_be_frozen(store, hodan):
    set_goal(store, hodan, "I leave home", shared=False)
    with pytest.raises(Invalid):
        freeze(store, hodan)


def test_a_plan_that_has_been_replaced_is_not_answered(store, hodan, amina, goal):
    old = freeze(store, hodan, amina)
    edit(store, hodan, goal, "I want to bake")
    new = freeze(store, hodan)

    with pytest.raises(Conflict):
        say(store, hodan, old)
    assert [(each.ref, each.latest) for each in plans(store, hodan)] == [(new, True), (old, False)]


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


def test_answers_are_only_added(store, hodan, amina, goal):
    ref = freeze(store, hodan)
    for value, reason in (("no", "Too early"), ("yes_but", "In spring"), ("yes", "")):
        say(store, hodan, ref, value, reason, by=amina)

    said = [(each.party, each.value) for each in own_plan(store, hodan, ref).answers]
    assert said == [
        ("participant", "yes"), ("coach", "no"), ("coach", "yes_but"), ("coach", "yes"),
    ]  # fmt: skip


def test_a_coach_cannot_propose_and_answer_for_the_participant(store, hodan, amina, goal):
    ref = freeze(store, hodan, amina)
    for value, reason in (("yes", ""), ("no", "Not now"), ("yes", "")):
        say(store, hodan, ref, value, reason, by=amina)
        assert plans(store, hodan)[0].participant is None
        assert plans(store, hodan)[0].agreed_on is None


@pytest.mark.parametrize(
    ("value", "reason"), [("no", " "), ("yes_but", ""), ("perhaps", "x"), ("no", "x" * 1001)]
)
def test_an_answer_says_why(store, hodan, amina, goal, value, reason):
    ref = freeze(store, hodan)
    with pytest.raises(Invalid):
        say(store, hodan, ref, value, reason, by=amina)
    assert LONGEST_REASON == 1000
    assert plans(store, hodan)[0].coach is None


def test_a_stranger_reaches_no_plan(store, hodan, yusuf, amina, goal):
    ref = freeze(store, hodan)
    for read in (lambda: say(store, yusuf, ref), lambda: own_plan(store, yusuf, ref)):
        with pytest.raises(NotFound):
            read()
    with pytest.raises(NotFound):
        shared_plan(store, amina, yusuf, ref)


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


# --- at the same moment ------------------------------------------------------------------------


def rows(store):
    """How many plans, parts and answers are stored."""
    with store.writing() as session:
        return [session.query(each).count() for each in (AgreedPlan, AgreedPlanPart, PlanStance)]


def test_a_plan_proposed_by_both_at_once_is_one_plan(store, hodan, amina, goal):
    refs = at_once(lambda n: freeze(store, hodan, (hodan, amina)[n % 2]))

    assert len(set(refs)) == 1
    assert rows(store) == [1, 3, 1]  # who is responsible, the coach, the goal


def test_a_plan_agreed_many_times_at_once_is_agreed_once(store, hodan, amina, goal):
    ref = freeze(store, hodan)
    at_once(lambda _: say(store, hodan, ref, by=amina))

    assert rows(store) == [1, 3, 2]
    assert plans(store, hodan)[0].status == "agreed"
    assert len(store.ask(audit.receipts, participant_id=hodan.id)) == 3


def test_a_plan_frozen_while_a_line_is_edited_is_the_one_that_was_seen(store, hodan, amina, goal):
    seen = document(store, hodan).seen

    def act(number):
        if number % 2:
            return edit(store, hodan, goal, f"Text {number}")
        return store.do(propose_plan, actor=amina.actor, participant_id=hodan.id, seen=seen)

    at_once(act)

    for plan in plans(store, hodan):
        assert texts(own_plan(store, hodan, plan.ref))[0] == "I want to work in a kitchen"
