"""Rhythm by activity, in work training, at the end, and for staff."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.instruments.definitions import Rhythm
from webapp.domain.instruments.load import catalogue, instrument
from webapp.domain.surveys.rhythm import SWEDEN, Calendar, Period, occasions

STOD, VARD, STEG = (instrument(name) for name in ("STOD", "VARD", "STEG"))
START = date(2026, 1, 15)
COURSE = Period("course", "Svenskkurs", "sv", training=False, started_on=date(2026, 2, 1))
CAFE = Period("cafe", "Café", "sv", training=True, started_on=date(2026, 3, 1))


def at(year, month, day):
    return datetime(year, month, day, 12, tzinfo=SWEDEN)


def names(asked, calendar, now):
    return [(each.name, each.form) for each in occasions(asked, calendar, now)]


def test_each_activity_is_asked_about_by_itself():
    calendar = Calendar(START, periods=(COURSE, CAFE))

    assert names(VARD, calendar, at(2026, 4, 30)) == []
    assert names(VARD, calendar, at(2026, 5, 15)) == [("course-1", "ongoing")]
    found = occasions(VARD, calendar, at(2026, 6, 15))
    assert [(each.name, each.about) for each in found] == [("course-1", COURSE), ("cafe-1", CAFE)]


def test_an_activity_is_asked_about_once_more_when_it_ends():
    ended = Period("course", "Kurs", "sv", False, date(2026, 2, 1), date(2026, 6, 1))
    calendar = Calendar(START, periods=(ended,))

    assert names(VARD, calendar, at(2026, 6, 10)) == [("course-exit", "exit")]
    assert names(VARD, calendar, at(2026, 7, 10)) == []


def test_at_the_end_the_exit_form_is_open_for_thirty_days():
    calendar = Calendar(START, ended_on=date(2026, 9, 1))

    assert names(STOD, calendar, at(2026, 8, 31)) == [("round-1", "ongoing")]
    assert names(STOD, calendar, at(2026, 9, 1)) == [("exit", "exit")]
    assert names(STOD, calendar, at(2026, 10, 1)) == []
    assert names(STEG, calendar, at(2026, 9, 1)) == []


def test_a_round_ends_when_the_participation_ends():
    calendar = Calendar(START, ended_on=date(2026, 9, 1))

    (found,) = occasions(STOD, calendar, at(2026, 8, 1))
    assert found.closes_at == datetime(2026, 9, 1, tzinfo=SWEDEN)


@pytest.mark.parametrize("name", sorted(catalogue()))
@given(days=st.integers(0, 2500), end=st.none() | st.integers(0, 2500))
def test_at_any_time_an_instrument_is_open_at_most_once_for_each_thing(name, days, end):
    ended = None if end is None else START + timedelta(days=end)
    calendar = Calendar(START, ended, ("m", at(2026, 5, 1)), (COURSE, CAFE))
    now = at(2026, 1, 15) + timedelta(days=days)

    found = occasions(instrument(name), calendar, now)

    assert all(each.is_open(now) for each in found)
    assert len({each.name for each in found}) == len(found)
    assert len({each.about for each in found}) == len(found)
    assert all(each.form in instrument(name).forms for each in found)
    assert all(len(each.name) <= 32 for each in found)


def test_what_is_living_or_for_staff_has_no_occasion():
    for one in catalogue().values():
        if one.rhythm.living or one.rhythm.per == "staff":
            assert occasions(one, Calendar(START, periods=(CAFE,)), at(2027, 1, 1)) == ()


def test_the_first_the_ordinary_and_the_review_form_take_turns():
    rhythm = Rhythm(0, 1, at_exit=True, after_meeting=False, open_days=30, text=STOD.title)
    asked = replace(
        STOD,
        forms=("start", "ongoing", "review", "exit"),
        rhythm=replace(rhythm, per="training", review_every=3),
    )
    calendar = Calendar(START, periods=(COURSE, CAFE))
    forms = [
        [form for _, form in names(asked, calendar, at(2026, month, 10))]
        for month in (2, 3, 4, 5, 6, 7, 8, 9)
    ]
    assert forms == [
        [], ["start"], ["ongoing"], ["ongoing"], ["review"], ["ongoing"], ["ongoing"], ["review"],
    ]  # fmt: skip
