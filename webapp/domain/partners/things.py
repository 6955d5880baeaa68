"""One statement for everything but goals and answers: a part for each kind that can be open."""

from typing import Any

from sqlalchemy import (
    Date,
    Integer,
    and_,
    bindparam,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from webapp.domain.activities.model import Activity
from webapp.domain.meetings.model import Meeting
from webapp.domain.outcomes.model import Outcome, OutcomeAnswer, OwnStep
from webapp.domain.people.model import Staff
from webapp.domain.profile.model import ProfileEntry
from webapp.domain.sharing.opened import is_open

ENTRIES = ("drive", "big_goal", "section", "try")
GOES_ON = ("active", "paused", "reached")  # goals that were not given up
_NO_NUMBER: Any = cast(null(), Integer())
_NO_DAY: Any = cast(null(), Date())
_TIME: Any = Meeting.starts_at.type
_NO_TIME: Any = cast(null(), _TIME)
_NOTHING: Any = literal("")


def _whose(table: Any) -> Any:
    return table.participant_id == bindparam("participant")


def _entries() -> Any:
    entry = ProfileEntry
    return select(
        entry.kind,
        func.coalesce(entry.part, "").label("part"),
        entry.text,
        entry.lang,
        _NOTHING.label("more"),
        entry.months,
        _NO_DAY.label("day"),
        _NO_DAY.label("until"),
        entry.done_at,
    ).where(
        _whose(entry),
        is_open("path", entry.ref),
        entry.kind.in_(ENTRIES),
        entry.shared_at.is_not(None),
        entry.replaced_at.is_(None),
        entry.removed_at.is_(None),
    )


def _activities() -> Any:
    return select(
        literal("activity"),
        Activity.lane,
        Activity.title,
        Activity.lang,
        Activity.organisation,
        _NO_NUMBER,
        Activity.started_on,
        Activity.ended_on,
        _NO_TIME,
    ).where(_whose(Activity), is_open("activities", Activity.ref), not_over())


def not_over() -> Any:
    """What goes on today or will; what is over is nobody's business any longer."""
    return or_(
        Activity.ended_on.is_(None),
        Activity.ended_on >= bindparam("today", type_=Activity.started_on.type),
    )


def _own_steps() -> Any:
    return select(
        literal("own_step"),
        _NOTHING,
        OwnStep.text,
        OwnStep.lang,
        _NOTHING,
        _NO_NUMBER,
        OwnStep.happened_on,
        _NO_DAY,
        _NO_TIME,
    ).where(
        _whose(OwnStep),
        is_open("steps", OwnStep.ref),
        OwnStep.shared_at.is_not(None),
        OwnStep.removed_at.is_(None),
    )


def _outcomes() -> Any:
    later = aliased(OutcomeAnswer)
    newest = select(func.max(later.id)).where(later.outcome_id == Outcome.id).correlate(Outcome)
    return (
        select(
            literal("outcome"),
            Outcome.moment,
            Outcome.status,
            _NOTHING,
            func.coalesce(OutcomeAnswer.value, ""),
            _NO_NUMBER,
            Outcome.happened_on,
            _NO_DAY,
            _NO_TIME,
        )
        .outerjoin(OutcomeAnswer, OutcomeAnswer.id == newest.scalar_subquery())
        .where(
            _whose(Outcome),
            is_open("steps", Outcome.ref),
            Outcome.superseded_at.is_(None),
            Outcome.withdrawn_at.is_(None),
        )
    )


def _meeting() -> Any:
    """The next meeting: when, and with whom. Where it is, is left out."""
    columns = (
        literal("meeting"),
        _NOTHING,
        _NOTHING,
        _NOTHING,
        Staff.name,
        _NO_NUMBER,
        _NO_DAY,
        _NO_DAY,
        Meeting.starts_at,
    )
    coming = (
        select(*(each.label(f"c{place}") for place, each in enumerate(columns)))
        .join(Staff, Staff.id == Meeting.staff_id)
        .where(
            and_(_whose(Meeting), is_open("meetings"), Meeting.cancelled_at.is_(None)),
            Meeting.starts_at > bindparam("over", type_=_TIME),
        )
        .order_by(Meeting.starts_at)
        .limit(1)
    )
    return select(coming.subquery())


THINGS: Any = union_all(_entries(), _activities(), _own_steps(), _outcomes(), _meeting())
"""Columns as in ``SharedThing``. Parameters: participant, today, over, and what is open."""
