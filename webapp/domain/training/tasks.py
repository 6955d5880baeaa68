"""Use cases of tasks: add one, wish for one, take one away."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.training import rules
from webapp.domain.training.access import any_task, may_write, own_task
from webapp.domain.training.model import TrainingDone, TrainingTask


@once
def add_task(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    title: str,
    lang: str,
    wished: bool = False,
    done: bool = False,
    key: str,
    now: datetime,
) -> Receipt:
    """A new task: the place's, one that the participant wishes for, or one already done today.

    Only the participant wishes and does. Raises ``Invalid``, and ``NotFound`` for a participant
    who is not in work training.
    """
    day = day_in_sweden(now)
    may_write(session, actor, participant_id, day)
    own = actor.kind == "participant"
    row = TrainingTask(
        ref=codes.new_ref(),
        participant_id=participant_id,
        title=rules.check_text("title", title, rules.LONGEST_TASK),
        lang=lang,
        author=actor.party,
        wished_on=day if wished and own else None,
        added_at=now,
    )
    _room(session, participant_id)
    session.add(row)
    if done and own:
        session.flush()
        session.add(TrainingDone(task_id=row.id, day=day, at=now))
    return write_receipt(session, actor, row, "task", row.title, key, now)


def _room(session: Session, participant_id: int) -> None:
    count = session.scalar(
        select(func.count())
        .select_from(TrainingTask)
        .where(TrainingTask.participant_id == participant_id, TrainingTask.removed_on.is_(None))
    )
    if (count or 0) >= rules.MOST_TASKS:
        raise Invalid("title", "many")


@once
def wish_task(
    session: Session, *, actor: Actor, ref: str, wished: bool, key: str, now: datetime
) -> Receipt:
    """The participant wants to try a task of the place, or does not any longer."""
    row, day = own_task(session, actor, ref, now)
    row.wished_on = (row.wished_on or day) if wished else None
    kind = "task_wish" if wished else "task_unwish"
    return write_receipt(session, actor, row, kind, row.title, key, now)


@once
def remove_task(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    removed: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """Takes a task off the lists, or puts it back: each side those it has added itself.

    What was done stays in the figures. Raises ``NotFound``.
    """
    row = any_task(session, participant_id, ref)
    if row.author != actor.party:
        raise NotFound
    row.removed_on = day_in_sweden(now) if removed else None
    kind = "task_away" if removed else "task_back"
    return write_receipt(session, actor, row, kind, row.title, key, now)
