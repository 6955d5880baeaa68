"""Figures from the log, computed by hand; energy over time; expected and experienced."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.training import rules
from webapp.domain.training.rules import Compared, TaskView

DAY = timedelta(days=1)
MON = date(2026, 11, 2)  # a Monday; the month began on a Sunday


def task(name="till", **how):
    return TaskView(name, name, "en", "coach", how.pop("wished_on", None), None, **how)


def done(name, *days, by=None, first=None):
    """A task done on these days of November, on the list of every week by ``by``."""
    found = frozenset(date(2026, 11, day) for day in days)
    weeks = {rules.monday(day): by for day in found} if by else {}
    return task(name, first_on=first or min(found), last_on=max(found), planned=weeks, days=found)


# Each row: the log of November, and different, chosen, assigned, unplanned, share, new.
TABLE = [
    ([], (0, 0, 0, 0, None, 0)),
    ([done("till", 3)], (1, 0, 0, 1, None, 1)),
    ([done("till", 3, by="coach")], (1, 0, 1, 0, 0, 1)),
    ([done("till", 3, 4, by="participant")], (1, 2, 0, 0, 100, 1)),
    (
        [done("till", 3, 4, by="participant"), done("coffee", 3, by="coach")],
        (2, 2, 1, 0, 67, 2),
    ),
    (
        [
            done("till", 3, 10, 17, by="coach", first=date(2026, 9, 1)),
            done("coffee", 3, by="participant", first=date(2026, 10, 31)),
            done("paint", 18),
        ],
        (3, 1, 3, 1, 25, 1),
    ),
]


@pytest.mark.parametrize(("log", "expected"), TABLE)
def test_figures_of_a_month(log, expected):
    found = rules.figures(log, date(2026, 11, 1), date(2026, 11, 30))
    assert (
        found.different,
        found.chosen,
        found.assigned,
        found.unplanned,
        found.share,
        len(found.new),
    ) == expected


def test_a_day_outside_the_month_is_not_counted():
    log = [task(days=frozenset({date(2026, 10, 31), date(2026, 12, 1)}), first_on=MON - 30 * DAY)]
    found = rules.figures(log, date(2026, 11, 1), date(2026, 11, 30))
    assert (found.different, found.unplanned, found.new) == (0, 0, ())


def test_a_wish_made_after_the_period_is_not_among_its_waiting():
    log = [task("Old", wished_on=MON), task("New", wished_on=MON + 40 * DAY)]
    found = rules.figures(log, date(2026, 11, 1), date(2026, 11, 30))
    assert [each.title for each in found.waiting] == ["Old"]


def test_months_begin_and_end_where_they_should():
    assert rules.month(date(2026, 3, 15)) == (date(2026, 3, 1), date(2026, 3, 15))
    assert rules.month_before(date(2026, 3, 15)) == (date(2026, 2, 1), date(2026, 2, 28))
    assert rules.month_before(date(2026, 1, 1)) == (date(2025, 12, 1), date(2025, 12, 31))


def test_a_wish_waits_until_it_is_done_on_or_after_its_day():
    assert task(wished_on=MON).waits
    assert task(wished_on=MON, last_on=MON - DAY).waits
    assert not task(wished_on=MON, last_on=MON).waits
    assert not task(last_on=None).waits


@pytest.mark.parametrize(
    ("before", "now", "direction"),
    [
        ([2, 2], [3, 3], "more"),
        ([4, 4], [4, 3], "less"),
        ([4, 4, 4], [4, 4, 3], "same"),
        ([3], [5, 5], None),
        ([3, 3], [], None),
    ],
)
def test_energy_goes_a_way_from_half_a_step(before, now, direction):
    day = date(2026, 11, 29)
    energy = [(day - 27 * DAY + n * DAY, level) for n, level in enumerate(before)]
    energy += [(day - n * DAY, level) for n, level in enumerate(now)]
    assert rules.trend(energy, day).direction == direction


def test_energy_is_a_mean_of_fourteen_days():
    day = date(2026, 11, 29)
    energy = [(day - 14 * DAY, 1), (day - 13 * DAY, 4), (day, 5)]
    assert rules.trend(energy, day).now == Fraction(9, 2)


def test_expected_and_experienced_stand_side_by_side():
    expected = {"TRAN-E1": "4", "TRAN-E2": "3", "TRAN-E3": "dk", "TRAN-E4": "2"}
    experienced = {"TRAN-X1": "3", "TRAN-X2": "5", "TRAN-X3": "4", "TRAN-X4": "2"}
    found = rules.compared(expected, experienced)
    assert found == (
        Compared("job", 4, 3),
        Compared("network", 3, 5),
        Compared("living", None, 4),
        Compared("support", 2, 2),
    )
    assert [one.direction for one in found] == ["less", "more", None, "same"]
    assert rules.compared({}, {"TRAN-X1": "skip"})[0] == Compared("job", None, None)


days = st.integers(0, 60).map(lambda number: date(2026, 10, 15) + number * DAY)
tasks = st.builds(
    lambda name, done, weeks: task(
        name,
        days=frozenset(done),
        first_on=min(done, default=None),
        last_on=max(done, default=None),
        planned=weeks,
    ),
    st.text("abc", min_size=1, max_size=2),
    st.sets(days, max_size=8),
    st.dictionaries(days.map(rules.monday), st.sampled_from(["participant", "coach"])),
)


@given(st.lists(tasks, max_size=5, unique_by=lambda one: one.ref))
def test_every_time_is_counted_once(log):
    found = rules.figures(log, date(2026, 11, 1), date(2026, 11, 30))
    times = sum(day.month == 11 for one in log for day in one.days)
    assert found.chosen + found.assigned + found.unplanned == times
    assert found.different <= min(times, len(log))
    assert found.share is None or 0 <= found.share <= 100
    assert len(found.new) <= found.different
