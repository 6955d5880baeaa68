"""Use cases of surveys: save one answer, and finish."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, insert, select, update
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit import service as audit
from webapp.domain.audit.service import Receipt, once
from webapp.domain.database import change, rows
from webapp.domain.errors import Closed, Invalid
from webapp.domain.instruments.definitions import Item
from webapp.domain.surveys import rules
from webapp.domain.surveys.model import Answer, Response, Round
from webapp.domain.surveys.rules import Shown, Task
from webapp.domain.texts import is_blank


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
    said = text.strip()
    found = _found(session, actor, task, item.id)
    if found.answer_id is not None and (found.code, found.text) == (code, said):
        return Receipt(found.receipt_code, found.at, "answer", item.id, "", repeated=True)
    content = f"{item.id}:{code}:{said}"
    receipt = _receipt(session, actor, task, item, content, key, now)
    values = {"code": code, "text": said, "receipt_code": receipt.code, "at": now}
    values |= _as_shown(shown, said)
    if found.answer_id is not None:
        change(session, _ANOTHER_ANSWER, answer_id=found.answer_id, **values)
    else:
        response_id = _response_id(session, actor, task, found, now)
        change(session, _NEW_ANSWER, response_id=response_id, item=item.id, **values)
    return receipt


def _as_shown(shown: Shown, said: str) -> dict[str, Any]:
    return {
        "lang": shown.writes_in if said else "",
        "shown_language": shown.language,
        "shown_direction": shown.direction,
        "shown_variant": shown.variant,
    }


def _check(item: Item, code: str, text: str) -> None:
    if item.kind == "text":
        if code == "text" and is_blank(text):
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
    # A repeat was found by what is stored. An old page that sends its key once more with another
    # answer is a new answer, so every answer has a key of its own.
    return audit.write_receipt(
        session,
        actor=actor,
        participant_id=actor.participant_id,
        key=f"{key[:24]}+{secrets.token_hex(8)}",
        kind="answer",
        object_ref=f"{task.instrument.id}:{task.occasion.name}:{item.id}",
        content=content,
        now=now,
    )


@once
def finish(session: Session, *, actor: Actor, task: Task, key: str, now: datetime) -> Receipt:
    """The participant sends the round to the coach. Later changes keep it sent."""
    found = _found(session, actor, task, "")
    response = session.get_one(Response, _response_id(session, actor, task, found, now))
    response.completed_at = response.completed_at or now
    return audit.write_receipt(
        session,
        actor=actor,
        participant_id=actor.participant_id,
        key=key,
        kind="sent",
        object_ref=f"{task.instrument.id}:{task.occasion.name}",
        content=task.instrument.content_hash,
        now=now,
    )


@dataclass(frozen=True)
class _Found:
    """What is stored already: the round, the response in it, and the answer in that."""

    round_id: int | None = None
    response_id: int | None = None
    answer_id: int | None = None
    code: str = ""
    text: str = ""
    receipt_code: str = ""
    at: Any = None


def _found(session: Session, actor: Actor, task: Task, item: str) -> _Found:
    audit.one_at_a_time(session, actor)
    row = rows(
        session,
        _STORED,
        participant=actor.participant_id,
        instrument=task.instrument.id,
        occasion=task.occasion.name,
        rater=actor.party,
        item=item,
    ).first()
    return _Found(*row) if row else _Found()


_STORED = (
    select(
        Round.id,
        Response.id,
        Answer.id,
        Answer.code,
        Answer.text,
        Answer.receipt_code,
        Answer.at,
    )
    .outerjoin(Response, and_(Response.round_id == Round.id, Response.rater == bindparam("rater")))
    .outerjoin(Answer, and_(Answer.response_id == Response.id, Answer.item == bindparam("item")))
    .where(
        Round.participant_id == bindparam("participant"),
        Round.instrument == bindparam("instrument"),
        Round.occasion == bindparam("occasion"),
    )
)
_NEW_ANSWER = insert(Answer)
_ANOTHER_ANSWER = update(Answer).where(Answer.id == bindparam("answer_id"))


def _response_id(session: Session, actor: Actor, task: Task, found: _Found, now: datetime) -> int:
    if found.response_id is not None:
        return found.response_id
    response = Response(
        round_id=found.round_id or _new_round(session, actor, task),
        rater=actor.party,
        rater_id=actor.id,
        content_hash=task.instrument.content_hash,
        started_at=now,
    )
    session.add(response)
    session.flush()
    return response.id


def _new_round(session: Session, actor: Actor, task: Task) -> int:
    made = Round(
        participant_id=actor.participant_id,
        instrument=task.instrument.id,
        version=task.instrument.version,
        occasion=task.occasion.name,
        opened_at=task.occasion.opens_at,
        closes_at=task.occasion.closes_at,
    )
    session.add(made)
    session.flush()
    return made.id
