"""Counting answers: tables worked out by hand, and what must hold for any answers at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.instruments.load import catalogue, instrument
from webapp.domain.instruments.rules import (
    Change,
    CodeOutsideScale,
    NotScored,
    Share,
    changes,
    check_code,
    lifted,
    share,
    spread,
)

STOD_01 = instrument("STOD").item("STOD-01")
DECIDES = instrument("EGEN").item("EGEN-C")
OWN_WORDS = instrument("MOTE").item("MOTE-05")
EVERY_ITEM = [item for one in catalogue().values() for item in one.items]

CODES = st.sampled_from([option.code for option in STOD_01.options])
OUTSIDE = st.sampled_from(["dk", "skip", None])
ANSWERS = st.lists(CODES | st.none())
MOTE_RESPONSE = st.dictionaries(
    st.sampled_from(["MOTE-01", "MOTE-02", "MOTE-03", "MOTE-04"]), CODES
)


# --- shares ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "expected", "percent"),
    [
        ([], Share(0, 0, 0, 0, 0), None),
        (["4"], Share(1, 1, 0, 0, 0), 100.0),
        (["3"], Share(0, 1, 0, 0, 0), 0.0),
        (["1", "2", "3", "4", "5"], Share(2, 5, 0, 0, 0), 40.0),
        (["5", "5", "1", "dk", "skip", None], Share(2, 3, 1, 1, 1), 100 * 2 / 3),
        (["dk", "dk", "skip", None, None], Share(0, 0, 2, 1, 2), None),
        (["4"] * 91 + ["2"] * 9, Share(91, 100, 0, 0, 0), 91.0),
        (["5"] * 40 + ["1"] * 64 + ["dk"] * 7, Share(40, 104, 7, 0, 0), 100 * 40 / 104),
    ],
)
def test_share_by_hand(answers, expected, percent):
    found = share(STOD_01, answers)
    assert found == expected
    assert found.percent == (None if percent is None else pytest.approx(percent))
    assert found.asked == len(answers)


@given(ANSWERS, st.lists(OUTSIDE))
def test_dont_know_skip_and_silence_never_move_a_share(answers, more):
    before, after = share(STOD_01, answers), share(STOD_01, answers + more)
    assert (after.positive, after.answered) == (before.positive, before.answered)
    assert after.percent == before.percent
    assert after.asked == before.asked + len(more)


@given(ANSWERS.flatmap(lambda answers: st.tuples(st.just(answers), st.permutations(answers))))
def test_the_order_of_answers_does_not_matter(both):
    answers, shuffled = both
    assert share(STOD_01, answers) == share(STOD_01, shuffled)
    assert spread(STOD_01, answers) == spread(STOD_01, shuffled)


@given(ANSWERS, ANSWERS)
def test_counts_of_two_groups_add_up(one, other):
    found = [share(STOD_01, answers) for answers in (one, other, one + other)]
    for count in ("positive", "answered", "dont_know", "skipped", "unanswered"):
        first, second, both = (getattr(part, count) for part in found)
        assert first + second == both


def test_a_choice_and_a_text_have_no_share():
    for item in (DECIDES, OWN_WORDS):
        with pytest.raises(NotScored):
            share(item, [])


def test_spread_keeps_the_order_of_the_scale_and_the_answers_nobody_gave():
    assert list(spread(DECIDES, ["others", "me", "me", None, "dk"]).items()) == [
        ("me", 2), ("together", 0), ("others", 1), ("dk", 1), ("skip", 0), (None, 1),
    ]  # fmt: skip


# --- codes -------------------------------------------------------------------------------------


@pytest.mark.parametrize("item", EVERY_ITEM, ids=lambda item: item.id)
def test_every_code_comes_back_as_its_own_answer(item):
    for option in item.options:
        assert check_code(item, option.code) is option


@pytest.mark.parametrize("item", EVERY_ITEM, ids=lambda item: item.id)
@given(code=st.text())
def test_any_other_code_is_refused(item, code):
    if code not in {option.code for option in item.options}:
        with pytest.raises(CodeOutsideScale):
            check_code(item, code)


@pytest.mark.parametrize("code", ["0", "6", "", "5 ", "٥", "DK", "4.0", "me"])
def test_near_misses_are_refused(code):
    with pytest.raises(CodeOutsideScale, match="STOD-01"):
        check_code(STOD_01, code)


# --- change ------------------------------------------------------------------------------------


def seen(found: tuple[Change, ...]) -> list[tuple[str, int | None, int | None, str]]:
    return [(one.item_id, one.before, one.now, one.direction) for one in found]


def test_change_by_hand_the_largest_first_and_the_unknown_last():
    before = {"MOTE-01": "4", "MOTE-02": "2", "MOTE-03": "dk", "MOTE-04": "5"}
    now = {"MOTE-01": "4", "MOTE-02": "3", "MOTE-03": "3", "MOTE-04": "2", "MOTE-05": "skip"}
    assert seen(changes(instrument("MOTE"), before, now)) == [
        ("MOTE-04", 5, 2, "down"),
        ("MOTE-02", 2, 3, "up"),
        ("MOTE-01", 4, 4, "same"),
        ("MOTE-03", None, 3, "unknown"),
    ]


def test_the_area_comes_along():
    (found,) = changes(instrument("STOD"), {}, {"STOD-01": "4"})
    assert found.area.sv == "Att kunna påverka"
    assert found.steps == 0


def test_a_first_response_has_no_direction():
    now = {"MOTE-01": "1", "MOTE-02": "skip"}
    found = changes(instrument("MOTE"), {}, now)
    assert seen(found) == [("MOTE-01", None, 1, "unknown"), ("MOTE-02", None, None, "unknown")]


def test_a_code_outside_the_scale_is_never_passed_over():
    with pytest.raises(CodeOutsideScale):
        changes(instrument("MOTE"), {"MOTE-01": "6"}, {})


@pytest.mark.parametrize(
    ("before", "now", "is_lifted"),
    [
        ("5", "3", True), ("4", "2", True), ("3", "1", True), ("2", "1", True), ("1", "1", True),
        ("dk", "1", True), ("5", "4", False), ("4", "4", False), ("2", "5", False),
        ("5", "dk", False), ("5", "skip", False), ("1", "2", False),
    ],
)  # fmt: skip
def test_a_fall_of_two_steps_or_not_at_all_is_lifted(before, now, is_lifted):
    found = changes(instrument("MOTE"), {"MOTE-04": before}, {"MOTE-04": now})
    assert lifted(found) == (found if is_lifted else ())


def test_not_at_all_is_lifted_the_first_time_too():
    found = changes(instrument("MOTE"), {}, {"MOTE-04": "1"})
    assert lifted(found) == found


@given(MOTE_RESPONSE, MOTE_RESPONSE)
def test_change_is_turned_when_time_is_turned(before, now):
    mote = instrument("MOTE")
    turned = {"up": "down", "down": "up", "same": "same", "unknown": "unknown"}
    forth = {one.item_id: one for one in changes(mote, before, now)}
    back = {one.item_id: one for one in changes(mote, now, before)}
    assert forth.keys() == back.keys() == before.keys() | now.keys()
    for item_id, one in forth.items():
        assert back[item_id].steps == -one.steps
        assert back[item_id].direction == turned[one.direction]


@given(MOTE_RESPONSE, MOTE_RESPONSE)
def test_changes_never_rise_in_size_down_the_list(before, now):
    found = changes(instrument("MOTE"), before, now)
    sizes = [abs(one.steps) for one in found if one.direction != "unknown"]
    assert sizes == sorted(sizes, reverse=True)
    assert all(one.direction == "unknown" for one in found[len(sizes) :])
