"""Use cases of the week and the day: choose tasks, put one on the list, say what was done."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, Subject, write_receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.training import rules
from webapp.domain.training.access import listed_task, may_write, own_task
from webapp.domain.training.model import (
    TrainingDone,
    TrainingEnergy,
    TrainingTask,
    TrainingWeek,
)


@once
def choose_week(
    session: Session, *, actor: Actor, refs: tuple[str, ...], key: str, now: datetime
) -> Receipt:
    """The participant's own choice of tasks for this week: exactly these.

    What the place has put on the list stays there. Raises ``NotFound`` for a task that is not
    on the participant's lists.
    """
    day = day_in_sweden(now)
    may_write(session, actor, actor.participant_id, day)
    week = rules.monday(day)
    chosen = [own_task(session, actor, ref, now)[0] for ref in refs]
    for row in _own_choice(session, actor.participant_id, week):
        if row.task_id not in {task.id for task in chosen}:
            session.delete(row)
    for task in chosen:
        _put(session, task, week, actor, now)
    content = " ".join(sorted(refs))
    return write_receipt(
        session, actor, Subject(actor.participant_id, str(week)), "task_week", content, key, now
    )


def _own_choice(session: Session, participant_id: int, week: date) -> list[TrainingWeek]:
    return list(
        session.scalars(
            select(TrainingWeek)
            .join(TrainingTask, TrainingTask.id == TrainingWeek.task_id)
            .where(
                TrainingTask.participant_id == participant_id,
                TrainingWeek.monday == week,
                TrainingWeek.author == "participant",
            )
        )
    )


@once
def assign_task(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    assigned: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """The place puts a task on this week's list, or takes it off again.

    What the participant has chosen stays chosen. Raises ``NotFound``, also for a participant.
    """
    if actor.kind != "staff":
        raise NotFound
    task, week = listed_task(session, participant_id, ref), rules.monday(day_in_sweden(now))
    row = _on_list(session, task, week)
    if assigned:
        _put(session, task, week, actor, now)
    elif row is not None and row.author == "coach":
        session.delete(row)
    kind = "task_assign" if assigned else "task_unassign"
    return write_receipt(session, actor, task, kind, str(week), key, now)


def _on_list(session: Session, task: TrainingTask, week: date) -> TrainingWeek | None:
    return session.scalar(
        select(TrainingWeek).where(TrainingWeek.task_id == task.id, TrainingWeek.monday == week)
    )


def _put(session: Session, task: TrainingTask, week: date, actor: Actor, now: datetime) -> None:
    """The first who puts it there counts: a choice is never turned into an order, nor back."""
    if _on_list(session, task, week) is None:
        session.add(TrainingWeek(task_id=task.id, monday=week, author=actor.party, at=now))
        session.flush()


@once
def mark_done(
    session: Session, *, actor: Actor, ref: str, done: bool, key: str, now: datetime
) -> Receipt:
    """The participant did the task today, or did not after all. Twice is once."""
    task, day = own_task(session, actor, ref, now)
    row = session.scalar(
        select(TrainingDone).where(TrainingDone.task_id == task.id, TrainingDone.day == day)
    )
    if done and row is None:
        session.add(TrainingDone(task_id=task.id, day=day, at=now))
    elif not done and row is not None:
        session.delete(row)
    kind = "task_done" if done else "task_undone"
    return write_receipt(session, actor, task, kind, str(day), key, now)


@once
def note_energy(session: Session, *, actor: Actor, level: int, key: str, now: datetime) -> Receipt:
    """How much energy is left today, 1 to 5. One for each day; a new one takes its place.

    Raises ``Invalid``, and ``NotFound`` for somebody who is not in work training.
    """
    day, person = day_in_sweden(now), actor.participant_id
    may_write(session, actor, person, day)
    if level not in rules.LEVELS:
        raise Invalid("code", "unknown")
    row = session.scalar(
        select(TrainingEnergy).where(
            TrainingEnergy.participant_id == person, TrainingEnergy.day == day
        )
    )
    if row is None:
        row = TrainingEnergy(participant_id=person, day=day)
        session.add(row)
    row.level, row.at = level, now
    return write_receipt(session, actor, Subject(person, str(day)), "energy", str(level), key, now)
