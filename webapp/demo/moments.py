"""Times of a story, told from today: ``w-12 tue 14:00`` or ``d+3 10:00``.

``w-12 tue`` is the Tuesday twelve weeks before this one. ``d-1`` is the last working day before
today and ``d+3`` the third one from now, so that nobody has a meeting on a Sunday.
"""

from datetime import date, datetime, time, timedelta

from webapp.domain.surveys.rhythm import SWEDEN

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def day(when: str, today: date) -> date:
    """The day of ``when``; a clock time at its end is ignored. Raises ``ValueError``."""
    words = when.split()
    unit, count = words[0][0], int(words[0][1:])
    if unit == "d":
        return working_day(today, count)
    if unit != "w":
        raise ValueError(f"{when!r} begins with neither w nor d")
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=count, days=WEEKDAYS.index(words[1]))


def moment(when: str, today: date) -> datetime:
    """The moment of ``when``, with its Swedish clock time. Raises ``ValueError``."""
    return datetime.combine(day(when, today), time.fromisoformat(when.split()[-1]), SWEDEN)


def working_day(today: date, count: int) -> date:
    """The day that is ``count`` working days after today, or before it when negative."""
    step = timedelta(days=1 if count > 0 else -1)
    found = today
    for _ in range(abs(count)):
        found += step
        while found.weekday() > 4:
            found += step
    return found
