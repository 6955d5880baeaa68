"""Receipts for what was answered: named by the instrument, the occasion and the item."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit.service import Receipt, Subject, write_receipt
from webapp.domain.surveys.rules import Task


def name_of(task: Task, item: str = "") -> str:
    """What the receipts about a task, or about one answer of it, refer to."""
    return ":".join(filter(None, (task.instrument.id, task.occasion.name, item)))


def receipt(
    session: Session,
    actor: Actor,
    participant_id: int,
    task: Task,
    kind: str,
    content: str,
    key: str,
    now: datetime,
    item: str = "",
) -> Receipt:
    """A receipt for what was done to the task, or to one answer of it."""
    return write_receipt(
        session, actor, Subject(participant_id, name_of(task, item)), kind, content, key, now
    )
