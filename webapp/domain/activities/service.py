"""Use cases of activities. Only staff write them, in a record that the gate has opened."""

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.activities.facts import LONGEST, MOST_ACTIVITIES, Facts, check
from webapp.domain.activities.model import Activity
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.sharing.gate import OpenedRecord


@once
def add_activity(
    session: Session, *, actor: Actor, record: OpenedRecord, facts: Facts, key: str, now: datetime
) -> Receipt:
    """A new activity. Raises ``Invalid``, and ``NotFound`` for anybody but staff."""
    _only_staff(actor, record)
    check(facts, protected=record.protected, today=day_in_sweden(now))
    _room(session, record.participant_id)
    row = Activity(
        ref=codes.new_ref(), participant_id=record.participant_id, added_by=actor.id, added_at=now
    )
    _write(row, facts)
    session.add(row)
    return write_receipt(session, actor, row, "activity", repr(facts), key, now)


@once
def correct_activity(
    session: Session,
    *,
    actor: Actor,
    record: OpenedRecord,
    ref: str,
    facts: Facts,
    key: str,
    now: datetime,
) -> Receipt:
    """Other facts about an activity. Raises ``Invalid`` and ``NotFound``."""
    _only_staff(actor, record)
    row = _row(session, record.participant_id, ref)
    check(facts, protected=record.protected, today=day_in_sweden(now))
    _write(row, facts)
    return write_receipt(session, actor, row, "activity", repr(facts), key, now)


@once
def end_activity(
    session: Session,
    *,
    actor: Actor,
    record: OpenedRecord,
    ref: str,
    ended_on: date | None,
    key: str,
    now: datetime,
) -> Receipt:
    """Its last day; None says that it goes on after all.

    Raises ``NotFound``, and ``Invalid`` for a day before the first.
    """
    _only_staff(actor, record)
    row = _row(session, record.participant_id, ref)
    if ended_on is not None and ended_on < row.started_on:
        raise Invalid("ended_on", "before")
    row.ended_on = ended_on
    return write_receipt(session, actor, row, "activity_end", str(ended_on), key, now)


def _only_staff(actor: Actor, record: OpenedRecord) -> None:
    if actor.kind != "staff" or actor.id != record.staff.id:
        raise NotFound


def _room(session: Session, participant_id: int) -> None:
    count = session.scalar(
        select(func.count()).select_from(Activity).where(Activity.participant_id == participant_id)
    )
    if (count or 0) >= MOST_ACTIVITIES:
        raise Invalid("title", "many")


def _row(session: Session, participant_id: int, ref: str) -> Activity:
    found = session.scalar(
        select(Activity).where(Activity.ref == ref, Activity.participant_id == participant_id)
    )
    if found is None:
        raise NotFound
    return found


def _write(row: Activity, facts: Facts) -> None:
    for name in LONGEST:
        setattr(row, name, getattr(facts, name).strip())
    row.lane, row.lang = facts.lane, facts.lang
    row.started_on, row.ended_on = facts.started_on, facts.ended_on
