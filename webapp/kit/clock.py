"""The time now, and times as people in Sweden read them."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from flask_babel import get_locale, gettext

SWEDEN = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day it is in Sweden."""
    return now().astimezone(SWEDEN).date()


def moment(day: date, clock_time: time) -> datetime:
    """A day and a clock time in Sweden as one moment."""
    return datetime.combine(day, clock_time, SWEDEN)


def day(value: datetime | date) -> str:
    """Weekday, day and month in the reader's language; the year too when it is another one."""
    local = value.astimezone(SWEDEN).date() if isinstance(value, datetime) else value
    pattern = "EEEE d MMMM" if local.year == today().year else "EEEE d MMMM y"
    return _written(local, pattern, get_locale())


def short_day(value: datetime) -> str:
    """Day and month."""
    return _written(value.astimezone(SWEDEN).date(), "d MMMM", get_locale())


def month(value: datetime | date) -> str:
    """The month, and the year when it is another one."""
    local = value.astimezone(SWEDEN).date() if isinstance(value, datetime) else value
    pattern = "LLLL" if local.year == today().year else "LLLL y"
    return _written(local, pattern, get_locale())


def monday(day: date) -> date:
    """The first day of the week that this day is in."""
    return day - timedelta(days=day.weekday())


def week(first: date) -> str:
    """A week by its number and days, from its Monday: "Week 46: 9–15 November"."""
    last, locale = first + timedelta(days=6), get_locale()
    ending = "d MMMM" if last.year == today().year else "d MMMM y"
    return gettext(
        # Translators: first is a day like 9 or 30 November, last one like 15 November.
        "Week %(number)s: %(first)s–%(last)s",
        number=first.isocalendar().week,
        first=_written(first, "d" if first.month == last.month else "d MMMM", locale),
        last=_written(last, ending, locale),
    )


@lru_cache(maxsize=2000)  # the days of a year or two, in every language
def _written(value: date, pattern: str, locale: Locale) -> str:
    return str(format_date(value, pattern, locale=locale))


def clock(value: datetime) -> str:
    """The clock time as 14:02, in every language."""
    return value.astimezone(SWEDEN).strftime("%H:%M")


def day_clock(value: datetime) -> str:
    """Day and clock time in one."""
    # Translators: day is for example "Thursday 27 November", time is a clock time like 10:00.
    return gettext("%(day)s at %(time)s", day=day(value), time=clock(value))
