"""Reading activities and changes of coach: one statement, however many there are."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, null, select, type_coerce, union_all
from sqlalchemy.orm import Session

from webapp.domain.activities.model import Activity
from webapp.domain.activities.rules import ActivityView, WorkPath
from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.people.model import Assignment
from webapp.domain.people.rules import day_in_sweden


def activities(session: Session, *, participant_id: int) -> tuple[ActivityView, ...]:
    """Everything that goes on for the person, has gone on or will, by its first day."""
    return _in_order(ActivityView(*row) for row in rows(session, _ALL, participant=participant_id))


def titles(session: Session, *, participant_id: int) -> dict[str, ActivityView]:
    """The person's activities by reference: what answers about one of them are about."""
    return {one.ref: one for one in activities(session, participant_id=participant_id)}


def activity(session: Session, *, participant_id: int, ref: str) -> ActivityView:
    """One activity of the person. Raises ``NotFound``."""
    for one in activities(session, participant_id=participant_id):
        if one.ref == ref:
            return one
    raise NotFound


def work_path(session: Session, *, participant_id: int) -> WorkPath:
    """All activities together with the days on which the coach was changed."""
    found: list[ActivityView] = []
    coaches: list[datetime] = []
    for *of_activity, since in rows(session, _PATH, participant=participant_id):
        if since is None:
            found.append(ActivityView(*of_activity))
        else:
            coaches.append(since)
    return WorkPath(_in_order(found), _changes(coaches))


def _in_order(found: Any) -> tuple[ActivityView, ...]:
    return tuple(sorted(found, key=lambda one: (one.started_on, one.title)))


def _changes(coaches: list[datetime]) -> tuple[date, ...]:
    """The first coach is no change."""
    return tuple(day_in_sweden(since) for since in sorted(coaches)[1:])


_COLUMNS = (
    Activity.ref,
    Activity.lane,
    Activity.title,
    Activity.lang,
    Activity.organisation,
    Activity.contact_name,
    Activity.contact_phone,
    Activity.started_on,
    Activity.ended_on,
)
_ALL = select(*_COLUMNS).where(Activity.participant_id == bindparam("participant"))
_PATH: Any = union_all(
    select(*_COLUMNS, type_coerce(null(), Assignment.since.type).label("since")).where(
        Activity.participant_id == bindparam("participant")
    ),
    select(*(null() for _ in _COLUMNS), Assignment.since).where(
        Assignment.participant_id == bindparam("participant")
    ),
)
