"""What a group's answers may show, by tables counted by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.colleagues.rules import (
    SMALLEST_CELL,
    asked_of_staff,
    check_answer,
    group,
    questions,
)
from webapp.domain.errors import Invalid
from webapp.domain.instruments.load import instrument

TILL = instrument("TILL")
ITEM = TILL.item("TILL-M1")
CODES = ("1", "2", "3", "4", "5", "dk", "skip")
NUMBER = replace(ITEM, kind="number", scale=None, direction=0, positive=frozenset(), most=12)
LEAST = 10


def shown(*counts, item=ITEM, codes=CODES):
    return group(item, dict(zip(codes, counts, strict=True)), least=LEAST)


def test_who_is_asked_what():
    assert [item.id for item in questions(TILL, "project_leader")] == [
        "TILL-M1", "TILL-M2", "TILL-M3",
    ]  # fmt: skip
    for role in ("coach", "team", ""):
        assert questions(TILL, role) == ()
    assert [item.id for item in asked_of_staff(TILL)] == ["TILL-M1", "TILL-M2", "TILL-M3"]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        # Ten answers in big cells: everything is shown.
        ((0, 0, 0, 5, 5, 0, 0), (0, 0, 0, 5, 5, 0, 0)),
        ((6, 7, 8, 9, 10, 5, 5), (6, 7, 8, 9, 10, 5, 5)),
        ((0, 0, 0, 0, 12, 0, 0), (0, 0, 0, 0, 12, 0, 0)),
        # Small cells are hidden, and two at least.
        ((0, 0, 3, 4, 8, 0, 0), (0, 0, None, None, 8, 0, 0)),
        # One small cell could be worked out from the sum: the next smallest goes too.
        ((0, 0, 3, 5, 8, 0, 0), (0, 0, None, None, 8, 0, 0)),
        ((0, 0, 0, 1, 11, 0, 0), (0, 0, 0, None, None, 0, 0)),
        # Two hidden ones that together are two would be one each: a third goes too.
        ((1, 1, 0, 6, 7, 0, 0), (None, None, 0, None, 7, 0, 0)),
        ((2, 3, 0, 6, 7, 0, 0), (None, None, 0, 6, 7, 0, 0)),
        # "Do not know" is an answer that somebody has given.
        ((0, 0, 0, 6, 7, 1, 0), (0, 0, 0, None, 7, None, 0)),
    ],
)
def test_what_is_shown(counts, expected):
    assert tuple(cell.count for cell in shown(*counts).cells) == expected


@pytest.mark.parametrize(
    "counts", [(0,) * 7, (0, 0, 0, 0, 9, 0, 0), (2, 2, 2, 2, 1, 0, 0), (0, 0, 0, 0, 9, 20, 20)]
)
def test_below_ten_answers_nothing_is_shown(counts):
    found = shown(*counts)
    assert (found.too_few, found.answered, found.cells) == (True, None, ())


def test_those_who_do_not_know_are_in_the_sum_but_make_no_group_large_enough():
    assert shown(0, 0, 0, 5, 5, 6, 7).answered == 23
    assert shown(0, 0, 0, 5, 4, 6, 7).too_few


def test_no_hidden_cell_is_the_difference_between_the_sum_and_what_is_shown():
    found = shown(0, 3, 0, 0, 12, 2, 0)
    assert found.answered == 17
    assert [cell.count for cell in found.cells] == [0, None, 0, 0, 12, None, 0]


def test_a_number_is_shown_in_ranges():
    counts = {"0": 5, "1": 3, "2": 3, "3": 5, "12": 6, "skip": 5}
    found = group(NUMBER, counts, least=LEAST)
    assert [(cell.low, cell.high, cell.count) for cell in found.cells] == [
        (0, 0, 5), (1, 2, 6), (3, 5, 5), (6, 10, 0), (11, 12, 6), (None, None, 0), (None, None, 5),
    ]  # fmt: skip
    assert found.answered == 27


@given(st.tuples(*[st.integers(0, 14)] * 7))
def test_no_small_cell_is_shown_or_can_be_worked_out(counts):
    found = shown(*counts)
    if found.too_few:
        assert sum(counts[:5]) < LEAST
        return
    assert sum(counts[:5]) >= LEAST
    assert (
        sum(counts) == found.answered
    )  # of all cells together, or a hidden one could be worked out
    pairs = list(zip(counts, (cell.count for cell in found.cells), strict=True))
    hidden = [count for count, seen in pairs if seen is None]
    assert all(seen in (None, count) for count, seen in pairs)
    assert not [seen for _, seen in pairs if seen is not None and 0 < seen < SMALLEST_CELL]
    assert not hidden or (len(hidden) >= 2 and sum(hidden) >= SMALLEST_CELL)
    assert bool(hidden) == any(0 < count < SMALLEST_CELL for count in counts)


@pytest.mark.parametrize(
    ("item", "code", "reason"),
    [
        (ITEM, "", "empty"),
        (ITEM, "6", "unknown"),
        (ITEM, "text", "unknown"),
        (NUMBER, "", "empty"),
        (NUMBER, "13", "number"),
        (NUMBER, "-1", "number"),
        (NUMBER, "two", "number"),
        (NUMBER, "٣", "number"),
    ],
)
def test_an_answer_it_cannot_have_is_refused(item, code, reason):
    with pytest.raises(Invalid) as refused:
        check_answer(item, code)
    assert (refused.value.field, refused.value.reason) == ("TILL-M1", reason)


@pytest.mark.parametrize("item", [ITEM, NUMBER])
@pytest.mark.parametrize("code", ["1", "5", "dk", "skip"])
def test_an_answer_it_can_have_is_taken(item, code):
    check_answer(item, code)
