"""Reading goals with their steps and agreement: three statements, however many there are."""

from collections import defaultdict

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

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


def _goals(session: Session, participant_id: int, *, shared_only: bool) -> tuple[GoalView, ...]:
    chosen = [Goal.participant_id == participant_id]
    if shared_only:
        chosen.append(Line.shared_at.is_not(None))
    goals = session.execute(
        select(Goal.id, Goal.line_id, Goal.status, Goal.status_at, Line.ref)
        .join(Line, Line.id == Goal.line_id)
        .where(*chosen)
        .order_by(Goal.id)
    ).all()
    if not goals:
        return ()
    ids = [row.id for row in goals]
    steps = session.execute(
        select(Step.goal_id, Step.line_id, Step.done_at, Step.done_by, Line.ref)
        .join(Line, Line.id == Step.line_id)
        .where(Step.goal_id.in_(ids), Step.removed_at.is_(None))
        .order_by(Step.id)
    ).all()
    lines = _lines(session, [row.line_id for row in (*goals, *steps)])
    of_goal = defaultdict(list)
    for row in steps:
        of_goal[row.goal_id].append(StepView(lines[row.ref], row.done_at, row.done_by))
    return tuple(
        GoalView(lines[row.ref], row.status, row.status_at, tuple(of_goal[row.id])) for row in goals
    )


def _lines(session: Session, ids: list[int]) -> dict[str, LineView]:
    rows = session.execute(_WITH_STANCES.where(Line.id.in_(ids)))
    return {view.ref: view for view in line_views(rows)}


_WITH_STANCES: Select[Line, Version, Stance] = (
    select(Line, Version, Stance)
    .join(Version, and_(Version.line_id == Line.id, Version.number == Line.number))
    .outerjoin(Stance, Stance.version_id == Version.id)
    .order_by(Line.id, Stance.id)
)
