"""When an instrument is asked. Pure: from a person's calendar to the occasions that are open."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from datetime import time as clock
from functools import lru_cache
from zoneinfo import ZoneInfo

from webapp.domain.instruments.definitions import Form, Instrument, Rhythm

SWEDEN = ZoneInfo("Europe/Stockholm")
EXIT = "exit"
"""The name of the occasion at the end."""


@dataclass(frozen=True)
class Period:
    """Something of its own that is asked about: an activity, from one day to another."""

    ref: str
    title: str
    lang: str
    training: bool
    started_on: date
    ended_on: date | None = None


@dataclass(frozen=True)
class Calendar:
    """What decides when somebody is asked: their start and end, meetings and activities.

    ``ended_on`` is the last day of the participation. The questions of the end are asked from that
    day, and the ordinary ones no longer.
    """

    started_on: date
    ended_on: date | None = None
    last_meeting: tuple[str, datetime] | None = None
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Occasion:
    """A time span in which an instrument is asked. ``name`` is unique for person and instrument.

    ``about`` is the activity that is asked about, when each has its own questions.
    """

    name: str
    opens_at: datetime
    closes_at: datetime
    form: Form = "ongoing"
    about: Period | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether it can be answered now."""
        return self.opens_at <= now < self.closes_at


def occasions(instrument: Instrument, calendar: Calendar, now: datetime) -> tuple[Occasion, ...]:
    """The occasions on which the instrument is open for this person now; mostly one or none.

    After a meeting: from its start, for the days the instrument says. Else by months from the
    start of what is asked about; then it stays open until the next one, so that nobody is too
    late. At the end the exit form is open for the days the instrument says.
    """
    found = _all(instrument.rhythm, calendar, now)
    return tuple(
        replace(each, form=_known(each.form, instrument)) for each in found if each.is_open(now)
    )


def _known(form: Form, instrument: Instrument) -> Form:
    """An instrument without this form asks its ordinary one."""
    return form if form in instrument.forms else "ongoing"


def _all(rhythm: Rhythm, calendar: Calendar, now: datetime) -> Iterator[Occasion]:
    if rhythm.living or rhythm.per == "staff":
        return
    if rhythm.after_meeting:
        yield from _after_meeting(rhythm, calendar)
    elif rhythm.per == "person":
        yield from _series(rhythm, calendar.started_on, calendar.ended_on, now)
    else:
        for period in calendar.periods:
            if period.training or rhythm.per == "activity":
                yield from _about(rhythm, period, calendar, now)


def _after_meeting(rhythm: Rhythm, calendar: Calendar) -> Iterator[Occasion]:
    if calendar.last_meeting is not None:
        name, at = calendar.last_meeting
        yield Occasion(f"meeting-{name}", at, at + timedelta(days=rhythm.open_days))


def _about(rhythm: Rhythm, period: Period, calendar: Calendar, now: datetime) -> Iterator[Occasion]:
    ends = [day for day in (period.ended_on, calendar.ended_on) if day is not None]
    for each in _series(rhythm, period.started_on, min(ends, default=None), now):
        short = each.name.removeprefix("round-")
        yield replace(each, name=f"{period.ref}-{short}", about=period)


def _series(
    rhythm: Rhythm, started_on: date, ended_on: date | None, now: datetime
) -> Iterator[Occasion]:
    end = _midnight(ended_on) if ended_on else None
    if end is not None and now >= end:
        if rhythm.at_exit:
            yield Occasion(EXIT, end, end + timedelta(days=rhythm.open_days), "exit")
        return
    if rhythm.first_month is None or rhythm.every_months is None:
        return
    opens, number = _months_after(started_on, rhythm.first_month), 0
    while opens <= now:
        number += 1
        months = rhythm.first_month + number * rhythm.every_months
        closes = _months_after(started_on, months)
        if now < closes:
            last = min(closes, end) if end else closes
            yield Occasion(f"round-{number}", opens, last, _form(rhythm, number))
        opens = closes


def _form(rhythm: Rhythm, number: int) -> Form:
    if number == 1:
        return "start"
    if rhythm.review_every and (number - 1) % rhythm.review_every == 0:
        return "review"
    return "ongoing"


@lru_cache(maxsize=4096)
def _months_after(day: date, months: int) -> datetime:
    return _midnight(add_months(day, months))


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, clock(), SWEDEN)
