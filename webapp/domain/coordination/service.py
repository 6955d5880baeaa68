"""Use cases of the texts in the coordinated plan: write, change, take away.

What staff write about a person is shared in the same moment, and the person can answer it.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domain.activities.model import Activity
from webapp.domain.actors import Actor, Party
from webapp.domain.agreement import service as agreement
from webapp.domain.agreement.model import Line
from webapp.domain.agreement.rules import Wording
from webapp.domain.audit.repeats import once, once_while
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.coordination import rules
from webapp.domain.coordination.model import PlanFollowUp, PlanText
from webapp.domain.coordination.rules import Subject
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.goals.model import Goal


@once
def write(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    part: str,
    about: tuple[Subject, str] | None,
    wording: Wording,
    shared: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """A new text of the actor's own side. ``about`` is a kind of thing and its reference.

    Raises ``NotFound`` for a thing that is not there, ``Invalid`` for an empty or long text, for
    too many, or ``exists`` where this side has written about that thing already.
    """
    rules.place_of(part, actor.party, about[0] if about else None)
    row = PlanText(participant_id=participant_id, part=part, author=actor.party)
    if about:
        _point(session, row, actor, about)
    _room(session, row, about[0] if about else None)
    line = agreement.write_line(
        session,
        actor=actor,
        participant_id=participant_id,
        wording=Wording(wording.text, wording.lang),
        shared=shared or actor.kind == "staff",
        now=now,
    )
    row.line_id = line.id
    session.add(row)
    return write_receipt(session, actor, line, "plan_text", wording.text, key, now)


def _point(session: Session, row: PlanText, actor: Actor, about: tuple[Subject, str]) -> None:
    """Says which thing of this person the text is about. Staff reach no draft."""
    (kind, ref), person = about, row.participant_id
    if kind == "goal":
        line = agreement.own_line(
            session, participant_id=person, ref=ref, shared_only=actor.kind == "staff"
        )
        found = session.scalar(select(Goal.id).where(Goal.line_id == line.id))
    elif kind == "activity":
        found = session.scalar(
            select(Activity.id).where(Activity.ref == ref, Activity.participant_id == person)
        )
    else:
        found = session.scalar(
            select(PlanFollowUp.id).where(
                PlanFollowUp.ref == ref,
                PlanFollowUp.participant_id == person,
                PlanFollowUp.removed_at.is_(None),
            )
        )
    if found is None:
        raise NotFound
    setattr(row, f"{kind}_id", found)


def _room(session: Session, row: PlanText, subject: Subject | None) -> None:
    """Counts the actor's own side only, so that nobody finds out how many drafts there are."""
    count = session.scalar(
        select(func.count())
        .select_from(PlanText)
        .where(
            PlanText.participant_id == row.participant_id,
            PlanText.part == row.part,
            PlanText.author == row.author,
            PlanText.removed_at.is_(None),
            PlanText.goal_id == row.goal_id,
            PlanText.activity_id == row.activity_id,
            PlanText.follow_up_id == row.follow_up_id,
        )
    )
    if subject and count:
        raise Invalid("text", "exists")
    if (count or 0) >= rules.MOST_TEXTS:
        raise Invalid("text", "many")


def _shared_so(session: Session, sent: Mapping[str, Any]) -> bool:
    actor, person, ref = sent["actor"], sent["participant_id"], sent["ref"]
    _, line = row_of(session, actor, person, ref, by=actor.party)
    return bool((line.shared_at is not None) == (sent["shared"] or actor.kind == "staff"))


@once_while(_shared_so)
def edit(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    seen: str,
    wording: Wording,
    shared: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """Another text from the side that wrote it; answers to the old one stop counting.

    Raises ``NotFound`` also for the other side's text, ``Invalid``, and ``Conflict``.
    """
    _, line = row_of(session, actor, participant_id, ref, by=actor.party)
    given = Wording(wording.text, wording.lang)
    agreement.rewrite_line(session, actor=actor, line=line, seen=seen, wording=given, now=now)
    agreement.share_line(line, shared=shared or actor.kind == "staff", now=now)
    return write_receipt(session, actor, line, "plan_text", wording.text, key, now)


@once
def remove(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    removed: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """Takes an own text away, or puts it back. Raises ``NotFound``, and ``Invalid`` for no room."""
    row, line = row_of(session, actor, participant_id, ref, by=actor.party, removed=not removed)
    if not removed:
        _room(session, row, _subject(row))
    row.removed_at = now if removed else None
    return write_receipt(session, actor, line, "away" if removed else "back", ref, key, now)


def _subject(row: PlanText) -> Subject | None:
    if row.goal_id is not None:
        return "goal"
    if row.activity_id is not None:
        return "activity"
    return "follow_up" if row.follow_up_id is not None else None


def row_of(
    session: Session,
    actor: Actor,
    participant_id: int,
    ref: str,
    *,
    by: Party,
    removed: bool = False,
) -> tuple[PlanText, Line]:
    """The text of that side with its line, locked for writing. Raises ``NotFound``."""
    line = agreement.own_line(
        session, participant_id=participant_id, ref=ref, shared_only=actor.kind == "staff"
    )
    row = session.scalar(select(PlanText).where(PlanText.line_id == line.id, PlanText.author == by))
    if row is None or (row.removed_at is not None) != removed:
        raise NotFound
    if actor.kind == "staff" and row.goal_id is not None:
        _open_goal(session, row.goal_id)
    return row, line


def _open_goal(session: Session, goal_id: int) -> None:
    """Staff do not reach their own words either about a goal that the person keeps."""
    shared = select(Goal.id).join(Line, Line.id == Goal.line_id).where(Goal.id == goal_id)
    if session.scalar(shared.where(Line.shared_at.is_not(None))) is None:
        raise NotFound
