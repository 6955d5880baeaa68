"""The coach's own rating of the same things, given blind."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt
from webapp.domain.database import change
from webapp.domain.errors import Invalid
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.surveys.checks import check_answer, check_open
from webapp.domain.surveys.model import Answer, Response
from webapp.domain.surveys.receipts import receipt
from webapp.domain.surveys.rules import Shown, Task
from webapp.domain.surveys.service import NEW_ANSWER, as_shown
from webapp.domain.surveys.stored import begin, stored


@once
def rate(
    session: Session,
    *,
    actor: Actor,
    record: OpenedRecord,
    task: Task,
    codes: Mapping[str, str],
    shown: Shown,
    key: str,
    now: datetime,
) -> Receipt:
    """Stores the coach's whole rating at once, ``codes`` by item id, and finishes it.

    It can be given again until both have finished. A rating that another coach began and did not
    finish is replaced. Raises ``Closed`` after the round or when both see it, and ``Invalid`` with
    the item's id as the field when an answer is missing or cannot be.
    """
    check_open(task, now)
    _check(task, codes)
    person = record.participant_id
    found = stored(session, actor=actor, participant_id=person, task=task, now=now)
    response_id = begin(
        session, actor=actor, participant_id=person, task=task, found=found, named=True, now=now
    )
    content = str(sorted(codes.items()))
    given = receipt(session, actor, person, task, "rating", content, key, now)
    _replace(session, response_id, task, codes, as_shown(shown, ""), given)
    response = session.get_one(Response, response_id)
    response.rater_id, response.completed_at = actor.id, now
    session.flush()
    return given


def _replace(
    session: Session,
    response_id: int,
    task: Task,
    codes: Mapping[str, str],
    shown: Mapping[str, Any],
    given: Receipt,
) -> None:
    """These answers instead of those there were."""
    session.execute(delete(Answer).where(Answer.response_id == response_id))
    both = {"text": "", "receipt_code": given.code, "at": given.at, "response_id": response_id}
    for order, item in enumerate(task.items, start=1):
        values = {**shown, **both, "shown_order": order}
        change(session, NEW_ANSWER, item=item.id, code=codes[item.id], **values)


def _check(task: Task, codes: Mapping[str, str]) -> None:
    for item in task.items:
        try:
            check_answer(task, item, codes.get(item.id, ""), "")
        except Invalid as error:
            raise Invalid(item.id, error.reason) from error
