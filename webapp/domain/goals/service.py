"""Use cases of goals. Each is one transaction and gives a receipt."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.agreement import service as agreement
from webapp.domain.agreement.model import Line
from webapp.domain.agreement.rules import Value, Wording
from webapp.domain.audit.repeats import once, once_while
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.goals import rules
from webapp.domain.goals.cards import CARD_IDS
from webapp.domain.goals.model import Goal, Step
from webapp.domain.goals.step_cards import STEP_CARD_IDS
from webapp.domain.people.rules import day_in_sweden


@once
def set_goal(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    wording: Wording,
    shared: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """A new goal. A coach's goal is always shared, and waits for the participant.

    Raises ``Invalid`` for an empty or long text, an unknown card or too many goals.
    """
    _room_for_goal(session, actor, participant_id)
    line = agreement.write_line(
        session,
        actor=actor,
        participant_id=participant_id,
        wording=_of_goal(wording),
        shared=shared or actor.kind == "staff",
        now=now,
    )
    goal = Goal(line_id=line.id, participant_id=participant_id, status="active", status_at=now)
    session.add(goal)
    return write_receipt(session, actor, line, "goal", wording.text, key, now)


def _of_goal(wording: Wording) -> Wording:
    if wording.card is not None and wording.card not in CARD_IDS:
        raise Invalid("card", "unknown")
    return replace(wording, doer=None, doer_name="", due_on=None)


def check_card(wording: Wording) -> None:
    """Raises ``Invalid`` for a step with a picture card that does not exist."""
    if wording.card is not None and wording.card not in STEP_CARD_IDS:
        raise Invalid("card", "unknown")


def _room_for_goal(session: Session, actor: Actor, participant_id: int) -> None:
    counted = [Goal.participant_id == participant_id, Goal.status == "active"]
    if actor.kind == "staff":
        # A limit that counted drafts would let a coach find out how many there are.
        counted.append(Line.shared_at.is_not(None))
    count = session.scalar(
        select(func.count()).select_from(Goal).join(Line, Line.id == Goal.line_id).where(*counted)
    )
    if (count or 0) >= rules.MOST_ACTIVE_GOALS:
        raise Invalid("text", "many")


@once
def edit_line(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    seen: str,
    wording: Wording,
    key: str,
    now: datetime,
) -> Receipt:
    """Changes the text of a goal or a step. Both answers to the old text stop counting.

    Raises ``NotFound``, also for a step that is taken away, ``Invalid``, and ``Conflict`` when the
    other was there first.
    """
    line = line_of(session, actor, participant_id, ref)
    _not_taken_away(session, line)
    before = agreement.wording_of(session, line)
    if before.doer is None:
        wording = _of_goal(wording)
    else:
        check_card(wording)
        rules.check_step(wording, today=day_in_sweden(now), before=before.due_on)
    agreement.rewrite_line(session, actor=actor, line=line, seen=seen, wording=wording, now=now)
    return write_receipt(session, actor, line, "edit", wording.text, key, now)


def _shared_so(session: Session, sent: Mapping[str, Any]) -> bool:
    person, ref = sent["actor"].participant_id, sent["ref"]
    _, line = own_goal_row(session, participant_id=person, ref=ref)
    return bool((line.shared_at is not None) == sent["shared"])


@once_while(_shared_so)
def share_goal(
    session: Session, *, actor: Actor, ref: str, shared: bool, key: str, now: datetime
) -> Receipt:
    """The participant shares a goal and its steps with the coach, or takes it back.

    Only the participant can do this. Raises ``NotFound``.
    """
    goal, line = own_goal_row(session, participant_id=actor.participant_id, ref=ref)
    lines = session.scalars(
        select(Line).join(Step, Step.line_id == Line.id).where(Step.goal_id == goal.id)
    )
    for each in (line, *lines):
        agreement.share_line(each, shared=shared, now=now)
    return write_receipt(session, actor, line, "share", str(shared), key, now)


@once
def set_status(
    session: Session, *, actor: Actor, ref: str, status: str, key: str, now: datetime
) -> Receipt:
    """The participant pauses, reaches, drops or takes up a goal. Each can be undone by another."""
    if status not in rules.STATUSES:
        raise Invalid("status", "unknown")
    goal, line = own_goal_row(session, participant_id=actor.participant_id, ref=ref)
    if goal.status != status:
        goal.status, goal.status_at = status, now
    return write_receipt(session, actor, line, status, status, key, now)


@once
def answer_line(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    seen: str,
    value: Value,
    reason: str,
    lang: str,
    key: str,
    now: datetime,
) -> Receipt:
    """Says yes, yes but, or no because, to the version seen. Only for the actor's own side.

    There is nobody to answer while the text is a draft. Raises ``NotFound`` then too.
    """
    line = line_of(session, actor, participant_id, ref)
    if line.shared_at is None:
        raise NotFound
    _not_taken_away(session, line)
    agreement.take_stance(
        session, actor=actor, line=line, seen=seen, value=value, reason=reason, lang=lang, now=now
    )
    return write_receipt(session, actor, line, "stance", f"{value}:{reason}", key, now)


def _not_taken_away(session: Session, line: Line) -> None:
    gone = select(Step.id).where(Step.line_id == line.id, Step.removed_at.is_not(None))
    if session.scalar(gone) is not None:
        raise NotFound


def own_goal_row(session: Session, *, participant_id: int, ref: str) -> tuple[Goal, Line]:
    """The goal and its line, for writing. Raises ``NotFound``."""
    line = agreement.own_line(session, participant_id=participant_id, ref=ref, shared_only=False)
    goal = session.scalar(select(Goal).where(Goal.line_id == line.id))
    if goal is None:
        raise NotFound
    return goal, line


def line_of(session: Session, actor: Actor, participant_id: int, ref: str) -> Line:
    """The goal's or step's line the actor may write to: staff reach only what is shared.

    Raises ``NotFound``, also for a line of something else: that has an owner of its own.
    """
    line = agreement.own_line(
        session, participant_id=participant_id, ref=ref, shared_only=actor.kind == "staff"
    )
    ours = union_all(
        select(Goal.id).where(Goal.line_id == line.id),
        select(Step.id).where(Step.line_id == line.id),
    )
    if session.execute(ours).first() is None:
        raise NotFound
    return line
