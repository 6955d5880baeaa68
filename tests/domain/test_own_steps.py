"""Own steps: the participant's own, and a private one is opened by nobody else."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.clock import MONDAY
from tests.support.outcomes import shared_steps, step, steps
from tests.support.people import participant, staff
from tests.support.record import opened
from webapp.domain.brief.before import since_last_meeting
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.outcomes import own_steps
from webapp.domain.outcomes.rules import LONGEST_STEP

TODAY, DAY = MONDAY.date(), timedelta(days=1)


def brief(store, coach, person, since=MONDAY - DAY):
    record = opened(store, coach, person)
    return store.ask(since_last_meeting, record=replace(record, with_coach_since=since)).talk


def test_steps_stand_by_their_day_newest_first(store, hodan):
    step(store, hodan, "I called the clinic", on=TODAY - 3 * DAY)
    step(store, hodan, "I went there", on=TODAY)
    step(store, hodan, "I took the bus", on=TODAY - 9 * DAY)

    assert [each.text for each in steps(store, hodan)] == [
        "I went there", "I called the clinic", "I took the bus",
    ]  # fmt: skip


def test_a_change_keeps_the_language_of_words_that_stay(store, hodan):
    ref = step(store, hodan, "I took the bus")
    how = {"actor": hodan.actor, "ref": ref, "lang": "so"}

    store.do(own_steps.edit, text="I took the bus", happened_on=TODAY - DAY, **how)
    assert [(each.lang, each.happened_on) for each in steps(store, hodan)] == [("en", TODAY - DAY)]
    store.do(own_steps.edit, text="Baska", happened_on=TODAY, **how)
    assert [(each.text, each.lang) for each in steps(store, hodan)] == [("Baska", "so")]


def test_a_step_taken_away_comes_back_as_it_was(store, hodan, amina):
    ref = step(store, hodan, "I took the bus")
    before = steps(store, hodan)

    store.do(own_steps.remove, actor=hodan.actor, ref=ref, removed=True)
    assert steps(store, hodan) == shared_steps(store, amina, hodan) == ()
    assert brief(store, amina, hodan).steps == ()
    store.do(own_steps.remove, actor=hodan.actor, ref=ref, removed=False)
    assert steps(store, hodan) == before == shared_steps(store, amina, hodan)


@pytest.mark.parametrize(
    ("text", "day", "problem"),
    [
        (" ", TODAY, "text: empty"),
        ("a" * (LONGEST_STEP + 1), TODAY, "text: long"),
        ("I ran", TODAY + DAY, "happened_on: future"),
        ("I ran", TODAY - 4000 * DAY, "happened_on: too_early"),
    ],
)
def test_what_cannot_be_meant_is_refused(store, hodan, text, day, problem):
    with pytest.raises(Invalid, match=problem):
        step(store, hodan, text, on=day)


def test_nobody_touches_the_steps_of_another(store, hodan, yusuf, amina):
    ref = step(store, hodan, "I took the bus")
    for other in (yusuf, amina):
        with pytest.raises(NotFound):
            store.do(own_steps.remove, actor=other.actor, ref=ref, removed=True)
        with pytest.raises(NotFound):
            store.do(own_steps.share, actor=other.actor, ref=ref, shared=True)


def test_the_brief_has_what_was_shared_since_the_last_meeting(store, hodan, amina):
    old = step(store, hodan, "I took the bus", on=TODAY - 9 * DAY, now=MONDAY - 5 * DAY)
    step(store, hodan, "I called", shared=False)
    new = step(store, hodan, "I ran")

    assert [each.ref for each in brief(store, amina, hodan).steps] == [new]
    store.do(own_steps.share, actor=hodan.actor, ref=old, shared=False)
    store.do(own_steps.share, actor=hodan.actor, ref=old, shared=True)
    assert {each.ref for each in brief(store, amina, hodan).steps} == {new, old}


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["write", "keep", "share", "hide", "edit", "remove", "restore"]),
        st.integers(0, 4),
    ),
    max_size=12,
)


def act(store, person, known: dict[str, tuple[bool, bool]], what: str, number: int) -> None:
    """Does one thing to one of the steps. ``known`` says whether each is shared, and is there."""
    if what in ("write", "keep") or not known:
        shared = what == "write"
        known[step(store, person, f"{what} {number}", shared=shared)] = (shared, True)
        return
    ref = sorted(known)[number % len(known)]
    shared, there = known[ref]
    how = {"actor": person.actor, "ref": ref}
    if what in ("share", "hide"):
        store.do(own_steps.share, shared=what == "share", **how)
        known[ref] = (what == "share", there)
    elif what == "edit":
        store.do(own_steps.edit, text=f"edited {number}", lang="en", happened_on=TODAY, **how)
    else:
        store.do(own_steps.remove, removed=what == "remove", **how)
        known[ref] = (shared, what == "restore")


@settings(max_examples=30)
@given(acts=ACTS)
def test_whatever_happens_a_private_step_comes_out_of_no_staff_reading(store, acts):
    # The name of the coach is taken after the first example.
    coach = staff(store, f"Coach{next(NUMBERS)}", organisation="Nordby kommun")
    person = participant(store, coach, "Hodan")
    known: dict[str, tuple[bool, bool]] = {}
    for what, number in acts:
        act(store, person, known, what, number)

    readable = {ref for ref, (shared, there) in known.items() if shared and there}
    assert {each.ref for each in shared_steps(store, coach, person)} == readable
    assert {each.ref for each in brief(store, coach, person).steps} == readable
    assert {each.ref for each in steps(store, person)} == {
        ref for ref, (_, there) in known.items() if there
    }


def _numbers():
    number = 0
    while True:
        number += 1
        yield number


NUMBERS = _numbers()
