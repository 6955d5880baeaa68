"""Cutting answers loose from the person who gave them, so that they can only be counted."""

import secrets
from datetime import date, datetime
from typing import Final

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from webapp.domain.audit import service as audit
from webapp.domain.surveys.model import Answer, Response, UnnamedAnswer
from webapp.domain.surveys.receipts import name_of
from webapp.domain.surveys.rhythm import SWEDEN
from webapp.domain.surveys.rules import Task

_BITS: Final = 62  # a number that both databases hold


def cut_loose(
    session: Session, *, participant_id: int, task: Task, response: Response, now: datetime
) -> None:
    """Moves the answers of an unnamed response to where nothing leads back to the person.

    What is left is that the person has finished, with a time that says nothing: the opening of the
    round. The receipts stay, without the digests by which an answer could be guessed.
    """
    month = now.astimezone(SWEDEN).date().replace(day=1)
    _count(session, task, response, month)
    session.execute(delete(Answer).where(Answer.response_id == response.id))
    audit.blank_digests(session, participant_id=participant_id, about=name_of(task))
    response.completed_at = response.started_at = task.occasion.opens_at


def _count(session: Session, task: Task, response: Response, month: date) -> None:
    """Each answer that may be counted, by itself."""
    counted = [item.id for item in task.instrument.items if item.show.project == "group"]
    answers = session.execute(
        select(Answer.item, Answer.code, Answer.text, Answer.lang).where(
            Answer.response_id == response.id, Answer.item.in_(counted)
        )
    )
    for item, code, text, lang in answers.all():
        session.execute(
            insert(UnnamedAnswer).values(
                id=secrets.randbits(_BITS),
                instrument=task.instrument.id,
                version=task.instrument.version,
                form=task.occasion.form,
                content_hash=response.content_hash,
                month=month,
                item=item,
                code=code,
                text=text,
                lang=lang,
            )
        )
