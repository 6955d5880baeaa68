"""Codes that people read out, write down and type wrongly."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from webapp.domain import codes
from webapp.domain.errors import Invalid

BODY = st.text(alphabet=codes.ALPHABET, min_size=1, max_size=8)


def test_no_two_characters_look_alike():
    for pair in ("0O", "1I", "1L", "2Z", "UV"):
        assert not set(pair) <= set(codes.ALPHABET), pair
    assert len(set(codes.ALPHABET)) == codes.BASE


def test_a_receipt_code_is_short_and_checks_itself():
    code = codes.new_receipt_code()

    assert re.fullmatch(r"[2-9A-Z]{2}-[2-9A-Z]{4}", code)
    body = codes.tidy(code)
    assert codes.check_character(body[:-1]) == body[-1]


@given(BODY, st.data())
def test_one_wrong_character_is_found(body, data):
    place = data.draw(st.integers(0, len(body) - 1))
    other = data.draw(st.sampled_from(codes.ALPHABET))
    assume(other != body[place])

    wrong = body[:place] + other + body[place + 1 :]

    assert codes.check_character(wrong) != codes.check_character(body)


@given(BODY, st.data())
def test_two_characters_that_changed_places_are_found(body, data):
    first, second = data.draw(st.tuples(*[st.integers(0, len(body) - 1)] * 2))
    assume(body[first] != body[second])

    swapped = list(body)
    swapped[first], swapped[second] = swapped[second], swapped[first]

    assert codes.check_character("".join(swapped)) != codes.check_character(body)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("k7-42mx", "K742MX"),
        (" K7 42 MX ", "K742MX"),
        ("K7–42MX", "K742MX"),
        ("٢٣٤٥-ABCD", "2345ABCD"),
        ("۲۳۴۵-abcd", "2345ABCD"),
    ],
)
def test_a_code_may_be_typed_as_people_type(typed, meant):
    assert codes.tidy(typed) == meant


@given(st.binary(min_size=1), st.text(), st.integers(1, 40))
def test_a_derived_code_comes_again_and_for_nobody_else(secret, nonce, length):
    code = codes.derive(secret, "code", nonce, length)

    assert code == codes.derive(secret, "code", nonce, length)
    assert len(code) == length
    assert set(code) <= set(codes.ALPHABET)
    if length >= 12:
        assert code != codes.derive(secret, "token", nonce, length)
        assert code != codes.derive(secret + b"!", "code", nonce, length)
        assert code != codes.derive(secret, "code", f"{nonce}!", length)


def test_a_reference_says_nothing_and_is_never_the_same():
    refs = {codes.new_ref() for _ in range(500)}

    assert len(refs) == 500
    assert all(re.fullmatch(r"[2-9a-z]{12}", ref) for ref in refs)


# --- receipts ----------------------------------------------------------------------------------

RECEIPT = st.text(alphabet=codes.ALPHABET, min_size=5, max_size=5).map(
    lambda body: body + codes.check_character(body)
)


@given(RECEIPT, st.lists(st.sampled_from([" ", "-", "–", "."]), max_size=6), st.booleans())
def test_a_receipt_code_is_known_however_it_is_typed(whole, between, small):
    typed = "".join(
        mark + (between[at] if at < len(between) else "") for at, mark in enumerate(whole)
    )

    assert codes.receipt_code(typed.lower() if small else typed) == f"{whole[:2]}-{whole[2:]}"


@given(RECEIPT, st.integers(0, 5), st.sampled_from("0O1ILUZ"))
def test_a_character_that_looks_like_another_is_said_to_be_one(whole, place, mark):
    with pytest.raises(Invalid) as refused:
        codes.receipt_code(whole[:place] + mark + whole[place + 1 :])

    assert refused.value.reason == "alike"


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_code_or_refused(typed):
    try:
        found = codes.receipt_code(typed)
    except Invalid:
        return
    assert re.fullmatch(r"[2-9A-Y]{2}-[2-9A-Y]{4}", found)
