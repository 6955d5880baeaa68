"""The pure rules of agreement: neither side counts more, and every field is part of it."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.agreement import rules
from webapp.domain.agreement.rules import Wording, digest, status

VALUES = st.sampled_from([None, *rules.VALUES])
MIRRORED = {"waiting_participant": "waiting_coach", "waiting_coach": "waiting_participant"}
WORDINGS = st.builds(
    Wording,
    text=st.text(max_size=20),
    lang=st.sampled_from(["sv", "ar"]),
    card=st.sampled_from([None, "kitchen", "sleep"]),
    doer=st.sampled_from([None, "participant", "other"]),
    doer_name=st.text(max_size=5),
    due_on=st.none() | st.dates(),
)
OTHERS = {
    "text": "something else", "lang": "uk", "card": "school", "doer": "together",
    "doer_name": "somebody else", "due_on": date(1999, 1, 1),
}  # fmt: skip


@given(VALUES, VALUES)
def test_neither_side_counts_more(participant, coach):
    here, there = status(participant, coach), status(coach, participant)

    if participant == coach:
        assert here == there
    else:
        assert there == MIRRORED.get(here, here)


@given(VALUES, VALUES)
def test_agreed_means_that_both_said_a_plain_yes(participant, coach):
    assert (status(participant, coach) == "agreed") == (participant == coach == "yes")


@given(WORDINGS, st.sampled_from(sorted(OTHERS)))
def test_every_field_is_part_of_what_was_agreed(wording, field):
    assert digest(wording) == digest(replace(wording))
    assert digest(wording) != digest(replace(wording, **{field: OTHERS[field]}))


@given(WORDINGS)
def test_tidying_twice_changes_nothing_more(wording):
    once = rules.tidy(wording)

    assert rules.tidy(once) == once
