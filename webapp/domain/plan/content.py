"""What stands in a frozen plan, and which of its sections are still open to staff."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    cast,
    literal,
    not_,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from webapp.domain.agreement.model import Line
from webapp.domain.people.model import Staff
from webapp.domain.plan.model import AgreedPlan, AgreedPlanPart, PlanStance
from webapp.domain.profile.model import ProfileEntry


def open_to_staff() -> ColumnElement[bool]:
    """All that a part names is still shared."""
    line, entry = aliased(Line), ProfileEntry
    kept = select(line.id).where(
        or_(line.id == AgreedPlanPart.line_id, line.id == AgreedPlanPart.goal_line_id),
        line.shared_at.is_(None),
    )
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
