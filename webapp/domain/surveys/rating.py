"""The coach's own rating of the same things, given blind."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit import service as audit
from webapp.domain.audit.service import Receipt, once
from webapp.domain.database import change
from webapp.domain.errors import Invalid
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.surveys.checks import check_answer, check_open
from webapp.domain.surveys.model import Answer, Response
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
    found = stored(session, actor=actor, participant_id=person, task=task)
    response_id = begin(
        session,
        actor=actor,
        participant_id=person,
        task=task,
        found=found,
        named=True,
        now=now,
    )
    receipt = audit.write_receipt(
        session,
        actor=actor,
        participant_id=person,
        key=key,
        kind="rating",
        object_ref=f"{task.instrument.id}:{task.occasion.name}",
        content=str(sorted(codes.items())),
        now=now,
    )
    session.execute(delete(Answer).where(Answer.response_id == response_id))
    for order, item in enumerate(task.items, start=1):
        values = as_shown(shown, "") | {"shown_order": order, "text": ""}
        values |= {"code": codes[item.id], "receipt_code": receipt.code, "at": now}
        change(session, NEW_ANSWER, response_id=response_id, item=item.id, **values)
    response = session.get_one(Response, response_id)
    response.rater_id, response.completed_at = actor.id, now
    session.flush()
    return receipt


def _check(task: Task, codes: Mapping[str, str]) -> None:
    for item in task.items:
        try:
            check_answer(task, item, codes.get(item.id, ""), "")
        except Invalid as error:
            raise Invalid(item.id, error.reason) from error
