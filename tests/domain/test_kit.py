"""What goes with to the meeting: an order that loses nothing, and a choice that shares nothing."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_concurrency import at_once
from tests.support import record
from tests.support.clock import MONDAY
from tests.support.people import participant
from webapp.domain.brief import kit as service
from webapp.domain.brief import paper as papers
from webapp.domain.brief.kit_rules import (
    KINDS,
    MOST_CHOICES,
    Choice,
    Kit,
    from_text,
    in_order,
    moved,
    problem,
    to_text,
)
from webapp.domain.brief.prepare import prepare
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.surveys.reading import own_responses

NAMES = st.sampled_from([f"ref{number}" for number in range(6)])
CHOICES = st.lists(
    st.builds(Choice, st.sampled_from(["words", "goal", "rating"]), NAMES, st.booleans()),
    unique_by=lambda one: (one.kind, one.ref),
    max_size=12,
).map(tuple)


@given(CHOICES, st.lists(NAMES, unique=True))
def test_nothing_is_lost_or_doubled(choices, found):
    parts = Kit(choices).arrange("goal", found, str)
    assert sorted([*parts.coming, *parts.left]) == sorted(found)
    left = {one.ref for one in choices if one.kind == "goal" and not one.comes}
    assert set(parts.left) == left & set(found)
    wished = [one.ref for one in choices if one.kind == "goal" and one.comes and one.ref in found]
    new = [name for name in found if name not in {c.ref for c in choices if c.kind == "goal"}]
    assert list(parts.coming) == wished + new


@given(CHOICES, st.integers(-2, 14), st.sampled_from([-1, 1]))
def test_moving_changes_two_places_and_nothing_else(choices, place, by):
    after = moved(choices, place, by)
    assert set(after) == set(choices)
    inside = 0 <= place < len(choices) and 0 <= place + by < len(choices)
    differ = [at for at, pair in enumerate(zip(after, choices, strict=True)) if pair[0] != pair[1]]
    assert differ == (sorted((place, place + by)) if inside else [])
    assert moved(after, place + by, -by) == choices


@given(CHOICES, st.lists(st.tuples(st.sampled_from(KINDS), NAMES), unique=True))
def test_one_order_over_all_kinds_and_what_is_new_is_last_of_its_kind(choices, found):
    kit = Kit(choices, MONDAY)
    names = [(one.kind, one.ref) for one in choices]
    ordered = in_order(kit, found, lambda one: one)
    assert sorted(ordered) == sorted(found)
    assert [one for one in ordered if one in names] == [one for one in names if one in found]
    for kind in KINDS:
        assert [ref for of, ref in ordered if of == kind] == kit.ordered(
            kind, [ref for of, ref in found if of == kind], str
        )
    for place, one in enumerate(ordered):
        before = [each for each in names if each[0] == one[0] and each in found]
        if one not in names and before:
            assert ordered.index(before[-1]) < place
    assert in_order(Kit(), found, lambda one: one) == tuple(found)


@given(CHOICES)
def test_what_is_stored_is_read_again(choices):
    assert from_text(to_text(choices)) == choices
    assert problem(choices) is None


def test_too_much_or_twice_the_same_is_refused(store, hodan):
    same = (Choice("goal", "a", True), Choice("goal", "a", False))
    many = tuple(Choice("goal", f"a{number}", True) for number in range(MOST_CHOICES + 1))
    long = (Choice("goal", "a" * 61, True),)
    for choices in (same, many, long):
        with pytest.raises(Invalid):
            store.do(service.save_kit, actor=hodan.actor, choices=choices)


def test_staff_cannot_choose(store, amina):
    with pytest.raises(NotFound):
        store.do(service.save_kit, actor=amina.actor, choices=())


def test_choices_at_once_leave_one_whole_choice(store, amina, hodan):
    goals = [record.set_goal(store, hodan, f"Goal {number}") for number in range(3)]

    def choose(number):
        choices = tuple(Choice("goal", ref, place == number % 3) for place, ref in enumerate(goals))
        return store.do(service.save_kit, actor=hodan.actor, choices=choices)

    at_once(choose)
    found = store.ask(prepare, record=record.opened(store, amina, hodan)).brief
    assert (len(found.goals), len(found.left.goals)) == (1, 2)


def test_the_brief_holds_nothing_that_the_participant_may_not_see(store, amina):
    store.at = MONDAY - timedelta(days=100)
    nils = participant(store, amina, "Nils")
    store.at = None
    record.answer_all(store, nils, record.task(store, nils, "STEG"), "5")
    record.rate(store, amina, nils, record.coach_task(store, amina, nils, "STEG"), "1")

    found = store.ask(prepare, record=record.opened(store, amina, nils)).brief
    seen = store.ask(own_responses, participant_id=nils.id)
    theirs = [each.codes for each in seen if each.rater == "coach"]
    codes = {item: code for each in theirs for item, code in each.items()}
    pairs = [pair for one in found.lenses for pair in one.pairs]
    assert pairs
    assert all(codes[pair.mirror.id] == pair.coach for pair in pairs)


def test_one_paper_for_many_taps(store, hodan):
    how = {"actor": hodan.actor, "participant_id": hodan.id, "content": "{}"}
    made = at_once(lambda _: store.do(papers.make_paper, key="tap", **how))
    assert len({each.object_ref for each in made}) == 1
    assert len(store.ask(papers.own_papers, participant_id=hodan.id)) == 1


def test_a_paper_is_nobody_elses(store, amina, hodan, yusuf):
    how = {"participant_id": hodan.id, "content": "{}"}
    ref = store.do(papers.make_paper, actor=hodan.actor, **how).object_ref
    for ask in (
        lambda: store.ask(papers.own_paper, participant_id=yusuf.id, ref=ref),
        lambda: store.do(papers.take_back, actor=yusuf.actor, ref=ref, away=True),
        lambda: store.ask(papers.shared_paper, record=record.opened(store, amina, yusuf), ref=ref),
        lambda: store.ask(papers.person_of_paper, staff_id=amina.id + 99, ref=ref),
    ):
        with pytest.raises(NotFound):
            ask()
