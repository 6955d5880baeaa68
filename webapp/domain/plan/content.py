"""What stands in a frozen plan, and which of its sections are still open to staff."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    cast,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from webapp.domain.agreement.model import Line, Version
from webapp.domain.goals.model import Goal, Step
from webapp.domain.people.model import Staff
from webapp.domain.plan.model import AgreedPlan, AgreedPlanPart, PlanStance
from webapp.domain.profile.model import ProfileEntry


def open_to_staff() -> ColumnElement[bool]:
    """All that a part names is still shared, in the words that stand there."""
    line, entry = aliased(Line), ProfileEntry
    kept = select(line.id).where(_named(line), or_(line.shared_at.is_(None), _other_words(line)))
    shared = select(entry.id).where(
        entry.ref == AgreedPlanPart.entry_ref,
        entry.shared_at.is_not(None),
        entry.replaced_at.is_(None),
        entry.removed_at.is_(None),
    )
    return and_(
        not_(kept.correlate(AgreedPlanPart).exists()),
        or_(AgreedPlanPart.entry_ref.is_(None), shared.correlate(AgreedPlanPart).exists()),
    )


def _named(line: Any) -> ColumnElement[bool]:
    """The lines of a part: its own, the steps of a goal, and the goal that it is about."""
    steps = (
        select(Step.line_id)
        .join(Goal, Goal.id == Step.goal_id)
        .where(Goal.line_id == AgreedPlanPart.line_id)
        .correlate(AgreedPlanPart)
    )
    return or_(
        line.id == AgreedPlanPart.line_id,
        line.id == AgreedPlanPart.goal_line_id,
        line.id.in_(steps),
    )


def _other_words(line: Any) -> ColumnElement[bool]:
    """It was taken back since, and is shared again from a later version than the frozen one."""
    plan = aliased(AgreedPlan)
    frozen = (
        select(func.max(Version.number))
        .join(plan, plan.id == AgreedPlanPart.plan_id)
        .where(Version.line_id == line.id, Version.at <= plan.proposed_at)
        .correlate(line, AgreedPlanPart)
        .scalar_subquery()
    )
    return line.shared_from > frozen  # type: ignore[no-any-return]


def _content(*criteria: ColumnElement[bool]) -> Any:
    """The sections and all answers in one statement: which of the two, place, and six columns."""
    ours = AgreedPlan.ref == bindparam("ref")
    none: list[Any] = [literal("") for _ in range(3)]
    no_time = cast(null(), PlanStance.at.type)
    parts = (
        select(
            literal(0), AgreedPlanPart.place, AgreedPlanPart.content, *none, no_time, literal("")
        )
        .join(AgreedPlan, AgreedPlan.id == AgreedPlanPart.plan_id)
        .where(ours, *criteria)
    )
    said = (PlanStance.party, PlanStance.value, PlanStance.reason, PlanStance.lang, PlanStance.at)
    answers = (
        select(literal(1), PlanStance.id, *said, Staff.name)
        .join(AgreedPlan, AgreedPlan.id == PlanStance.plan_id)
        .outerjoin(Staff, and_(PlanStance.party == "coach", Staff.id == PlanStance.actor_id))
        .where(ours)
    )
    return union_all(parts, answers)


CONTENT: Any = _content()
SHARED_CONTENT: Any = _content(open_to_staff())
