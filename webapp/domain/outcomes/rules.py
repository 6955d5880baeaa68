"""Pure rules of outcomes: what can be registered when, and what each status counts as."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from webapp.domain.errors import Invalid
from webapp.domain.surveys.rhythm import add_months

Moment = Literal["start", "exit", "months_6", "months_12"]
Said = Literal["yes", "no"]

MOMENTS: tuple[Moment, ...] = get_args(Moment)
MONTHS_AFTER: Mapping[Moment, int] = {"months_6": 6, "months_12": 12}
NOT_COUNTED = "registered_by_mistake"
LONGEST_STEP = 500
MOST_STEPS = 1000
BEFORE_START = timedelta(days=366)
LONG_AGO = timedelta(days=10 * 366)


@dataclass(frozen=True)
class AnswerView:
    """What the participant says to an outcome."""

    value: Said
    reason: str
    lang: str
    at: datetime


@dataclass(frozen=True)
class OutcomeView:
    """An outcome as it was registered, and the participant's newest answer to it."""

    ref: str
    moment: Moment
    status: str
    exit_reason: str | None
    happened_on: date
    staff_name: str
    registered_at: datetime
    superseded_at: datetime | None
    withdrawn_at: datetime | None
    answer: AnswerView | None

    @property
    def stands(self) -> bool:
        """Neither corrected nor taken away since."""
        return self.superseded_at is None and self.withdrawn_at is None

    @property
    def confirmed(self) -> bool:
        """The participant has said that it is right."""
        return self.answer is not None and self.answer.value == "yes"

    @property
    def disputed(self) -> bool:
        """The participant has said "no, because …": something to talk about."""
        return self.answer is not None and self.answer.value == "no"


@dataclass(frozen=True)
class OwnStepView:
    """Something the participant has done, in own words."""

    ref: str
    text: str
    lang: str
    happened_on: date
    written_at: datetime
    shared_at: datetime | None


def standing(outcomes: Iterable[OutcomeView]) -> dict[Moment, OutcomeView]:
    """What is registered now, by moment in order of time."""
    found = {each.moment: each for each in outcomes if each.stands}
    return {moment: found[moment] for moment in MOMENTS if moment in found}


def due(outcomes: Mapping[Moment, OutcomeView], today: date) -> tuple[Moment, ...]:
    """Which moments it is time to register: the start at once, then 6 and 12 months after exit.

    The exit itself is nobody's duty until it comes.
    """
    end = outcomes["exit"].happened_on if "exit" in outcomes else None
    found: list[Moment] = [] if "start" in outcomes else ["start"]
    if end is not None:
        found += [
            moment
            for moment, months in MONTHS_AFTER.items()
            if moment not in outcomes and today >= add_months(end, months)
        ]
    return tuple(found)


def check_day(
    moment: Moment,
    day: date,
    *,
    days: Mapping[Moment, date],
    started_on: date,
    today: date,
) -> None:
    """Raises ``Invalid`` for a day that cannot be meant.

    ``days`` are those of the other moments that stand. They come in the order start, exit, 6 and 12
    months; a follow-up needs an exit. The start may be registered afterwards, but not for a day
    more than a year before the person's first here.
    """
    if moment in MONTHS_AFTER and "exit" not in days:
        raise Invalid("happened_on", "no_exit")
    if day > today:
        raise Invalid("happened_on", "future")
    if day < started_on - (BEFORE_START if moment == "start" else timedelta(0)):
        raise Invalid("happened_on", "too_early")
    place = MOMENTS.index(moment)
    if any(day < days[each] for each in MOMENTS[:place] if each in days):
        raise Invalid("happened_on", "too_early")
    if any(day > days[each] for each in MOMENTS[place + 1 :] if each in days):
        raise Invalid("happened_on", "too_late")


def check_own_day(day: date, today: date) -> None:
    """Raises ``Invalid`` when a step is dated after today or more than ten years ago."""
    if day > today:
        raise Invalid("happened_on", "future")
    if day < today - LONG_AGO:
        raise Invalid("happened_on", "too_early")
