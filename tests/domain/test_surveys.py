"""When an instrument is asked: by months from the start, or in the days after a meeting."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.instruments.load import instrument
from webapp.domain.surveys.rhythm import SWEDEN, Calendar, add_months, occasions

MOTE, EGEN, STOD = (instrument(name) for name in ("MOTE", "EGEN", "STOD"))
SECOND = timedelta(seconds=1)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def midnight(year: int, month: int, day: int) -> datetime:
    """The beginning of a day in Sweden."""
    return datetime(year, month, day, tzinfo=SWEDEN)


def one(instrument, calendar, now):
    """The open occasion, or None."""
    return next(iter(occasions(instrument, calendar, now)), None)


def by_months(instrument, started_on, now):
    """The occasion of somebody who has met nobody."""
    return one(instrument, Calendar(started_on), now)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 23), 3, date(2027, 2, 23)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 8, 31), 12, date(2027, 8, 31)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
    ],
)
def test_months_are_counted_to_the_same_day_or_the_last(day, months, expected):
    assert add_months(day, months) == expected


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_more_months_are_never_earlier(day, some, more):
    assert add_months(day, some) <= add_months(day, some + more)
    assert add_months(day, some).day <= day.day


@pytest.mark.parametrize(
    ("now", "name"),
    [
        (midnight(2026, 8, 31), "round-1"),
        (midnight(2027, 2, 28) - SECOND, "round-1"),
        (midnight(2027, 2, 28), "round-2"),
        (midnight(2027, 8, 31) - SECOND, "round-2"),
        (midnight(2027, 8, 31), "round-3"),
    ],
)
def test_a_round_from_the_last_of_august(now, name):
    assert by_months(EGEN, date(2026, 8, 31), now).name == name


def test_the_first_questions_about_support_come_after_three_months():
    started = date(2026, 11, 23)

    assert by_months(STOD, started, midnight(2027, 2, 23) - SECOND) is None
    first = by_months(STOD, started, midnight(2027, 2, 23))
    assert (first.name, first.closes_at) == ("round-1", midnight(2027, 8, 23))


def test_midnight_is_the_swedish_one_in_summer_and_in_winter():
    summer = datetime(2027, 5, 22, 22, 0, tzinfo=UTC)
    winter = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)

    assert by_months(EGEN, date(2026, 11, 23), winter).name == "round-1"
    assert by_months(EGEN, date(2026, 11, 23), winter - SECOND) is None
    assert by_months(EGEN, date(2026, 11, 23), summer).name == "round-2"
    assert by_months(EGEN, date(2026, 11, 23), summer - SECOND).name == "round-1"


@given(DAYS, st.integers(0, 3000), st.sampled_from([EGEN, STOD]))
def test_somebody_who_has_begun_is_never_too_late(started, days, asked):
    """Rounds follow each other without a gap and without an overlap."""
    now = midnight(started.year, started.month, started.day) + timedelta(days=days)
    found = by_months(asked, started, now)
    if found is None:
        assert now < midnight(*add_months(started, asked.rhythm.first_month).timetuple()[:3])
        return

    assert found.is_open(now)
    following = by_months(asked, started, found.closes_at)
    assert following.opens_at == found.closes_at
    number = int(found.name.removeprefix("round-"))
    assert following.name == f"round-{number + 1}"


def test_after_a_meeting_there_are_three_days():
    at = midnight(2026, 11, 20) + timedelta(hours=10)

    def after(wait):
        return one(MOTE, Calendar(date(2026, 1, 1), last_meeting=("m1", at)), at + wait)

    assert after(timedelta(hours=1)).name == "meeting-m1"
    assert after(timedelta(days=3) - SECOND).closes_at == at + timedelta(days=3)
    assert after(timedelta(days=3)) is None
    assert one(MOTE, Calendar(at.date()), at) is None


def test_two_meetings_are_two_occasions():
    at = midnight(2026, 11, 20)
    first, second = (
        one(MOTE, Calendar(at.date(), last_meeting=(name, at)), at) for name in ("m1", "m2")
    )

    assert first != second
