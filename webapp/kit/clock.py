"""The time now, and times as people in Sweden read them."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from flask_babel import gettext

from webapp.kit import catalogues, languages
from webapp.kit.catalogues import Language

SWEDEN = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day it is in Sweden."""
    return now().astimezone(SWEDEN).date()


def is_today(value: datetime) -> bool:
    """Whether the moment is today in Sweden."""
    return value.astimezone(SWEDEN).date() == today()


def moment(day: date, clock_time: time) -> datetime:
    """A day and a clock time in Sweden as one moment."""
    return datetime.combine(day, clock_time, SWEDEN)


def day(value: datetime | date) -> str:
    """Weekday, day and month in the reader's language; the year too when it is another one."""
    local = _local(value)
    return f"{_names().days[local.weekday()]} {_day_of(local)}{_year(local)}"


def short_day(value: datetime | date) -> str:
    """Day and month."""
    return _day_of(_local(value))


def month(value: datetime | date) -> str:
    """The month, and the year when it is another one."""
    local = _local(value)
    names = _names()
    return f"{(names.months_alone or names.months)[local.month - 1]}{_year(local)}"


def _local(value: datetime | date) -> date:
    return value.astimezone(SWEDEN).date() if isinstance(value, datetime) else value


def _day_of(local: date) -> str:
    return f"{local.day} {_names().months[local.month - 1]}"


def _year(local: date) -> str:
    return "" if local.year == today().year else f" {local.year}"


def monday(day: date) -> date:
    """The first day of the week that this day is in."""
    return day - timedelta(days=day.weekday())


def week(first: date) -> str:
    """A week by its number and days, from its Monday: "Week 46: 9–15 November"."""
    last = first + timedelta(days=6)
    return gettext(
        # Translators: first is a day like 9 or 30 November, last one like 15 November.
        "Week %(number)s: %(first)s–%(last)s",
        number=first.isocalendar().week,
        first=first.day if first.month == last.month else _day_of(first),
        last=f"{_day_of(last)}{_year(last)}",
    )


def _names() -> Language:
    return _named()[languages.current().code]


@cache
def _named() -> dict[str, Language]:
    """Where the names of each language's days and months stand: an easy variant has its base's."""
    known = {each.code: each for each in catalogues.languages(languages.translations_folder())}
    return {code: known[each.base or code] for code, each in known.items()}


def clock(value: datetime) -> str:
    """The clock time as 14:02, in every language."""
    return value.astimezone(SWEDEN).strftime("%H:%M")


def day_clock(value: datetime) -> str:
    """Day and clock time in one."""
    # Translators: day is for example "Thursday 27 November", time is a clock time like 10:00.
    return gettext("%(day)s at %(time)s", day=day(value), time=clock(value))
