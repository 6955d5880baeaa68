"""Whatever happens to the plan, a draft comes out of no reading for staff."""

from dataclasses import asdict

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.coordination import (
    own_texts,
    own_whole,
    shared_texts,
    whole,
    words_in,
    write,
)
from tests.support.people import participant, staff
from tests.support.record import set_goal
from webapp.domain.coordination import service
from webapp.domain.errors import Invalid
from webapp.domain.goals import service as goals

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["write", "keep", "share", "hide", "away", "back", "goal", "hide goal"]),
        st.integers(0, 3),
    ),
    max_size=12,
)


@settings(max_examples=25)
@given(acts=ACTS)
def test_whatever_happens_a_draft_comes_out_of_no_reading_for_staff(store, acts):
    coach = staff(store, f"Coach{next(NUMBERS)}", organisation="Nordby kommun")
    person = participant(store, coach, "Hodan")
    goal, open_goal = set_goal(store, person, "Bake"), True
    known: dict[str, list[bool]] = {}  # shared, there, about the goal
    for what, number in acts:
        ref = sorted(known)[number % len(known)] if known else ""
        if what in ("write", "keep"):
            part = ("need", "myself", "help", "important")[number]
            made = write(store, person, part, f"words {len(known)}", shared=what == "write")
            known[made] = [what == "write", True, False]
        elif what == "goal":
            try:
                made = write(store, person, "measure", "words of a goal", about=("goal", goal))
            except Invalid:
                continue
            known[made] = [True, True, True]
        elif what == "hide goal":
            open_goal = number % 2 == 0
            store.do(goals.share_goal, actor=person.actor, ref=goal, shared=open_goal)
        elif ref:
            _do(store, person, known, ref, what)

    readable = {
        ref for ref, (shared, there, of_goal) in known.items()
        if shared and there and (open_goal or not of_goal)
    }  # fmt: skip
    assert {text.ref for text in shared_texts(store, coach, person)} == readable
    plans = (whole(store, coach, person), own_whole(store, person))
    hidden = {ref for ref in known if ref not in readable}
    for plan in plans:
        assert not hidden & set(words_in(asdict(plan)))


def _do(store, person, known, ref, what):
    given = {"actor": person.actor, "participant_id": person.id, "ref": ref}
    _, there, _ = known[ref]
    if what in ("share", "hide") and there:
        seen = next(text.line for text in own_texts(store, person) if text.ref == ref)
        store.do(
            service.edit, seen=seen.seen, wording=seen.wording, shared=what == "share", **given
        )
        known[ref][0] = what == "share"
    elif what in ("away", "back") and there == (what == "away"):
        try:
            store.do(service.remove, removed=there, **given)
        except Invalid:
            return
        known[ref][1] = not there


NUMBERS = iter(range(1_000_000))
