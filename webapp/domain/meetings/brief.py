"""The brief: what the coach reads in two minutes before the meeting. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from webapp.domain.agreement.rules import LineView
from webapp.domain.goals.rules import GoalView, StepView, not_agreed
from webapp.domain.instruments.definitions import Instrument
from webapp.domain.instruments.rules import Change
from webapp.domain.meetings.kit_rules import AFTER, Kit
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
class Left:
    """What the participant shares but does not take along: the coach's other pages have it."""

    wishes: tuple[WishView, ...]
    last_wish: WishView | None
    goals: tuple[GoalView, ...]
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True)
class Brief:
    """Everything the coach sees before the meeting, in the order of the page.

    Wishes, goals and comparisons are those that the participant takes along, in their own order.
    """

    meetings: Meetings
    wishes: tuple[WishView, ...]
    last_wish: WishView | None
    news: tuple[News, ...]
    goals: tuple[GoalView, ...]
    comparisons: tuple[Comparison, ...]
    lenses: tuple[Lenses, ...]
    not_agreed: tuple[LineView, ...]
    agenda: tuple[AgendaPoint, ...]
    kit: Kit
    left: Left


def make_brief(
    *,
    meetings: Meetings,
    wishes: tuple[WishView, ...],
    goals: tuple[GoalView, ...],
    responses: tuple[ResponseView, ...],
    instruments: tuple[Instrument, ...],
    since: datetime,
    kit: Kit | None = None,
) -> Brief:
    """The brief from the shared parts of the record. ``since`` is when the two last met, and
    ``kit`` what the participant has chosen to take along."""
    kit = kit or Kit()
    differing = tuple(not_agreed(goals))
    compared = kit.arrange("rating", _comparisons(instruments, responses), lambda one: one.key)
    mine = kit.arrange("goal", _living(goals), lambda goal: goal.line.ref)
    own = kit.arrange("words", wishes, lambda wish: wish.ref)
    double = _double(instruments, responses, compared.left)
    after = _wish_after_meeting(responses, since)
    last_wish = after if kit.comes("words", AFTER) else None
    taken = _taken(goals, mine.left)
    return Brief(
        meetings=meetings,
        wishes=own.coming,
        last_wish=last_wish,
        news=news(goals, responses, instruments, since),
        goals=mine.coming,
        comparisons=compared.coming,
        lenses=double,
        not_agreed=differing,
        agenda=tuple(_agenda(bool(own.coming or last_wish), compared.coming, double, taken, goals)),
        kit=kit,
        left=Left(own.left, None if last_wish else after, mine.left, compared.left),
    )


def _double(
    instruments: tuple[Instrument, ...],
    responses: tuple[ResponseView, ...],
    left: tuple[Comparison, ...],
) -> tuple[Lenses, ...]:
    """Both sides of the double ratings. What the coach has not finished is the coach's alone."""
    finished = tuple(each for each in responses if each.completed_at is not None)
    at_home = {one.instrument.id for one in left}
    asked = [each for each in instruments if each.id not in at_home]
    return tuple(one for each in asked if (one := lenses(each, finished)) is not None)


def _taken(goals: tuple[GoalView, ...], left: tuple[GoalView, ...]) -> tuple[GoalView, ...]:
    """The goals without those that stay at home."""
    at_home = {goal.line.ref for goal in left}
    return tuple(goal for goal in goals if goal.line.ref not in at_home)


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
    taken: tuple[GoalView, ...],
    goals: tuple[GoalView, ...],
) -> list[AgendaPoint]:
    """What to talk about, of what the participant takes along (``taken``)."""
    differing = not_agreed(taken)
    most = MOST_OF_A_KIND
    points = [AgendaPoint("wishes")] if wished else []
    fallen = [(one.instrument, change) for one in comparisons for change in one.lifted]
    fallen.sort(key=lambda pair: pair[1].steps)
    points += [AgendaPoint("lifted", None, change, one) for one, change in fallen[:most]]
    apart = [pair for each in double for pair in each.apart]
    points += [AgendaPoint("apart", pair=pair) for pair in apart[:most]]
    points += [AgendaPoint("not_agreed", line) for line in differing[:most]]
    active = any(goal.status == "active" for goal in goals)
    without = [goal.line for goal in taken if goal.status == "active" and not goal.steps]
    points += [AgendaPoint("no_steps", line) for line in without[:most]]
    return points if active else [*points, AgendaPoint("no_goal")]
