"""Pure rules: when an instrument is asked, and what a response says."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock
from zoneinfo import ZoneInfo

from webapp.domain.instruments.definitions import Instrument, Item, Rhythm

SWEDEN = ZoneInfo("Europe/Stockholm")
LONGEST_TEXT = 2000


@dataclass(frozen=True)
class Occasion:
    """A time span in which an instrument is asked. ``name`` is unique for person and instrument."""

    name: str
    opens_at: datetime
    closes_at: datetime

    def is_open(self, now: datetime) -> bool:
        """Whether it can be answered now."""
        return self.opens_at <= now < self.closes_at


@dataclass(frozen=True)
class Shown:
    """What stood on the screen when the answer was given, so that a layout effect can be found.

    ``writes_in`` tags the language of a text answer.
    """

    language: str
    direction: str
    variant: str
    writes_in: str = ""


@dataclass(frozen=True)
class AnswerView:
    """A stored answer with its receipt."""

    code: str
    text: str
    lang: str
    at: datetime
    receipt_code: str


@dataclass(frozen=True)
class ResponseView:
    """One side's answers in one round. ``answers`` is keyed by item id."""

    instrument: str
    version: str
    occasion: str
    opened_at: datetime
    completed_at: datetime | None
    answers: Mapping[str, AnswerView]

    @property
    def codes(self) -> dict[str, str]:
        """The answer codes by item id."""
        return {item: answer.code for item, answer in self.answers.items()}


@dataclass(frozen=True)
class Task:
    """An instrument that is open for the participant now, and how far they have come."""

    instrument: Instrument
    occasion: Occasion
    response: ResponseView | None

    @property
    def items(self) -> tuple[Item, ...]:
        """The questions, in order."""
        return self.instrument.answered_by("P")

    @property
    def answered(self) -> int:
        """How many questions have an answer of any kind."""
        return len(self.response.answers) if self.response else 0

    @property
    def done(self) -> bool:
        """The participant has said that they are finished."""
        return self.response is not None and self.response.completed_at is not None

    @property
    def next_number(self) -> int:
        """The first question without an answer, counted from 1; the last one when all have one."""
        answers = self.response.answers if self.response else {}
        for number, item in enumerate(self.items, start=1):
            if item.id not in answers:
                return number
        return len(self.items)


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def occasion(
    rhythm: Rhythm,
    *,
    started_on: date,
    last_meeting: tuple[str, datetime] | None,
    now: datetime,
) -> Occasion | None:
    """The occasion that is open now, or None.

    After a meeting: from its start, for the days the instrument says. Else by months from the
    person's start; then it stays open until the next one, so that nobody is too late.
    """
    if rhythm.after_meeting:
        if last_meeting is None:
            return None
        name, at = last_meeting
        found = Occasion(f"meeting-{name}", at, at + timedelta(days=rhythm.open_days))
        return found if found.is_open(now) else None
    return _by_months(rhythm, started_on, now)


def _by_months(rhythm: Rhythm, started_on: date, now: datetime) -> Occasion | None:
    if rhythm.first_month is None or rhythm.every_months is None:
        return None
    number = 0
    opens = _midnight(add_months(started_on, rhythm.first_month))
    if now < opens:
        return None
    while True:
        number += 1
        months = rhythm.first_month + number * rhythm.every_months
        closes = _midnight(add_months(started_on, months))
        if now < closes:
            return Occasion(f"round-{number}", opens, closes)
        opens = closes


def _midnight(day: date) -> datetime:
    return datetime.combine(day, clock(), SWEDEN)
