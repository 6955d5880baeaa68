"""Reading frozen plans: what both said to each, and what stands in one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.orm import Session, aliased

from webapp.domain.actors import Party
from webapp.domain.agreement.model import Line
from webapp.domain.agreement.rules import StanceView, Status, Value, status
from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.people.model import Staff
from webapp.domain.plan.document import PlanDocument, from_text
from webapp.domain.plan.model import AgreedPlan, AgreedPlanPart, PlanStance
from webapp.domain.sharing.gate import OpenedRecord


@dataclass(frozen=True)
class PlanView:
    """One frozen plan with the newest answer of each. ``latest`` when no newer one was made."""

    ref: str
    number: int
    parts: int
    substance: str
    proposed_by: Party
    proposed_at: datetime
    participant: StanceView | None
    coach: StanceView | None
    latest: bool

    @property
    def status(self) -> Status:
        """Agreed, waiting for one of the two, or something to talk about."""
        return status(
            self.participant.value if self.participant else None,
            self.coach.value if self.coach else None,
        )

    @property
    def agreed_on(self) -> datetime | None:
        """When the second of the two said yes; None while it is not agreed."""
        if self.status != "agreed" or not (self.participant and self.coach):
            return None
        return max(self.participant.at, self.coach.at)


@dataclass(frozen=True)
class PlanAnswer:
    """One of all the answers that were ever given to a frozen plan.

    ``staff`` is the name of the coach who gave it, and empty for the participant's.
    """

    party: Party
    value: Value
    reason: str
    lang: str
    at: datetime
    staff: str


@dataclass(frozen=True)
class FrozenPlan:
    """One frozen plan with its content. ``withheld`` sections are no longer shared with staff."""

    plan: PlanView
    document: PlanDocument
    answers: tuple[PlanAnswer, ...]
    withheld: int


def own_plans(session: Session, *, participant_id: int) -> tuple[PlanView, ...]:
    """All frozen plans of the participant, newest first."""
    found = rows(session, _PLANS, participant=participant_id).all()
    return tuple(_plan(row, latest=place == 0) for place, row in enumerate(found))


def plans(session: Session, record: OpenedRecord) -> tuple[PlanView, ...]:
    """All frozen plans of the person, newest first, without what stands in them."""
    return own_plans(session, participant_id=record.participant_id)


def own_plan(session: Session, *, participant_id: int, ref: str) -> FrozenPlan:
    """One frozen plan with all of its content. Raises ``NotFound``."""
    found = own_plans(session, participant_id=participant_id)
    return _whole(session, found, ref, _PARTS)


def shared_plan(session: Session, record: OpenedRecord, ref: str) -> FrozenPlan:
    """One frozen plan, without the sections whose line is no longer shared. Raises ``NotFound``."""
    return _whole(session, plans(session, record), ref, _SHARED_PARTS)


def _whole(session: Session, found: Sequence[PlanView], ref: str, parts: Any) -> FrozenPlan:
    plan = next((each for each in found if each.ref == ref), None)
    if plan is None:
        raise NotFound
    sections = tuple(from_text(row[0]) for row in rows(session, parts, ref=ref))
    answers = tuple(_answer(*row) for row in rows(session, _ANSWERS, ref=ref))
    return FrozenPlan(plan, PlanDocument(sections), answers, plan.parts - len(sections))


def _answer(*values: Any) -> PlanAnswer:
    named: tuple[Any, ...] = (*values[:-1], values[-1] or "")
    return PlanAnswer(*named)


def _plan(row: Sequence[Any], *, latest: bool) -> PlanView:
    answers = (_stance(*row[6:10]), _stance(*row[10:14]))
    values: tuple[Any, ...] = (*row[:6], *answers, latest)
    return PlanView(*values)


def _stance(value: Any, *rest: Any) -> StanceView | None:
    return StanceView(value, *rest) if value is not None else None


def _newest(party: Party) -> Any:
    return (
        select(func.max(PlanStance.id))
        .where(PlanStance.plan_id == AgreedPlan.id, PlanStance.party == party)
        .correlate(AgreedPlan)
        .scalar_subquery()
    )


PARTICIPANTS, COACHS = aliased(PlanStance), aliased(PlanStance)
_BOTH = tuple(
    column
    for stance in (PARTICIPANTS, COACHS)
    for column in (stance.value, stance.reason, stance.lang, stance.at)
)


def select_plans(*columns: Any) -> Any:
    """A select of these columns of the person's frozen plans, newest first.

    ``PARTICIPANTS`` and ``COACHS`` are the newest answers to each.
    """
    return (
        select(*columns)
        .select_from(AgreedPlan)
        .outerjoin(PARTICIPANTS, PARTICIPANTS.id == _newest("participant"))
        .outerjoin(COACHS, COACHS.id == _newest("coach"))
        .where(AgreedPlan.participant_id == bindparam("participant"))
        .order_by(AgreedPlan.number.desc())
    )


_PLANS: Any = select_plans(
    AgreedPlan.ref,
    AgreedPlan.number,
    AgreedPlan.parts,
    AgreedPlan.substance,
    AgreedPlan.proposed_by,
    AgreedPlan.proposed_at,
    *_BOTH,
)
_PARTS: Any = (
    select(AgreedPlanPart.content)
    .join(AgreedPlan, AgreedPlan.id == AgreedPlanPart.plan_id)
    .outerjoin(Line, Line.id == AgreedPlanPart.line_id)
    .where(AgreedPlan.ref == bindparam("ref"))
    .order_by(AgreedPlanPart.place)
)
_SHARED_PARTS = _PARTS.where(or_(AgreedPlanPart.line_id.is_(None), Line.shared_at.is_not(None)))
_ANSWERS: Any = (
    select(
        PlanStance.party,
        PlanStance.value,
        PlanStance.reason,
        PlanStance.lang,
        PlanStance.at,
        Staff.name,
    )
    .join(AgreedPlan, AgreedPlan.id == PlanStance.plan_id)
    .outerjoin(Staff, and_(PlanStance.party == "coach", Staff.id == PlanStance.actor_id))
    .where(AgreedPlan.ref == bindparam("ref"))
    .order_by(PlanStance.id)
)
