"""The one thing to do now. One at a time, so that a visit is never a heap of duties. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from webapp.domain.agreement.rules import LineView
from webapp.domain.goals.rules import GoalView, answered_by_coach, waiting_for_participant
from webapp.domain.meetings.rules import Meetings, WishView
from webapp.domain.surveys.rules import Task

NowKind = Literal["survey", "proposal", "wish", "goal", "answered", "step", "nothing"]
SOON = timedelta(days=7)


@dataclass(frozen=True)
class Now:
    """What the first page asks for: with the survey, the line or the goal it is about."""

    kind: NowKind
    task: Task | None = None
    line: LineView | None = None
    goal: GoalView | None = None


def thing_to_do(
    *,
    tasks: tuple[Task, ...],
    goals: tuple[GoalView, ...],
    meetings: Meetings,
    wishes: tuple[WishView, ...],
    now: datetime,
) -> Now:
    """The first of these that is true, or nothing.

    The meeting just held is fresh and soon closed; then the coach waits for an answer; then the
    next meeting is near; then the first goal, the surveys that have time, what the coach has
    answered, and a first step.
    """
    return next(_things(tasks, goals, meetings, wishes, now))


def _things(
    tasks: tuple[Task, ...],
    goals: tuple[GoalView, ...],
    meetings: Meetings,
    wishes: tuple[WishView, ...],
    now: datetime,
) -> Iterator[Now]:
    left = [task for task in tasks if not (task.done or task.instrument.rhythm.optional)]
    active = [goal for goal in goals if goal.status == "active"]
    coming = meetings.next
    yield from (Now("survey", task=task) for task in left if task.instrument.rhythm.after_meeting)
    yield from (Now("proposal", line=line) for line in waiting_for_participant(goals))
    if coming and not wishes and now < coming.starts_at <= now + SOON:
        yield Now("wish")
    if not active:
        yield Now("goal")
    yield from (Now("survey", task=task) for task in left)
    yield from (Now("answered", line=line) for line in answered_by_coach(goals))
    yield from (Now("step", goal=goal) for goal in active if not goal.steps)
    yield Now("nothing")
