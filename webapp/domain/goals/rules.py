"""Pure rules and views of goals and steps."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from webapp.domain.actors import Party
from webapp.domain.agreement.rules import LineView, Wording
from webapp.domain.errors import Invalid, NotFound

GoalStatus = Literal["active", "paused", "reached", "dropped"]
Doer = Literal["participant", "coach", "together", "other"]

STATUSES: tuple[GoalStatus, ...] = ("active", "paused", "reached", "dropped")
DOERS: tuple[Doer, ...] = ("participant", "coach", "together", "other")
MOST_ACTIVE_GOALS = 20
MOST_STEPS = 30
LONGEST_DOER_NAME = 80
FURTHEST_DAY = timedelta(days=5 * 366)


@dataclass(frozen=True)
class StepView:
    """A step with its text and agreement, and whether it is done."""

    line: LineView
    done_at: datetime | None
    done_by: Party | None

    @property
    def is_proposal(self) -> bool:
        """The coach suggests it and the participant has not answered."""
        return self.line.author == "coach" and self.line.participant is None


@dataclass(frozen=True)
class GoalView:
    """A goal with its steps."""

    line: LineView
    status: GoalStatus
    status_at: datetime
    steps: tuple[StepView, ...]

    @property
    def shared(self) -> bool:
        """The coach can read it."""
        return self.line.shared_at is not None

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step.done_at is not None for step in self.steps)


def check_step(wording: Wording, *, today: date, before: date | None = None) -> None:
    """Raises ``Invalid`` when nobody, or nobody named, does it, or the day cannot be meant.

    ``before`` is the day it had until now, which may stay although it has passed.
    """
    if wording.doer not in DOERS:
        raise Invalid("doer", "empty")
    if wording.doer == "other" and not wording.doer_name.strip():
        raise Invalid("doer_name", "empty")
    if len(wording.doer_name.strip()) > LONGEST_DOER_NAME:
        raise Invalid("doer_name", "long")
    day = wording.due_on
    if day is None or day == before:
        return
    if day < today:
        raise Invalid("due_on", "past")
    if day > today + FURTHEST_DAY:
        raise Invalid("due_on", "far")


def waiting_for_participant(goals: tuple[GoalView, ...]) -> list[LineView]:
    """What the coach has written and the participant has not answered, oldest first."""
    lines = [line for goal in goals if goal.status == "active" for line in _lines(goal)]
    waiting = [line for line in lines if line.author == "coach" and line.participant is None]
    return sorted(waiting, key=lambda line: line.written_at)


def answered_by_coach(goals: tuple[GoalView, ...]) -> list[LineView]:
    """What the coach has said "yes, but" or "no" to, newest first: something to talk about."""
    lines = [line for goal in goals if goal.status == "active" for line in _lines(goal)]
    said = [(line.coach.at, line) for line in lines if line.coach and line.coach.value != "yes"]
    return [line for _, line in sorted(said, key=lambda pair: pair[0], reverse=True)]


def not_agreed(goals: tuple[GoalView, ...]) -> list[LineView]:
    """Shared texts of living goals that are not agreed by both, in the goals' order."""
    return [
        line
        for goal in goals
        if goal.status == "active"
        for line in _lines(goal)
        if line.shared_at is not None and line.status != "agreed"
    ]


def shared_line(goals: tuple[GoalView, ...], ref: str) -> tuple[GoalView, LineView]:
    """The shared goal's or step's text with this name, and its goal. Raises ``NotFound``."""
    for goal in goals:
        for line in (goal.line, *(step.line for step in goal.steps)):
            if line.ref == ref and line.shared_at is not None:
                return goal, line
    raise NotFound


def finished(goals: tuple[GoalView, ...]) -> tuple[GoalView, ...]:
    """The goals that were reached or dropped, the last one first."""
    over = [goal for goal in goals if goal.status in ("reached", "dropped")]
    return tuple(sorted(over, key=lambda goal: goal.status_at, reverse=True))


def words_of(goals: tuple[GoalView, ...]) -> list[tuple[str, str]]:
    """The participant's own shared words in goals, steps and answers, as (text, language)."""
    lines = [line for goal in goals for line in (goal.line, *(step.line for step in goal.steps))]
    found: list[tuple[str, str]] = []
    for line in lines:
        if line.shared_at is None:
            continue
        if line.author == "participant" and not line.wording.card:
            found.append((line.wording.text, line.wording.lang))
        if line.participant and line.participant.reason:
            found.append((line.participant.reason, line.participant.lang))
    return found


def _lines(goal: GoalView) -> list[LineView]:
    return [goal.line, *(step.line for step in goal.steps if step.done_at is None)]
