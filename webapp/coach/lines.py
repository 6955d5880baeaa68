"""The shared goals and steps of one record, each with the form to answer it."""

from dataclasses import dataclass
from functools import cached_property

from webapp.coach.forms import AnswerForm
from webapp.domain.agreement.rules import LineView
from webapp.domain.errors import NotFound
from webapp.domain.goals.rules import GoalView, StepView
from webapp.domain.plan.now import PlanNow
from webapp.domain.sharing.gate import OpenedRecord


@dataclass(frozen=True)
class Lines:
    """What the plan's page shows. ``sent`` is the form that came back with errors, if any."""

    record: OpenedRecord
    goals: tuple[GoalView, ...]
    sent: AnswerForm | None
    whole: PlanNow

    def __post_init__(self) -> None:
        """Gives the sent form the ids of its line, so that a summary can link to them."""
        if self.sent:
            _name(self.sent, self.sent.line.data)

    @cached_property
    def active(self) -> frozenset[str]:
        """The names of the active goals and of their steps: of these alone an answer is waited."""
        return frozenset(
            line.ref
            for goal in self.goals
            if goal.status == "active"
            for line in (goal.line, *(step.line for step in goal.steps))
        )

    def form(self, line: LineView) -> AnswerForm:
        """The form for one line: the sent one with what was typed, or an empty one."""
        if self.sent and self.sent.line.data == line.ref:
            return self.sent
        return _name(AnswerForm(formdata=None), line.ref)

    def find(self, ref: str | None) -> tuple[LineView, StepView | None]:
        """The line with this name, and the step it belongs to, if it is one.

        Raises ``NotFound``.
        """
        for goal in self.goals:
            if goal.line.ref == ref:
                return goal.line, None
        step = find_step(self.goals, ref)
        return step.line, step


def _name(form: AnswerForm, ref: str | None) -> AnswerForm:
    form.reason.id = f"reason-{ref}"
    return form


def find_step(goals: tuple[GoalView, ...], ref: str | None) -> StepView:
    """The step with this name. Raises ``NotFound``."""
    return find_goal_and_step(goals, ref)[1]


def find_goal_and_step(goals: tuple[GoalView, ...], ref: str | None) -> tuple[GoalView, StepView]:
    """The step with this name, and its goal. Raises ``NotFound``."""
    for goal in goals:
        for step in goal.steps:
            if step.line.ref == ref:
                return goal, step
    raise NotFound


def find_goal(goals: tuple[GoalView, ...], ref: str) -> GoalView:
    """The goal with this name. Raises ``NotFound``."""
    for goal in goals:
        if goal.line.ref == ref:
            return goal
    raise NotFound
