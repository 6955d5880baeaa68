"""The brief: what the coach reads in two minutes before the meeting. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from webapp.domain.agreement.rules import LineView
from webapp.domain.goals.rules import GoalView, StepView, not_agreed
from webapp.domain.instruments.definitions import Instrument
from webapp.domain.instruments.rules import Change, changes, lifted
from webapp.domain.meetings.news import News, news
from webapp.domain.meetings.rules import Meetings, WishView
from webapp.domain.surveys.rules import ResponseView

AgendaKind = Literal["wishes", "lifted", "not_agreed", "no_steps", "no_goal"]
MOST_OF_A_KIND = 2  # a meeting has an hour


@dataclass(frozen=True)
class Comparison:
    """An instrument now and the time before, the largest change first.

    Only what the coach may see with the person's name.
    """

    instrument: Instrument
    now_at: datetime
    before_at: datetime | None
    changes: tuple[Change, ...]
    now: ResponseView
    before: ResponseView | None

    @property
    def lifted(self) -> tuple[Change, ...]:
        """What fell by two steps, or stands at "not at all"."""
        return lifted(self.changes)


@dataclass(frozen=True)
class AgendaPoint:
    """One suggested point. ``line`` or ``change`` says which, where there is one."""

    kind: AgendaKind
    line: LineView | None = None
    change: Change | None = None
    instrument: Instrument | None = None


@dataclass(frozen=True)
class Brief:
    """Everything the coach sees before the meeting, in the order of the page."""

    meetings: Meetings
    wishes: tuple[WishView, ...]
    last_wish: WishView | None
    news: tuple[News, ...]
    goals: tuple[GoalView, ...]
    comparisons: tuple[Comparison, ...]
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
    comparisons = _comparisons(instruments, responses)
    last_wish = _wish_after_meeting(responses, since)
    return Brief(
        meetings=meetings,
        wishes=wishes,
        last_wish=last_wish,
        news=news(goals, responses, instruments, since),
        goals=_living(goals),
        comparisons=comparisons,
        not_agreed=differing,
        agenda=tuple(_agenda(bool(wishes or last_wish), comparisons, differing, goals)),
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
    found = [one for each in instruments if (one := compare(each, responses)) is not None]
    return tuple(sorted(found, key=_order))


def _order(one: Comparison) -> tuple[bool, int]:
    moved = max((abs(change.steps) for change in one.changes), default=0)
    return (not one.instrument.rhythm.after_meeting, -moved)


def compare(instrument: Instrument, responses: tuple[ResponseView, ...]) -> Comparison | None:
    """The newest response to the instrument beside the one before it.

    None without any, or when the newest response is to another version.
    """
    own = [each for each in responses if each.instrument == instrument.id and each.answers]
    if not own or own[0].version != instrument.version:
        return None
    now, before = own[0], own[1] if len(own) > 1 else None
    if before is not None and before.version != now.version:
        before = None  # another wording starts another series
    found = tuple(
        change
        for change in changes(instrument, before.codes if before else {}, now.codes)
        if instrument.item(change.item_id).show.coach == "named"
    )
    return Comparison(instrument, _at(now), _at(before) if before else None, found, now, before)


def _at(response: ResponseView) -> datetime:
    return response.completed_at or response.opened_at


def _wish_after_meeting(responses: tuple[ResponseView, ...], since: datetime) -> WishView | None:
    for response in responses:
        if response.instrument == "MOTE" and response.completed_at is not None:
            answer = response.answers.get("MOTE-05")
            if answer and answer.code == "text" and answer.at >= since:
                return WishView("", answer.text, answer.lang, answer.at)
            return None
    return None


def _agenda(
    wished: bool,
    comparisons: tuple[Comparison, ...],
    differing: tuple[LineView, ...],
    goals: tuple[GoalView, ...],
) -> list[AgendaPoint]:
    most = MOST_OF_A_KIND
    points = [AgendaPoint("wishes")] if wished else []
    fallen = [(one.instrument, change) for one in comparisons for change in one.lifted]
    fallen.sort(key=lambda pair: pair[1].steps)
    points += [AgendaPoint("lifted", None, change, one) for one, change in fallen[:most]]
    points += [AgendaPoint("not_agreed", line) for line in differing[:most]]
    active = [goal for goal in goals if goal.status == "active"]
    without = [goal.line for goal in active if not goal.steps]
    points += [AgendaPoint("no_steps", line) for line in without[:most]]
    return points if active else [*points, AgendaPoint("no_goal")]
