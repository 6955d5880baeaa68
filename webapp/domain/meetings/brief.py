"""The brief: what the coach reads in two minutes before the meeting. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from webapp.domain.agreement.rules import LineView
from webapp.domain.goals.rules import GoalView, StepView, not_agreed
from webapp.domain.instruments.definitions import Instrument
from webapp.domain.instruments.rules import Change
from webapp.domain.meetings.news import News, news
from webapp.domain.meetings.rules import Meetings, WishView
from webapp.domain.surveys.change import Comparison, comparisons
from webapp.domain.surveys.lenses import Lenses, Pair, lenses
from webapp.domain.surveys.rules import ResponseView

AgendaKind = Literal["wishes", "lifted", "apart", "not_agreed", "no_steps", "no_goal"]
MOST_OF_A_KIND = 2  # a meeting has an hour


@dataclass(frozen=True)
class AgendaPoint:
    """One suggested point. ``line``, ``change`` or ``pair`` says which, where there is
    one."""

    kind: AgendaKind
    line: LineView | None = None
    change: Change | None = None
    instrument: Instrument | None = None
    pair: Pair | None = None


@dataclass(frozen=True)
class Brief:
    """Everything the coach sees before the meeting, in the order of the page."""

    meetings: Meetings
    wishes: tuple[WishView, ...]
    last_wish: WishView | None
    news: tuple[News, ...]
    goals: tuple[GoalView, ...]
    comparisons: tuple[Comparison, ...]
    lenses: tuple[Lenses, ...]
    not_agreed: tuple[LineView, ...]
    agenda: tuple[AgendaPoint, ...]


def make_brief(
    *,
    meetings: Meetings,
    wishes: tuple[WishView, ...],
    goals: tuple[GoalView, ...],
    responses: tuple[ResponseView, ...],
    instruments: tuple[Instrument, ...],
    since: datetime,
) -> Brief:
    """The brief from the shared parts of the record. ``since`` is when the two last met."""
    differing = tuple(not_agreed(goals))
    compared = _comparisons(instruments, responses)
    double = tuple(one for each in instruments if (one := lenses(each, responses)) is not None)
    last_wish = _wish_after_meeting(responses, since)
    return Brief(
        meetings=meetings,
        wishes=wishes,
        last_wish=last_wish,
        news=news(goals, responses, instruments, since),
        goals=_living(goals),
        comparisons=compared,
        lenses=double,
        not_agreed=differing,
        agenda=tuple(_agenda(bool(wishes or last_wish), compared, double, differing, goals)),
    )


def _living(goals: tuple[GoalView, ...]) -> tuple[GoalView, ...]:
    """Active goals, then paused ones; in each the steps with the nearest day first."""
    kept = [goal for goal in goals if goal.status in ("active", "paused")]
    return tuple(
        replace(goal, steps=tuple(sorted(goal.steps, key=_day_of)))
        for goal in sorted(kept, key=lambda goal: goal.status)
    )


def _day_of(step: StepView) -> date:
    return step.line.wording.due_on or date.max


def _comparisons(
    instruments: tuple[Instrument, ...], responses: tuple[ResponseView, ...]
) -> tuple[Comparison, ...]:
    """Every instrument with an answer: the ratings after meetings first, then what moved most."""
    return tuple(sorted(comparisons(instruments, responses, reader="coach"), key=_order))


def _order(one: Comparison) -> tuple[bool, int]:
    moved = max((abs(change.steps) for change in one.changes), default=0)
    return (not one.instrument.rhythm.after_meeting, -moved)


def _wish_after_meeting(responses: tuple[ResponseView, ...], since: datetime) -> WishView | None:
    for response in responses:
        if response.instrument == "MOTE" and response.done:
            answer = response.answers.get("MOTE-05")
            if answer and answer.code == "text" and answer.at >= since:
                return WishView("", answer.text, answer.lang, answer.at)
            return None
    return None


def _agenda(
    wished: bool,
    comparisons: tuple[Comparison, ...],
    double: tuple[Lenses, ...],
    differing: tuple[LineView, ...],
    goals: tuple[GoalView, ...],
) -> list[AgendaPoint]:
    most = MOST_OF_A_KIND
    points = [AgendaPoint("wishes")] if wished else []
    fallen = [(one.instrument, change) for one in comparisons for change in one.lifted]
    fallen.sort(key=lambda pair: pair[1].steps)
    points += [AgendaPoint("lifted", None, change, one) for one, change in fallen[:most]]
    apart = [pair for each in double for pair in each.apart]
    points += [AgendaPoint("apart", pair=pair) for pair in apart[:most]]
    points += [AgendaPoint("not_agreed", line) for line in differing[:most]]
    active = [goal for goal in goals if goal.status == "active"]
    without = [goal.line for goal in active if not goal.steps]
    points += [AgendaPoint("no_steps", line) for line in without[:most]]
    return points if active else [*points, AgendaPoint("no_goal")]
