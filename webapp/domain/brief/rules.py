"""The brief: what the coach reads in two minutes before the meeting. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from webapp.domain.agreement.rules import LineView
from webapp.domain.brief.agenda import AgendaPoint, Ticked, suggested, ticked
from webapp.domain.brief.kit_rules import AFTER, Kit, in_order
from webapp.domain.brief.news import News, news
from webapp.domain.goals.rules import GoalView, StepView, finished, not_agreed
from webapp.domain.instruments.definitions import Instrument
from webapp.domain.meetings.rules import Meetings, WishView
from webapp.domain.surveys.change import Comparison, comparisons
from webapp.domain.surveys.lenses import Lenses, lenses
from webapp.domain.surveys.rules import ResponseView


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
    ``order`` is the one order of all that was ticked, once it was; the agenda follows it.
    ``finished`` says that a goal was shared and is reached or dropped.
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
    order: tuple[Ticked, ...] = ()
    finished: bool = False


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
    taken = in_order(kit, _taken(goals, mine.left), lambda goal: ("goal", goal.line.ref))
    order = ticked(own.coming, last_wish, mine.coming, compared.coming)
    agenda = suggested(order, compared.coming, double, taken, goals)
    return Brief(
        meetings=meetings,
        wishes=own.coming,
        last_wish=last_wish,
        news=news(goals, responses, instruments, since),
        goals=mine.coming,
        comparisons=compared.coming,
        lenses=double,
        not_agreed=differing,
        agenda=in_order(kit, agenda, lambda point: point.about),
        kit=kit,
        left=Left(own.left, None if last_wish else after, mine.left, compared.left),
        order=_first(kit, order),
        finished=bool(finished(goals)),
    )


def _first(kit: Kit, order: list[Ticked]) -> tuple[Ticked, ...]:
    """What was ticked, in its order, and all own words; nothing before a choice was made."""
    kept = [one for one in order if one.kind == "words" or kit.named(one.kind, one.ref)]
    return in_order(kit, kept, lambda one: (one.kind, one.ref)) if kit.chosen else ()


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
