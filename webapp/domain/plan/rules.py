"""The plan as both read it: made from the shared goals, so that it can never say something else."""

from dataclasses import dataclass
from datetime import date

from webapp.domain.goals.rules import GoalView, StepView, finished


@dataclass(frozen=True)
class PlanGoal:
    """One goal of the plan: the person's part and the others' part, undone first, by date."""

    goal: GoalView
    mine: tuple[StepView, ...]
    theirs: tuple[StepView, ...]


@dataclass(frozen=True)
class Plan:
    """The whole plan. ``agreed`` is true when both have said yes to every line of it.

    ``finished`` are the goals that stood in it and were reached or dropped.
    """

    goals: tuple[PlanGoal, ...]
    finished: tuple[GoalView, ...]
    proposals: tuple[StepView, ...]
    agreed: bool
    waiting_participant: int
    waiting_coach: int
    talk: int


def plan_of(goals: tuple[GoalView, ...]) -> Plan:
    """The plan that these goals make: shared ones that are active or paused."""
    living = [goal for goal in goals if goal.shared and goal.status in ("active", "paused")]
    active = [goal for goal in living if goal.status == "active"]
    lines = [
        line
        for goal in active
        for line in (goal.line, *(step.line for step in goal.steps if step.done_at is None))
    ]
    statuses = [line.status for line in lines]
    return Plan(
        goals=tuple(_goal(goal) for goal in living),
        finished=finished(tuple(goal for goal in goals if goal.shared)),
        proposals=tuple(step for goal in active for step in goal.steps if step.is_proposal),
        agreed=bool(lines) and all(status == "agreed" for status in statuses),
        waiting_participant=statuses.count("waiting_participant"),
        waiting_coach=statuses.count("waiting_coach"),
        talk=statuses.count("talk"),
    )


def _goal(goal: GoalView) -> PlanGoal:
    steps = sorted(goal.steps, key=_order)
    mine = [step for step in steps if step.line.wording.doer in ("participant", "together")]
    theirs = [step for step in steps if step.line.wording.doer not in ("participant", "together")]
    return PlanGoal(goal, tuple(mine), tuple(theirs))


def _order(step: StepView) -> tuple[bool, date]:
    return (step.done_at is not None, step.line.wording.due_on or date.max)
