"""The participant's answer to what staff have written about them. Nobody else can give it."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.agreement import service as agreement
from webapp.domain.agreement.rules import Value
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.coordination.service import row_of


@once
def answer(
    session: Session,
    *,
    actor: Actor,
    ref: str,
    seen: str,
    value: Value,
    reason: str,
    lang: str,
    key: str,
    now: datetime,
) -> Receipt:
    """The participant says yes, yes but, or no because, to what staff have written.

    Raises ``NotFound``, ``Conflict`` when the text has changed, and ``Invalid``.
    """
    _, line = row_of(session, actor, actor.participant_id, ref, by="coach")
    agreement.take_stance(
        session, actor=actor, line=line, seen=seen, value=value, reason=reason, lang=lang, now=now
    )
    return write_receipt(session, actor, line, "plan_answer", f"{value}:{reason}", key, now)
