"""The living plan beside the newest frozen one, for the pages of both sides."""

from datetime import date

from sqlalchemy.orm import Session

from webapp.domain.coordination.document import texts_document, whole_document
from webapp.domain.coordination.known import known, own_known, person_of
from webapp.domain.coordination.reading import own_shared_texts, shared_texts
from webapp.domain.goals.reading import goals_in_plan, shared_goals
from webapp.domain.goals.rules import GoalView
from webapp.domain.plan.now import PlanNow
from webapp.domain.plan.reading import PlanView, own_plans, plans
from webapp.domain.sharing.gate import OpenedRecord


def own_now(
    session: Session,
    *,
    participant_id: int,
    latest: PlanView | None,
    goals: tuple[GoalView, ...] | None = None,
) -> PlanNow:
    """For the participant's pages. ``goals`` when they were read already; drafts are left out."""
    found = goals_in_plan(session, participant_id=participant_id) if goals is None else goals
    texts = own_shared_texts(session, participant_id=participant_id)
    return PlanNow(texts_document(found, texts), latest)


def now_for_staff(
    session: Session,
    record: OpenedRecord,
    *,
    latest: PlanView | None,
    goals: tuple[GoalView, ...] | None = None,
) -> PlanNow:
    """The same for staff, through an opened record."""
    found = shared_goals(session, record) if goals is None else goals
    return PlanNow(texts_document(found, shared_texts(session, record)), latest)


def own_whole_now(session: Session, *, participant_id: int, day: date) -> PlanNow:
    """Everything in the plan, as the participant would freeze it on that day."""
    found = own_plans(session, participant_id=participant_id)
    person = person_of(session, participant_id=participant_id)
    document = whole_document(own_known(session, person=person, day=day))
    return PlanNow(document, newest(found), whole=True)


def whole_now(session: Session, record: OpenedRecord, *, day: date) -> PlanNow:
    """The same for staff, through an opened record."""
    document = whole_document(known(session, record, day=day))
    return PlanNow(document, newest(plans(session, record)), whole=True)


def newest(found: tuple[PlanView, ...]) -> PlanView | None:
    """The newest of frozen plans, newest first; None when there is none."""
    return found[0] if found else None
