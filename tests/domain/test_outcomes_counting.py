"""What a status counts as, by a table made by hand, and movement short of work and studies."""

from datetime import UTC, date, datetime

import pytest

from webapp.domain.instruments.load import instrument
from webapp.domain.outcomes.counting import FLAGS, first_day, is_counted, step_movement
from webapp.domain.outcomes.rules import NOT_COUNTED, OutcomeView

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)

# Status: work, study, ordinary, work related, self support. By hand, from the vocabulary.
BY_HAND = {
    "work": "10011",
    "subsidised_work": "10010",
    "own_business": "10011",
    "studies": "01001",
    "basic_studies": "01000",
    "employment_service": "00110",
    "other_ordinary": "00100",
    "work_training": "00010",
    "internship": "00010",
    "municipal_support": "00000",
    "health_care": "00000",
    "none": "00000",
    "unknown": "00000",
}
NAMES = ("work", "study", "ordinary", "work_related", "self_support")


def outcome(moment, status, day=date(2026, 11, 23), *, reason=None, gone=False):
    reason = reason or ("as_planned" if moment == "exit" else None)
    return OutcomeView(
        "r", moment, status, reason, day, "Amina", AT, AT if gone else None, None, None
    )


@pytest.mark.parametrize("status", BY_HAND)
def test_flags_are_as_the_table_says(status):
    flags = "".join(str(int(name in FLAGS[status])) for name in NAMES)
    assert flags == BY_HAND[status]


def codes(item):
    """The answers to the item that can be registered."""
    scale = instrument("UTFA").item(item).scale
    return [option.code for option in scale.options] if scale else []


def test_every_status_that_can_be_registered_has_flags():
    assert codes("UTFA-01") == list(FLAGS) == list(BY_HAND)
    assert NOT_COUNTED in codes("UTFA-02")


# Ten people by hand: what they did at the start, at the end and six months after.
TEN = [
    ("none", "work", None),
    ("none", "subsidised_work", "work"),
    ("work_training", "studies", None),
    ("none", "basic_studies", "none"),
    ("none", "employment_service", None),
    ("none", "none", "own_business"),
    ("work", "none", None),
    ("none", "work_training", None),
    ("none", "health_care", "unknown"),
    ("none", None, None),
]
DAYS = (date(2026, 1, 7), date(2026, 6, 1), date(2026, 12, 1))


def person(row):
    moments = zip(("start", "exit", "months_6"), row, DAYS, strict=True)
    return [outcome(moment, status, day) for moment, status, day in moments if status]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (("work",), 3),
        (("study",), 2),
        (("ordinary",), 1),
        (("work", "study", "ordinary"), 6),
        (("work", "study"), 5),
        (("self_support",), 4),
        (("work_related",), 5),
    ],
)
def test_ten_people_are_counted_as_by_hand(wanted, count):
    assert sum(first_day(person(row), *wanted) is not None for row in TEN) == count


def test_the_first_occurrence_counts_and_the_start_does_not():
    assert first_day(person(TEN[1]), "work") == DAYS[1]
    assert first_day(person(TEN[1]), "self_support") == DAYS[2]
    assert first_day(person(TEN[6]), "work") is None


def test_what_was_corrected_does_not_count():
    assert first_day([outcome("exit", "work", gone=True), outcome("exit", "none")], "work") is None


def test_who_was_registered_by_mistake_is_not_counted():
    assert is_counted([])
    assert is_counted([outcome("exit", "none", reason="moved")])
    assert not is_counted([outcome("exit", "none", reason="registered_by_mistake")])


END = [outcome("exit", "municipal_support")]


@pytest.mark.parametrize(
    ("steps", "first", "last", "found"),
    [
        ((), {}, {}, ((), ())),
        (("bus",), {}, {}, (("bus",), ())),
        ((), {"STEG-01": 2}, {"STEG-01": 3}, ((), ("STEG-01",))),
        ((), {"STEG-01": 3}, {"STEG-01": 3}, ((), ())),
        ((), {"STEG-01": 4}, {"STEG-01": 2}, ((), ())),
        ((), {"STEG-01": None}, {"STEG-01": 5}, ((), ())),
        ((), {"STEG-01": 1}, {"STEG-01": None}, ((), ())),
        ((), {"STEG-01": 1}, {}, ((), ())),
        (("bus",), {"STEG-01": 1, "STEG-02": 1}, {"STEG-01": 1, "STEG-02": 5},
         (("bus",), ("STEG-02",))),
    ],
)  # fmt: skip
def test_movement_says_what_it_consists_of(steps, first, last, found):
    movement = step_movement(END, steps=steps, first=first, last=last)
    assert movement is not None
    assert (movement.steps, movement.areas) == found
    assert movement.moved == any(found)


@pytest.mark.parametrize("status", ["work", "subsidised_work", "own_business", "studies"])
def test_work_and_studies_are_no_step_movement(status):
    found = step_movement([outcome("exit", status)], steps=("bus",), first={}, last={})
    assert found is None


def test_who_has_not_ended_or_is_not_counted_has_no_step_movement():
    mistake = [outcome("exit", "none", reason="registered_by_mistake")]
    for outcomes in ([], [outcome("start", "none")], mistake):
        assert step_movement(outcomes, steps=("bus",), first={}, last={}) is None
