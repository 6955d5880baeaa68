"""Use cases of surveys: save one answer, and finish."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit import service as audit
from webapp.domain.audit.service import Receipt
from webapp.domain.errors import Closed, Invalid
from webapp.domain.instruments.definitions import Instrument, Item
from webapp.domain.surveys import rules
from webapp.domain.surveys.model import Answer, Response, Round
from webapp.domain.surveys.rules import Shown, Task


def save_answer(
    session: Session,
    *,
    actor: Actor,
    task: Task,
    item: Item,
    code: str,
    text: str,
    shown: Shown,
    key: str,
    now: datetime,
) -> Receipt:
    """Stores one answer of the participant and returns its receipt.

    The same answer again stores nothing and returns the first receipt. Another answer to the same
    question replaces it, with a receipt of its own. Raises ``Closed`` after the round, ``Invalid``
    for a code that the item does not have or a text that is too long.
    """
    if not task.occasion.is_open(now):
        raise Closed
    _check(item, code, text)
    response = _response(session, actor, task, now)
    stored = session.scalar(
        select(Answer).where(Answer.response_id == response.id, Answer.item == item.id)
    )
    content = f"{item.id}:{code}:{text.strip()}"
    if stored is not None and (stored.code, stored.text) == (code, text.strip()):
        return Receipt(stored.receipt_code, stored.at, "answer", item.id, "", repeated=True)
    receipt = _receipt(session, actor, task, item, content, key, now)
    answer = stored or Answer(response_id=response.id, item=item.id)
    answer.code, answer.text, answer.at = code, text.strip(), now
    answer.lang = shown.writes_in if answer.text else ""
    answer.shown_language, answer.shown_direction = shown.language, shown.direction
    answer.shown_variant, answer.receipt_code = shown.variant, receipt.code
    session.add(answer)
    session.flush()
    return receipt


def _check(item: Item, code: str, text: str) -> None:
    if item.kind == "text":
        if code == "text" and not text.strip():
            raise Invalid("text", "empty")
        if len(text) > rules.LONGEST_TEXT:
            raise Invalid("text", "long")
        allowed = {"text", *(option.code for option in item.options)}
    else:
        allowed = {option.code for option in item.options}
    if code not in allowed:
        raise Invalid("code", "unknown" if code else "empty")


def _receipt(
    session: Session,
    actor: Actor,
    task: Task,
    item: Item,
    content: str,
    key: str,
    now: datetime,
) -> Receipt:
    # An old page that sends its key once more with another answer is a new answer, not a repeat.
    used = audit.find_receipt(session, actor=actor, key=key) is not None
    return audit.write_receipt(
        session,
        actor=actor,
        participant_id=actor.participant_id,
        key=f"{key[:24]}+{now.timestamp()}" if used else key,
        kind="answer",
        object_ref=f"{task.instrument.id}:{task.occasion.name}:{item.id}",
        content=content,
        now=now,
    )


def finish(session: Session, *, actor: Actor, task: Task, now: datetime) -> None:
    """The participant is done with the round. Later changes keep it done."""
    response = _response(session, actor, task, now)
    response.completed_at = response.completed_at or now
    session.flush()


def _response(session: Session, actor: Actor, task: Task, now: datetime) -> Response:
    audit.one_at_a_time(session, actor)
    round_ = _round(session, actor, task.instrument, task)
    found = session.scalar(
        select(Response).where(Response.round_id == round_.id, Response.rater == actor.party)
    )
    if found is None:
        found = Response(
            round_id=round_.id,
            rater=actor.party,
            rater_id=actor.id,
            content_hash=task.instrument.content_hash,
            started_at=now,
        )
        session.add(found)
        session.flush()
    return found


def _round(session: Session, actor: Actor, instrument: Instrument, task: Task) -> Round:
    found = session.scalar(
        select(Round).where(
            Round.participant_id == actor.participant_id,
            Round.instrument == instrument.id,
            Round.occasion == task.occasion.name,
        )
    )
    if found is None:
        found = Round(
            participant_id=actor.participant_id,
            instrument=instrument.id,
            version=instrument.version,
            occasion=task.occasion.name,
            opened_at=task.occasion.opens_at,
            closes_at=task.occasion.closes_at,
        )
        session.add(found)
        session.flush()
    return found
