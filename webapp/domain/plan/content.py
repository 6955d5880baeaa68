"""What stands in a frozen plan, and which of its sections are still open to staff."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    case,
    cast,
    column,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    table,
    union_all,
)
from sqlalchemy.orm import aliased

from webapp.domain.agreement.model import Line, Version
from webapp.domain.goals.model import Goal, Step
from webapp.domain.people.model import Staff
from webapp.domain.plan.model import AgreedPlan, AgreedPlanPart, PlanStance
from webapp.domain.profile.model import ProfileEntry


def open_to_staff() -> ColumnElement[bool]:
    """All that a part names is still shared in the words that stand there, and not taken away."""
    line = aliased(Line)
    kept = select(line.id).where(_named(line), or_(line.shared_at.is_(None), _other_words(line)))
    return and_(
        not_(kept.correlate(AgreedPlanPart).exists()),
        not_(_taken_away().exists()),
        or_(AgreedPlanPart.entry_ref.is_(None), _entry_as_frozen().exists()),
    )


def _entry_as_frozen() -> Any:
    """The entry of a part in the wording of then: not taken away, nor taken back since.

    Taking back is about all its wordings, and what is shared after that is the newest alone.
    """
    entry, plan, wording = ProfileEntry, aliased(AgreedPlan), aliased(ProfileEntry)
    frozen = (
        select(func.max(wording.number))
        .join(plan, plan.id == AgreedPlanPart.plan_id)
        .where(wording.ref == entry.ref, wording.written_at <= plan.proposed_at)
        .correlate(entry, AgreedPlanPart)
        .scalar_subquery()
    )
    as_frozen = select(entry.id).where(
        entry.ref == AgreedPlanPart.entry_ref,
        entry.number == frozen,
        entry.shared_at.is_not(None),
        entry.removed_at.is_(None),
    )
    return as_frozen.correlate(AgreedPlanPart)


# The feature of these texts stands above this one, so here is only what is asked of them.
_TEXT = table("plan_text", column("line_id"), column("author"), column("removed_at"))


def _taken_away() -> Any:
    """A text that the participant has taken away since. What staff wrote is agreed history, and a
    step or goal that is no longer planned is too."""
    return (
        select(_TEXT.c.line_id)
        .where(
            _TEXT.c.line_id == AgreedPlanPart.line_id,
            _TEXT.c.author == "participant",
            _TEXT.c.removed_at.is_not(None),
        )
        .correlate(AgreedPlanPart)
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


def reason_for_staff(stance: Any) -> ColumnElement[Any]:
    """What stands after "no, because", as staff read it; parameter ``since``.

    A coach does not read what the participant said to the coach before: it may tell of sections
    that did not go on. That there was an answer, and which, is history that both know.
    """
    since = bindparam("since", type_=PlanStance.at.type)
    earlier = and_(stance.party == "participant", stance.at < since)
    return case((earlier, ""), else_=stance.reason)


def _content(reason: Any, *criteria: ColumnElement[bool]) -> Any:
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
    said = (PlanStance.party, PlanStance.value, reason, PlanStance.lang, PlanStance.at)
    answers = (
        select(literal(1), PlanStance.id, *said, Staff.name)
        .join(AgreedPlan, AgreedPlan.id == PlanStance.plan_id)
        .outerjoin(Staff, and_(PlanStance.party == "coach", Staff.id == PlanStance.actor_id))
        .where(ours)
    )
    return union_all(parts, answers)


CONTENT: Any = _content(PlanStance.reason)
SHARED_CONTENT: Any = _content(reason_for_staff(PlanStance), open_to_staff())
