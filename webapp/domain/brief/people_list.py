"""The coach's list of people: next meeting first, a fixed number of statements for any number."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.brief.happened import Kind, happened
from webapp.domain.goals.model import Goal, Step
from webapp.domain.meetings.calendar import instruments_on
from webapp.domain.meetings.model import Meeting
from webapp.domain.meetings.next_meeting import waiting_for_booking
from webapp.domain.meetings.rules import LENGTH
from webapp.domain.people import rules
from webapp.domain.people.model import Assignment, Participant
from webapp.domain.surveys.rhythm import Calendar
from webapp.domain.surveys.tasks import unrated

PAGE = 50


@dataclass(frozen=True)
class Person:
    """One row of the coach's list."""

    ref: str
    name: str
    language: str
    protected: bool
    has_pin: bool
    next_meeting: datetime | None
    last_meeting: datetime | None
    news: int
    waits_for_coach: int
    wishes: int
    ratings: int
    asks: int
    interpreters: int


def people(
    session: Session,
    *,
    staff_id: int,
    search: str,
    page: int,
    project_id: int | None = None,
    now: datetime,
) -> tuple[tuple[Person, ...], bool]:
    """The coach's people on this page (from 1), and whether there are more.

    ``search`` matches the beginning of any word of the name; å, ä and ö are letters of their own.
    """
    rows = session.execute(
        _people(staff_id, search, now).limit(PAGE + 1).offset((page - 1) * PAGE)
    ).all()
    ids = [row.id for row in rows[:PAGE]]
    waiting = {person: count for person, count in session.execute(_waiting(ids))}
    since = {row.id: row.last or row.since for row in rows[:PAGE]}
    fresh = happened(session, since, staff_id=staff_id, now=now)
    asked = instruments_on(session, project_id=project_id, now=now)
    calendars = {row.id: Calendar(row.started_on, row.ended_on) for row in rows[:PAGE]}
    ratings = unrated(session, people=calendars, instruments=asked, now=now)
    found = (_person(row, waiting.get(row.id, 0), fresh, ratings[row.id]) for row in rows[:PAGE])
    return tuple(found), len(rows) > PAGE


def _person(row: Any, waiting: int, fresh: Counter[tuple[int, Kind]], ratings: int) -> Person:
    return Person(
        ref=row.ref,
        name=row.name,
        language=row.language,
        protected=row.protected,
        has_pin=row.pin_hash is not None,
        next_meeting=row.next,
        last_meeting=row.last,
        news=fresh[row.id, "news"],
        waits_for_coach=waiting,
        wishes=fresh[row.id, "wish"],
        ratings=ratings,
        asks=row.asks,
        interpreters=row.interpreters,
    )


def _people(staff_id: int, search: str, now: datetime) -> Any:
    coming = _meeting(func.min(Meeting.starts_at), Meeting.starts_at > now - LENGTH)
    last = _meeting(func.max(Meeting.starts_at), Meeting.starts_at <= now - LENGTH)
    columns = (
        Participant.id, Participant.ref, Participant.name, Participant.language,
        Participant.protected, Participant.pin_hash, Participant.started_on,
        Participant.ended_on, Assignment.since,
        coming.label("next"), last.label("last"),
        *waiting_for_booking(Meeting.starts_at > now - LENGTH),
    )  # fmt: skip
    chosen: Any = (
        select(*columns)
        .join(Assignment, Assignment.participant_id == Participant.id)
        .where(Assignment.staff_id == staff_id, Assignment.until.is_(None))
        .order_by(coming.is_(None), coming, Participant.sort_name, Participant.id)
    )
    words = rules.search_name(search)
    if not words:
        return chosen
    name = Participant.search_name
    return chosen.where(
        or_(name.startswith(words, autoescape=True), name.contains(f" {words}", autoescape=True))
    )


def _meeting(value: ColumnElement[datetime], when: ColumnElement[bool]) -> ColumnElement[datetime]:
    return (
        select(value)
        .where(Meeting.participant_id == Participant.id, Meeting.cancelled_at.is_(None), when)
        .correlate(Participant)
        .scalar_subquery()
    )


def _waiting(ids: list[int]) -> Select[int, int]:
    """How many shared texts of active goals the coach has not answered, by participant."""
    answered = (
        select(Stance.id)
        .where(Stance.version_id == Version.id, Stance.party == "coach")
        .correlate(Version)
        .exists()
    )
    return (
        select(Line.participant_id, func.count())
        .join(Version, and_(Version.line_id == Line.id, Version.number == Line.number))
        .outerjoin(Step, Step.line_id == Line.id)
        .join(Goal, or_(Goal.line_id == Line.id, Goal.id == Step.goal_id))
        .where(
            Line.participant_id.in_(ids),
            Line.shared_at.is_not(None),
            Goal.status == "active",
            Step.removed_at.is_(None),
            Step.done_at.is_(None),
            ~answered,
        )
        .group_by(Line.participant_id)
    )
