"""The one thing to do now. One at a time, so that a visit is never a heap of duties. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from webapp.domain.agreement.rules import LineView
from webapp.domain.goals.rules import GoalView, waiting_for_participant
from webapp.domain.meetings.rules import Meetings, WishView
from webapp.domain.surveys.rules import Task

NowKind = Literal["survey", "proposal", "wish", "goal", "step", "nothing"]
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
    next meeting is near; then the first goal, its first step, and the surveys that have time.
    """
    for task in tasks:
        if task.instrument.rhythm.after_meeting and not task.done:
            return Now("survey", task=task)
    waiting = waiting_for_participant(goals)
    if waiting:
        return Now("proposal", line=waiting[0])
    coming = meetings.next
    if coming and not wishes and now < coming.starts_at <= now + SOON:
        return Now("wish")
    active = [goal for goal in goals if goal.status == "active"]
    if not active:
        return Now("goal")
    for task in tasks:
        if not task.done:
            return Now("survey", task=task)
    without = next((goal for goal in active if not goal.steps), None)
    return Now("step", goal=without) if without else Now("nothing")
