"""Reading goals with their steps and agreement: two statements, however many there are."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session, aliased

from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.agreement.rules import LineView
from webapp.domain.agreement.service import line_views
from webapp.domain.errors import NotFound
from webapp.domain.goals.model import Goal, Step
from webapp.domain.goals.rules import GoalView, StepView
from webapp.domain.sharing.gate import OpenedRecord


def own_goals(session: Session, *, participant_id: int) -> tuple[GoalView, ...]:
    """All goals of the participant, drafts too: for the participant's own pages only."""
    return _goals(session, participant_id, shared_only=False)


def shared_goals(session: Session, record: OpenedRecord) -> tuple[GoalView, ...]:
    """The goals that the participant shares with the coach. A draft is never in here."""
    return _goals(session, record.participant_id, shared_only=True)


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
    of_goal, of_step = aliased(Line), aliased(Line)
    found = session.scalar(
        select(of_goal.ref)
        .join(Goal, Goal.line_id == of_goal.id)
        .join(Step, Step.goal_id == Goal.id)
        .join(of_step, of_step.id == Step.line_id)
        .where(of_step.ref == ref, Goal.participant_id == participant_id)
    )
    if found is None:
        raise NotFound
    return found


def _goals(session: Session, participant_id: int, *, shared_only: bool) -> tuple[GoalView, ...]:
    chosen = [Goal.participant_id == participant_id]
    if shared_only:
        chosen.append(Line.shared_at.is_not(None))
    rows = session.execute(_WITH_STEPS.where(*chosen)).all()
    if not rows:
        return ()
    ids = {row.line_id for row in rows} | {row.step_line_id for row in rows}
    lines = _lines(session, sorted(ids - {None}))
    goals: dict[str, GoalView] = {}
    steps: dict[str, list[StepView]] = defaultdict(list)
    for row in rows:
        goals[row.ref] = GoalView(lines[row.ref], row.status, row.status_at, ())
        if row.step_ref is not None:
            steps[row.ref].append(StepView(lines[row.step_ref], row.done_at, row.done_by))
    return tuple(replace(goal, steps=tuple(steps[ref])) for ref, goal in goals.items())


def _lines(session: Session, ids: list[int]) -> dict[str, LineView]:
    rows = session.execute(_WITH_STANCES.where(Line.id.in_(ids)))
    return {view.ref: view for view in line_views(rows)}


_WITH_STANCES: Select[Line, Version, Stance] = (
    select(Line, Version, Stance)
    .join(Version, and_(Version.line_id == Line.id, Version.number == Line.number))
    .outerjoin(Stance, Stance.version_id == Version.id)
    .order_by(Line.id, Stance.id)
)

_STEP_LINE = aliased(Line)
_WITH_STEPS: Any = (
    select(
        Goal.line_id,
        Goal.status,
        Goal.status_at,
        Line.ref,
        Step.line_id.label("step_line_id"),
        Step.done_at,
        Step.done_by,
        _STEP_LINE.ref.label("step_ref"),
    )
    .join(Line, Line.id == Goal.line_id)
    .outerjoin(Step, and_(Step.goal_id == Goal.id, Step.removed_at.is_(None)))
    .outerjoin(_STEP_LINE, _STEP_LINE.id == Step.line_id)
    .order_by(Goal.id, Step.id)
)
