"""Whose training it is: the rows that an actor may write to."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.activities.model import Activity
from webapp.domain.actors import Actor
from webapp.domain.errors import NotFound
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.training.model import TrainingTask


def may_write(session: Session, actor: Actor, participant_id: int, day: date) -> None:
    """Raises ``NotFound`` for a participant who has not begun work training by that day.

    Staff come through the gate, and may prepare before it begins.
    """
    if actor.kind == "staff":
        return
    training = select(Activity.id).where(
        Activity.participant_id == participant_id,
        Activity.lane == "training",
        Activity.started_on <= day,
    )
    if participant_id != actor.participant_id or session.scalar(training.limit(1)) is None:
        raise NotFound


def own_task(session: Session, actor: Actor, ref: str, now: datetime) -> tuple[TrainingTask, date]:
    """A task on the acting participant's lists, and the day it is. Raises ``NotFound``."""
    day = day_in_sweden(now)
    may_write(session, actor, actor.participant_id, day)
    return listed_task(session, actor.participant_id, ref), day


def listed_task(session: Session, participant_id: int, ref: str) -> TrainingTask:
    """A task that has not been taken away. Raises ``NotFound``."""
    row = any_task(session, participant_id, ref)
    if row.removed_on is not None:
        raise NotFound
    return row


def any_task(session: Session, participant_id: int, ref: str) -> TrainingTask:
    """A task, taken away or not. Raises ``NotFound``."""
    found = session.scalar(
        select(TrainingTask).where(
            TrainingTask.ref == ref, TrainingTask.participant_id == participant_id
        )
    )
    if found is None:
        raise NotFound
    return found
