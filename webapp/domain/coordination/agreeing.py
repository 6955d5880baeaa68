"""The use case of agreeing on the whole plan on a day: it is frozen with everything in it."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt
from webapp.domain.coordination.document import whole_document
from webapp.domain.coordination.known import own_known, person_of
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.plan import service as plan
from webapp.domain.plan.document import PlanDocument


def plan_document(session: Session, *, participant_id: int, now: datetime) -> PlanDocument:
    """The whole plan as it stands: only what is shared is read, whoever asks."""
    person = person_of(session, participant_id=participant_id)
    return whole_document(own_known(session, person=person, day=day_in_sweden(now)))


@once
def propose_plan(
    session: Session, *, actor: Actor, participant_id: int, seen: str, key: str, now: datetime
) -> Receipt:
    """ "This is our plan today": freezes it. Its proposer has said yes; the other is waited for.

    ``seen`` is the document's own, as the proposer read it. Raises ``Conflict`` when the plan is
    another by now, and ``Invalid`` when nothing stands in it.
    """
    plan.alone(session, participant_id)
    document = plan_document(session, participant_id=participant_id, now=now)
    return plan.freeze(
        session,
        actor=actor,
        participant_id=participant_id,
        document=document,
        seen=seen,
        key=key,
        now=now,
    )
