"""Reading frozen plans: what both said to each, and what stands in one of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    bindparam,
    func,
    select,
)
from sqlalchemy.orm import Session, aliased

from webapp.domain.actors import Party
from webapp.domain.agreement.history import Said
from webapp.domain.agreement.rules import StanceView, Status, status
from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.plan.content import CONTENT, SHARED_CONTENT, reason_for_staff
from webapp.domain.plan.document import PlanDocument, from_text
from webapp.domain.plan.model import AgreedPlan, PlanStance
from webapp.domain.sharing.gate import OpenedRecord


@dataclass(frozen=True)
class PlanView:
    """One frozen plan with the newest answer of each. ``latest`` when no newer one was made."""

    ref: str
    number: int
    parts: int
    substance: str
    facts: str
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
class FrozenPlan:
    """One frozen plan with its content. ``withheld`` sections are no longer shared with staff.

    ``newest`` is the person's newest frozen plan, perhaps this one.
    """

    plan: PlanView
    newest: PlanView
    document: PlanDocument
    answers: tuple[Said, ...]
    withheld: int


def own_plans(session: Session, *, participant_id: int) -> tuple[PlanView, ...]:
    """All frozen plans of the participant, newest first."""
    return _plans(rows(session, _PLANS, participant=participant_id).all())


def plans(session: Session, record: OpenedRecord) -> tuple[PlanView, ...]:
    """All frozen plans of the person, newest first, without what stands in them.

    Of the participant's reasons only those that were given since this coach began.
    """
    since = record.with_coach_since
    return _plans(rows(session, _PLANS_FOR_STAFF, participant=record.participant_id, since=since))


def own_plan(
    session: Session, *, participant_id: int, ref: str, protected: bool = False
) -> FrozenPlan:
    """One frozen plan with all of its content. Raises ``NotFound``.

    With protected identity no place is in it, whatever stood there when it was frozen.
    """
    found = own_plans(session, participant_id=participant_id)
    return _placed(_whole(session, found, ref, CONTENT), protected)


def shared_plan(session: Session, record: OpenedRecord, ref: str | None) -> FrozenPlan:
    """One frozen plan, or the newest, without what is no longer shared. Raises ``NotFound``.

    Reasons are as in ``plans``. With protected identity no place is in it either.
    """
    found, since = plans(session, record), record.with_coach_since
    return _placed(_whole(session, found, ref, SHARED_CONTENT, since=since), record.protected)


def _placed(found: FrozenPlan, protected: bool) -> FrozenPlan:
    return replace(found, document=found.document.without_places()) if protected else found


def _whole(
    session: Session, found: Sequence[PlanView], ref: str | None, parts: Any, **bound: Any
) -> FrozenPlan:
    plan = next((each for each in found if ref in (each.ref, None)), None)
    if plan is None:
        raise NotFound
    content: list[Any] = rows(session, parts, ref=plan.ref, **bound).all()
    content.sort(key=lambda row: row[:2])
    sections = tuple(from_text(row[2]) for row in content if row[0] == 0)
    answers = tuple(_answer(*row[2:]) for row in content if row[0] == 1)
    withheld = plan.parts - len(sections)
    return FrozenPlan(plan, found[0], PlanDocument(sections), answers, withheld)


def _answer(*values: Any) -> Said:
    named: tuple[Any, ...] = (*values[:-1], values[-1] or "")
    return Said(*named)


def _plans(found: Iterable[Sequence[Any]]) -> tuple[PlanView, ...]:
    return tuple(_plan(row, latest=place == 0) for place, row in enumerate(found))


def _plan(row: Sequence[Any], *, latest: bool) -> PlanView:
    answers = (_stance(*row[7:11]), _stance(*row[11:15]))
    values: tuple[Any, ...] = (*row[:7], *answers, latest)
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


def _with_answers(reason: Any) -> Any:
    theirs, coachs = PARTICIPANTS, COACHS
    return select_plans(
        AgreedPlan.ref,
        AgreedPlan.number,
        AgreedPlan.parts,
        AgreedPlan.substance,
        AgreedPlan.facts,
        AgreedPlan.proposed_by,
        AgreedPlan.proposed_at,
        *(theirs.value, reason, theirs.lang, theirs.at),
        *(coachs.value, coachs.reason, coachs.lang, coachs.at),
    )


_PLANS: Any = _with_answers(PARTICIPANTS.reason)
_PLANS_FOR_STAFF: Any = _with_answers(reason_for_staff(PARTICIPANTS))
