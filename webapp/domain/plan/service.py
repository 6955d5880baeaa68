"""Use cases of the whole plan: freeze it as it stands, and answer what was frozen."""

from datetime import datetime

from sqlalchemy import func, not_, select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.agreement.model import Line
from webapp.domain.agreement.rules import Value, check_answer
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.database import one_at_a_time
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.plan.content import open_to_staff
from webapp.domain.plan.document import PlanDocument, to_text
from webapp.domain.plan.model import AgreedPlan, AgreedPlanPart, PlanStance


def alone(session: Session, participant_id: int) -> None:
    """Lets one plan of this person be frozen or answered at a time; others wait."""
    one_at_a_time(session, f"plan:{participant_id}")


def freeze(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    document: PlanDocument,
    seen: str,
    key: str,
    now: datetime,
) -> Receipt:
    """Freezes the document, read after ``alone``. Its proposer has said yes; the other is waited
    for.

    ``seen`` is what the proposer saw. Raises ``Conflict`` when the plan is another by now, and
    ``Invalid`` when nothing stands in it. The same plan is frozen only once: whoever comes second
    gets the first's, to answer it.
    """
    if not (document.of("goal") or document.of("text")):
        raise Invalid("plan", "empty")
    if seen != document.seen:
        raise Conflict
    plan = _newest(session, participant_id)
    if plan is None or (plan.substance, plan.facts) != (document.substance, document.around):
        number = plan.number + 1 if plan else 1
        plan = _freeze(session, actor, participant_id, number, document, now)
        _say(session, plan, actor, "yes", "", "", now)
    return write_receipt(session, actor, plan, "plan", plan.digest, key, now)


def _freeze(
    session: Session,
    actor: Actor,
    participant_id: int,
    number: int,
    document: PlanDocument,
    now: datetime,
) -> AgreedPlan:
    plan = AgreedPlan(
        ref=codes.new_ref(),
        participant_id=participant_id,
        number=number,
        format=document.format,
        parts=len(document.sections),
        digest=document.digest,
        substance=document.substance,
        facts=document.around,
        proposed_by=actor.party,
        proposer_id=actor.id,
        proposed_at=now,
    )
    session.add(plan)
    session.flush()
    _add_parts(session, plan, document)
    return plan


def _add_parts(session: Session, plan: AgreedPlan, document: PlanDocument) -> None:
    lines = _line_ids(session, plan.participant_id)
    for place, section in enumerate(document.sections):
        session.add(
            AgreedPlanPart(
                plan_id=plan.id,
                place=place,
                line_id=lines[section.line] if section.line else None,
                goal_line_id=lines[section.goal] if section.goal else None,
                entry_ref=section.entry,
                content=to_text(section),
            )
        )


def _line_ids(session: Session, participant_id: int) -> dict[str, int]:
    found = select(Line.ref, Line.id).where(Line.participant_id == participant_id)
    return {ref: number for ref, number in session.execute(found)}


@once
def answer_plan(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    value: Value,
    reason: str,
    lang: str,
    key: str,
    now: datetime,
) -> Receipt:
    """Says yes, yes but, or no because, to a frozen plan. Only for the actor's own side.

    Raises ``NotFound``, ``Invalid``, and ``Conflict`` when there is a newer plan to answer, or
    staff cannot read all of this one any more.
    """
    alone(session, participant_id)
    plan = session.scalar(
        select(AgreedPlan).where(AgreedPlan.ref == ref, AgreedPlan.participant_id == participant_id)
    )
    if plan is None:
        raise NotFound
    newest = _newest(session, participant_id)
    if plan is not newest or (actor.kind == "staff" and _withheld(session, plan)):
        raise Conflict
    check_answer(value, reason)
    _say(session, plan, actor, value, reason.strip(), lang, now)
    return write_receipt(session, actor, plan, "plan_stance", f"{value}:{reason}", key, now)


def _newest(session: Session, participant_id: int) -> AgreedPlan | None:
    return session.scalar(
        select(AgreedPlan)
        .where(AgreedPlan.participant_id == participant_id)
        .order_by(AgreedPlan.number.desc())
        .limit(1)
    )


def _withheld(session: Session, plan: AgreedPlan) -> bool:
    gone = select(func.count()).where(AgreedPlanPart.plan_id == plan.id, not_(open_to_staff()))
    return bool(session.scalar(gone))


def _say(
    session: Session,
    plan: AgreedPlan,
    actor: Actor,
    value: str,
    reason: str,
    lang: str,
    now: datetime,
) -> None:
    """Adds an answer, unless this party has said just that: a second yes moves no date."""
    before = session.scalar(
        select(PlanStance)
        .where(PlanStance.plan_id == plan.id, PlanStance.party == actor.party)
        .order_by(PlanStance.id.desc())
        .limit(1)
    )
    if before is not None and (before.value, before.reason) == (value, reason):
        return
    session.add(
        PlanStance(
            plan_id=plan.id, party=actor.party, actor_id=actor.id, value=value, reason=reason,
            lang=lang, at=now,
        )
    )  # fmt: skip
