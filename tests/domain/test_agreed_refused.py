"""What cannot be done to the whole plan, and who wins at the same moment."""

import pytest

from tests.domain.test_concurrency import at_once
from tests.support.agreement import document, edit, freeze, own_plan, plans, say, shared_plan, texts
from tests.support.record import set_goal
from webapp.domain.agreement.rules import LONGEST_REASON
from webapp.domain.audit import service as audit
from webapp.domain.coordination.agreeing import propose_plan
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.plan.model import AgreedPlan, AgreedPlanPart, PlanStance


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
    assert len(store.ask(audit.receipts, participant_id=hodan.id)) == 2  # the goal, the plan


def test_a_plan_frozen_while_a_line_is_edited_is_the_one_that_was_seen(store, hodan, amina, goal):
    first, seen = freeze(store, hodan), document(store, hodan).seen

    def act(number):
        if number % 2:
            return edit(store, hodan, goal, f"Text {number}")
        return store.do(propose_plan, actor=amina.actor, participant_id=hodan.id, seen=seen)

    found = at_once(act)

    assert [each for each in found if not isinstance(each, Conflict)]
    assert first in {plan.ref for plan in plans(store, hodan)}
    for plan in plans(store, hodan):
        assert texts(own_plan(store, hodan, plan.ref))[0] == "I want to work in a kitchen"
