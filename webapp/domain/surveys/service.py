"""Use cases of surveys: choose whether to be named, save one answer, and finish."""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, update
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt
from webapp.domain.database import change
from webapp.domain.errors import Invalid
from webapp.domain.instruments.definitions import Item
from webapp.domain.surveys import unnamed
from webapp.domain.surveys.checks import check_answer, check_open
from webapp.domain.surveys.model import Answer, Response
from webapp.domain.surveys.receipts import receipt
from webapp.domain.surveys.rules import Shown, Task
from webapp.domain.surveys.stored import Stored, begin, stored


@once
def choose_naming(
    session: Session, *, actor: Actor, task: Task, named: bool, key: str, now: datetime
) -> Receipt:
    """The participant says whether the coach sees the answers, or only the statistics counts them.

    It can be changed until the answers are sent. Raises ``Closed`` after the round, ``Invalid``
    when the instrument leaves no choice or the answers were sent.
    """
    check_open(task, now)
    if task.instrument.naming != "choice":
        raise Invalid("named", "unknown")
    found = stored(session, actor=actor, participant_id=actor.participant_id, task=task, now=now)
    if found.completed_at is not None and found.named != named:
        raise Invalid("named", "sent")
    response_id = _response(session, actor, task, found, now, named=named)
    session.get_one(Response, response_id).named = named
    person = actor.participant_id
    return receipt(session, actor, person, task, "naming", str(named), key, now)


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
    question replaces it, with a receipt of its own. Raises ``Closed`` after the round or when both
    sides see it, ``Invalid`` for an answer that cannot be, or before the choice of being named.
    """
    check_open(task, now)
    check_answer(task, item, code, text)
    said = text.strip()
    person = actor.participant_id
    found = stored(session, actor=actor, participant_id=person, task=task, item=item.id, now=now)
    if found.answer_id is not None and (found.code, found.text) == (code, said):
        return Receipt(found.receipt_code, found.at, "answer", item.id, "", repeated=True)
    # A repeat was found by what is stored. An old page that sends its key once more with another
    # answer is a new answer, so every answer has a key of its own.
    single = f"{key[:24]}+{secrets.token_hex(8)}"
    content = f"{item.id}:{code}:{said}"
    given = receipt(session, actor, person, task, "answer", content, single, now, item.id)
    values = {"code": code, "text": said, "receipt_code": given.code, "at": now}
    values |= as_shown(shown, said)
    if found.answer_id is not None:
        change(session, _ANOTHER_ANSWER, answer_id=found.answer_id, **values)
    else:
        response_id = _response(session, actor, task, found, now, named=task.instrument.naming)
        change(session, NEW_ANSWER, response_id=response_id, item=item.id, **values)
    return given


def as_shown(shown: Shown, said: str) -> dict[str, Any]:
    """What was shown, as the columns of an answer."""
    return {
        "lang": shown.writes_in if said else "",
        "shown_language": shown.language,
        "shown_direction": shown.direction,
        "shown_variant": shown.variant,
        "shown_order": shown.order,
        "shown_help": shown.helped,
    }


@once
def finish(session: Session, *, actor: Actor, task: Task, key: str, now: datetime) -> Receipt:
    """The participant sends the round. Later changes keep it sent.

    Unnamed answers are cut loose from the person in the same transaction. Raises ``Closed`` after
    the round, and ``Invalid`` before the choice of being named.
    """
    check_open(task, now)
    person = actor.participant_id
    found = stored(session, actor=actor, participant_id=person, task=task, now=now)
    response_id = _response(session, actor, task, found, now, named=task.instrument.naming)
    response = session.get_one(Response, response_id)
    given = receipt(session, actor, person, task, "sent", task.instrument.content_hash, key, now)
    if response.named:
        response.completed_at = response.completed_at or now
    else:
        unnamed.cut_loose(session, participant_id=person, task=task, response=response, now=now)
    session.flush()  # the next statement of this transaction must know it
    return given


def _response(
    session: Session, actor: Actor, task: Task, found: Stored, now: datetime, *, named: bool | str
) -> int:
    """The response to write in. Whether it is named is never guessed."""
    if found.response_id is None and named == "choice":
        raise Invalid("named", "empty")
    return begin(
        session,
        actor=actor,
        participant_id=actor.participant_id,
        task=task,
        found=found,
        named=named in (True, "always"),
        now=now,
    )


NEW_ANSWER = insert(Answer)
_ANOTHER_ANSWER = update(Answer).where(Answer.id == bindparam("answer_id"))
