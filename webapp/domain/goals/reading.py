"""Reading goals with their steps and agreement: one statement, however many there are."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session, aliased

from webapp.domain.agreement.model import Line
from webapp.domain.agreement.reading import COLUMNS, line_view, select_lines
from webapp.domain.agreement.rules import LineView
from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.goals.model import Goal, Step
from webapp.domain.goals.rules import GoalStatus, GoalView, StepView
from webapp.domain.sharing.gate import OpenedRecord


def own_goals(session: Session, *, participant_id: int) -> tuple[GoalView, ...]:
    """All goals of the participant, drafts too: for the participant's own pages only."""
    return _goals(session, participant_id, shared_only=False)


def shared_goals(session: Session, record: OpenedRecord) -> tuple[GoalView, ...]:
    """The goals that the participant shares with the coach. A draft is never in here."""
    return _goals(session, record.participant_id, shared_only=True)


def goals_in_plan(session: Session, *, participant_id: int) -> tuple[GoalView, ...]:
    """The goals that both can read: what a plan is made from. A draft is never in here."""
    return _goals(session, participant_id, shared_only=True)


def own_goal(session: Session, *, participant_id: int, ref: str) -> GoalView:
    """One goal of the participant. Raises ``NotFound``."""
    goals = own_goals(session, participant_id=participant_id)
    found = next((goal for goal in goals if goal.line.ref == ref), None)
    if found is None:
        raise NotFound
    return found


def goal_of_step(session: Session, *, participant_id: int, ref: str) -> tuple[GoalView, StepView]:
    """One step of the participant, with its goal. Raises ``NotFound``."""
    for goal in own_goals(session, participant_id=participant_id):
        for step in goal.steps:
            if step.line.ref == ref:
                return goal, step
    raise NotFound


def goal_ref_of_step(session: Session, *, participant_id: int, ref: str) -> str:
    """The name of the goal that a step belongs to, taken away or not. Raises ``NotFound``."""
    return _goal_ref(session, _GOAL_OF_STEP, participant_id, ref)


def _goal_ref(session: Session, statement: Any, participant_id: int, step: str) -> str:
    found = rows(session, statement, participant=participant_id, ref=step).first()
    if found is None:
        raise NotFound
    return str(found[0])


def shared_goal_without(session: Session, record: OpenedRecord, step: str) -> GoalView:
    """The shared goal from which the participant has taken this step away. Raises ``NotFound``.

    Also for a step that was never shared: nobody is told that there was one.
    """
    ref = _goal_ref(session, _LOST_BY, record.participant_id, step)
    for goal in shared_goals(session, record):
        if goal.line.ref == ref:
            return goal
    raise NotFound


def _goals(session: Session, participant_id: int, *, shared_only: bool) -> tuple[GoalView, ...]:
    statement = _SHARED if shared_only else _ALL
    goals: dict[int, tuple[LineView, GoalStatus, datetime]] = {}
    steps: dict[int, list[StepView]] = defaultdict(list)
    for row in rows(session, statement, participant=participant_id).all():
        goal_id, status, status_at, step_of, done_at, done_by = row[COLUMNS:]
        if goal_id is not None:
            goals[goal_id] = (line_view(row), status, status_at)
        elif step_of is not None:
            steps[step_of].append(StepView(line_view(row), done_at, done_by))
    return tuple(GoalView(*goal, tuple(steps[number])) for number, goal in goals.items())


# Lines of other things, such as what was decided at a meeting, are not read here.
_ALL: Any = (
    select_lines(Goal.id, Goal.status, Goal.status_at, Step.goal_id, Step.done_at, Step.done_by)
    .outerjoin(Goal, Goal.line_id == Line.id)
    .outerjoin(Step, Step.line_id == Line.id)
    .where(
        Line.participant_id == bindparam("participant"),
        or_(Goal.id.is_not(None), Step.id.is_not(None)),
        Step.removed_at.is_(None),
    )
)
_SHARED = _ALL.where(Line.shared_at.is_not(None))
_OF_GOAL, _OF_STEP = aliased(Line), aliased(Line)
_GOAL_OF_STEP: Any = (
    select(_OF_GOAL.ref)
    .join(Goal, Goal.line_id == _OF_GOAL.id)
    .join(Step, Step.goal_id == Goal.id)
    .join(_OF_STEP, _OF_STEP.id == Step.line_id)
    .where(_OF_STEP.ref == bindparam("ref"), Goal.participant_id == bindparam("participant"))
)
_LOST_BY = _GOAL_OF_STEP.where(_OF_STEP.shared_at.is_not(None), Step.removed_at.is_not(None))
