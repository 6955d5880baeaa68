"""Use case: the participant says whether an outcome is right."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.agreement.rules import LONGEST_REASON, text_problem
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.outcomes.model import Outcome, OutcomeAnswer


@once
def answer(
    session: Session,
    *,
    actor: Actor,
    ref: str,
    value: str,
    reason: str,
    lang: str,
    key: str,
    now: datetime,
) -> Receipt:
    """The participant says that an outcome is right, or "no, because". Earlier answers are kept.

    Raises ``NotFound`` for somebody else's or one that has been corrected, ``Invalid`` for a no
    without a reason.
    """
    row = session.scalar(
        select(Outcome).where(
            Outcome.ref == ref,
            Outcome.participant_id == actor.participant_id,
            Outcome.superseded_at.is_(None),
            Outcome.withdrawn_at.is_(None),
        )
    )
    if row is None:
        raise NotFound
    if value not in ("yes", "no"):
        raise Invalid("value", "unknown")
    problem = text_problem(reason, LONGEST_REASON)
    if problem == "long" or (problem and value == "no"):
        raise Invalid("reason", problem)
    session.add(
        OutcomeAnswer(outcome_id=row.id, value=value, reason=reason.strip(), lang=lang, at=now)
    )
    return write_receipt(session, actor, row, "outcome_answer", f"{value}:{reason}", key, now)
