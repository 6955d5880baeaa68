"""Counting what happened since each person's last meeting: one statement for any number of people.

The same things as ``news`` finds in one record, but counted in the database. Never a draft.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import and_, case, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.goals.model import Goal, Step
from webapp.domain.meetings.model import Wish
from webapp.domain.surveys.model import Answer, Response, Round
from webapp.domain.surveys.sealed import sealed_items, seen_by_coach

Kind = Literal["news", "wish"]


def happened(
    session: Session, since: Mapping[int, datetime], *, staff_id: int, now: datetime
) -> Counter[tuple[int, Kind]]:
    """How much is new, and how many wishes there are, by participant and kind.

    ``since`` says for each participant from when, and ``staff_id`` who counts.
    """
    counts: Counter[tuple[int, Kind]] = Counter()
    if not since:
        return counts
    parts = (_written(), _said(), _done(), _turned(), _answered(staff_id, now), _wished())
    events = union_all(*parts).subquery()
    rows = session.execute(
        select(events.c.person, events.c.kind, events.c.at).where(
            events.c.person.in_(list(since)), events.c.at >= min(since.values())
        )
    )
    for person, kind, at in rows:
        if at > since[person] or (kind == "wish" and at == since[person]):
            counts[person, kind] += 1
    return counts


def _columns(person: Any, kind: Kind, at: Any) -> tuple[Any, Any, Any]:
    return person.label("person"), literal(kind).label("kind"), at.label("at")


def _current(at: Any) -> Any:
    """Shared texts as they stand now, of goals and of steps that are not done or taken away."""
    return (
        select(*_columns(Line.participant_id, "news", at))
        .join(Version, and_(Version.line_id == Line.id, Version.number == Line.number))
        .outerjoin(Goal, Goal.line_id == Line.id)
        .outerjoin(Step, Step.line_id == Line.id)
        .where(
            or_(Goal.id.is_not(None), Step.id.is_not(None)),
            Line.shared_at.is_not(None),
            Step.removed_at.is_(None),
            Step.done_at.is_(None),
        )
    )


def _written() -> Any:
    later = case((Line.shared_at > Version.at, Line.shared_at), else_=Version.at)
    return _current(later).where(Version.author == "participant")


def _said() -> Any:
    newest = (
        select(func.max(Stance.at))
        .where(Stance.version_id == Version.id, Stance.party == "participant")
        .correlate(Version)
        .scalar_subquery()
    )
    return _current(newest).where(Version.author == "coach", newest.is_not(None))


def _done() -> Any:
    return (
        select(*_columns(Line.participant_id, "news", Step.done_at))
        .join(Line, Line.id == Step.line_id)
        .where(
            Line.shared_at.is_not(None),
            Step.removed_at.is_(None),
            Step.done_at.is_not(None),
            Step.done_by == "participant",
        )
    )


def _turned() -> Any:
    return (
        select(*_columns(Line.participant_id, "news", Goal.status_at))
        .join(Line, Line.id == Goal.line_id)
        .where(Line.shared_at.is_not(None), Goal.status_at > Line.shared_at)
    )


def _answered(staff_id: int, now: datetime) -> Any:
    """Sent answers of which the coach may see something: a sealed rating is no news yet."""
    seen = select(Answer.id).where(Answer.response_id == Response.id, seen_by_coach(staff_id))
    return (
        select(*_columns(Round.participant_id, "news", Response.completed_at))
        .join(Round, Round.id == Response.round_id)
        .where(
            Response.rater == "participant",
            Response.completed_at.is_not(None),
            seen.correlate(Response, Round).exists(),
        )
        .params(now=now, sealed=sealed_items())
    )


def _wished() -> Any:
    return select(*_columns(Wish.participant_id, "wish", Wish.written_at)).where(
        Wish.withdrawn_at.is_(None)
    )
