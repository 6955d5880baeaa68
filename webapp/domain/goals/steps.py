"""Use cases of steps: add, propose, do, take away."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.agreement import service as agreement
from webapp.domain.agreement.model import Line
from webapp.domain.agreement.rules import Wording
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.goals import rules
from webapp.domain.goals.model import Step
from webapp.domain.goals.service import check_card, line_of, own_goal_row
from webapp.domain.people.rules import day_in_sweden


@once
def add_step(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    goal_ref: str,
    wording: Wording,
    key: str,
    now: datetime,
) -> Receipt:
    """A new step: the participant's own, or a coach's proposal that waits for an answer."""
    goal, goal_line = own_goal_row(session, participant_id=participant_id, ref=goal_ref)
    if actor.kind == "staff" and goal_line.shared_at is None:
        raise NotFound
    check_card(wording)
    rules.check_step(wording, today=day_in_sweden(now))
    _room_for_step(session, goal.id)
    shared = goal_line.shared_at is not None
    line = agreement.write_line(
        session,
        actor=actor,
        participant_id=participant_id,
        wording=wording,
        shared=shared,
        now=now,
    )
    session.add(Step(line_id=line.id, goal_id=goal.id))
    kind = "step" if actor.kind == "participant" else "proposal"
    return write_receipt(session, actor, line, kind, wording.text, key, now)


@once
def mark_step(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    done: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """A step is done, or was not done after all. Raises ``NotFound``, also for one taken away."""
    line = line_of(session, actor, participant_id, ref)
    step = _step(session, line)
    if step.removed_at is not None:
        raise NotFound
    if done != (step.done_at is not None):
        step.done_at = now if done else None
        step.done_by = actor.party if done else None
    return write_receipt(session, actor, line, "done" if done else "undone", ref, key, now)


@once
def remove_step(
    session: Session, *, actor: Actor, ref: str, removed: bool, key: str, now: datetime
) -> Receipt:
    """The participant takes a step away, or puts it back. Nothing is erased."""
    line = line_of(session, actor, actor.participant_id, ref)
    step = _step(session, line)
    step.removed_at = now if removed else None
    return write_receipt(session, actor, line, "remove" if removed else "restore", ref, key, now)


def _room_for_step(session: Session, goal_id: int) -> None:
    count = session.scalar(
        select(func.count())
        .select_from(Step)
        .where(Step.goal_id == goal_id, Step.removed_at.is_(None))
    )
    if (count or 0) >= rules.MOST_STEPS:
        raise Invalid("text", "many")


def _step(session: Session, line: Line) -> Step:
    step = session.scalar(select(Step).where(Step.line_id == line.id))
    if step is None:
        raise NotFound
    return step
