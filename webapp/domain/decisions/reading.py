"""Reading what was decided: one statement for a meeting, and a part of the brief's own."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Date, and_, bindparam, cast, func, literal, null, select
from sqlalchemy.orm import Session, aliased

from webapp.domain.actors import Party
from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.agreement.reading import line_view, select_lines
from webapp.domain.agreement.rules import status
from webapp.domain.database import rows
from webapp.domain.decisions.model import Decision
from webapp.domain.decisions.rules import Decided, DecidedShort, HeldMeeting
from webapp.domain.errors import NotFound
from webapp.domain.meetings.model import Meeting
from webapp.domain.people.model import Staff
from webapp.domain.sharing.gate import OpenedRecord

DECIDED = "decided:"


def own_decided(session: Session, *, participant_id: int, meeting: str, now: datetime) -> Decided:
    """The participant's meeting with this name and its decisions. Raises ``NotFound`` before it
    has begun."""
    return _decided(session, participant_id, meeting, now)


def shared_decided(
    session: Session, record: OpenedRecord, *, meeting: str, now: datetime
) -> Decided:
    """The same for staff. Every decision is written for both. Raises ``NotFound``."""
    return _decided(session, record.participant_id, meeting, now)


def own_decisions(session: Session, *, participant_id: int) -> dict[str, str]:
    """All decisions of the participant that were not taken away: their meetings, by reference."""
    return {ref: meeting for ref, meeting in rows(session, _REFS, participant=participant_id)}


def shared_decisions(session: Session, record: OpenedRecord) -> dict[str, str]:
    """The same for staff. Every decision is written for both."""
    return own_decisions(session, participant_id=record.participant_id)


def _decided(session: Session, participant_id: int, meeting: str, now: datetime) -> Decided:
    found = rows(session, _HELD, participant=participant_id, ref=meeting, now=now).first()
    if found is None:
        raise NotFound
    lines = rows(session, _LINES, participant=participant_id, ref=meeting)
    ref, starts_at, name, later = found
    return Decided(
        HeldMeeting(ref, starts_at, name, later is None), tuple(line_view(row) for row in lines)
    )


_LATER: Final = aliased(Meeting)
_NOW: Final = bindparam("now", type_=Meeting.starts_at.type)


def _next_begun() -> Any:
    return (
        select(func.min(_LATER.starts_at))
        .where(
            _LATER.participant_id == Meeting.participant_id,
            _LATER.cancelled_at.is_(None),
            _LATER.starts_at > Meeting.starts_at,
            _LATER.starts_at <= _NOW,
        )
        .correlate(Meeting)
        .scalar_subquery()
    )


_HELD: Final = (
    select(Meeting.ref, Meeting.starts_at, Staff.name, _next_begun())
    .join(Staff, Staff.id == Meeting.staff_id)
    .where(
        Meeting.participant_id == bindparam("participant"),
        Meeting.ref == bindparam("ref"),
        Meeting.cancelled_at.is_(None),
        Meeting.starts_at <= _NOW,
    )
)
_LINES: Final = (
    select_lines()
    .join(Decision, Decision.line_id == Line.id)
    .join(Meeting, Meeting.id == Decision.meeting_id)
    .where(
        Line.participant_id == bindparam("participant"),
        Meeting.ref == bindparam("ref"),
        Decision.removed_at.is_(None),
    )
)

_REFS: Final = (
    select(Line.ref, Meeting.ref)
    .join(Decision, Decision.line_id == Line.id)
    .join(Meeting, Meeting.id == Decision.meeting_id)
    .where(Line.participant_id == bindparam("participant"), Decision.removed_at.is_(None))
)


def is_not_taken_away() -> ColumnElement[bool]:
    """A condition on ``Line``: no decision that was taken away."""
    away = select(Decision.id).where(Decision.line_id == Line.id, Decision.removed_at.is_not(None))
    return ~away.correlate(Line).exists()


def decided_part(met: Any) -> Any:
    """The decisions of the meeting that began at ``met``, as a select for the brief's statement.

    Columns: kind with both answers, reference, text, language, nothing, when, nothing.
    """
    kind = literal(DECIDED) + _said("participant") + literal(":") + _said("coach")
    return (
        select(
            kind,
            Line.ref,
            Version.text,
            Version.lang,
            cast(null(), Date()),
            Version.at,
            cast(null(), Version.at.type),
        )
        .join(Version, and_(Version.line_id == Line.id, Version.number == Line.number))
        .join(Decision, Decision.line_id == Line.id)
        .join(Meeting, Meeting.id == Decision.meeting_id)
        .where(
            Line.participant_id == bindparam("participant"),
            Meeting.starts_at == met,
            Meeting.cancelled_at.is_(None),
            Decision.removed_at.is_(None),
        )
    )


def _said(party: Party) -> Any:
    newest = (
        select(Stance.value)
        .where(Stance.version_id == Version.id, Stance.party == party)
        .order_by(Stance.id.desc())
        .limit(1)
        .correlate(Version)
        .scalar_subquery()
    )
    return func.coalesce(newest, "")


def decided_of(found: Iterable[Sequence[Any]]) -> tuple[DecidedShort, ...]:
    """The decisions in the rows of ``decided_part``, oldest first."""
    known = [row for row in found if row[0].startswith(DECIDED)]
    known.sort(key=lambda row: row[5])
    return tuple(_short(*row[:4]) for row in known)


def _short(kind: str, ref: str, text: str, lang: str) -> DecidedShort:
    _, participant, coach = kind.split(":")
    said: Any = (participant or None, coach or None)
    return DecidedShort(ref, text, lang, status(*said))
