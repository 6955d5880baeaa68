"""The one line of the brief about the whole plan: the newest frozen one, and who has said yes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Date, cast, func, literal, null, select

from webapp.domain.agreement.rules import Status, status
from webapp.domain.plan.model import AgreedPlan, PlanStance
from webapp.domain.plan.reading import COACHS, PARTICIPANTS, select_plans


@dataclass(frozen=True)
class NewestPlan:
    """The newest frozen plan. ``answered_at`` is the newest answer's moment."""

    ref: str
    status: Status
    proposed_at: datetime
    answered_at: datetime


def newest_plan(found: Iterable[Sequence[Any]]) -> NewestPlan | None:
    """The newest frozen plan from the rows of ``plan_part``; None when there is none."""
    for kind, ref, participant, coach, _day, proposed_at, answered_at in found:
        if kind == "plan":
            return NewestPlan(ref, status(participant, coach), proposed_at, answered_at)
    return None


def plan_part() -> Any:
    """A select for the brief's statement.

    Columns: kind, reference, each party's answer, no day, when it was frozen, and when it was
    last answered.
    """
    answered = (
        select(func.max(PlanStance.at))
        .where(PlanStance.plan_id == AgreedPlan.id)
        .correlate(AgreedPlan)
        .scalar_subquery()
    )
    columns = (
        literal("plan"),
        AgreedPlan.ref,
        PARTICIPANTS.value,
        COACHS.value,
        cast(null(), Date()),
        AgreedPlan.proposed_at,
        answered,
    )
    named: list[Any] = [each.label(f"c{place}") for place, each in enumerate(columns)]
    return select(select_plans(*named).limit(1).subquery())
