"""Use cases of the plan's owner, contacts and follow-ups. Staff write them in an opened record."""

from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.coordination import rules
from webapp.domain.coordination.model import PlanContact, PlanFollowUp, PlanOwner
from webapp.domain.coordination.rules import ContactView
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.people.staff import possible_owners
from webapp.domain.sharing.gate import OpenedRecord

T = TypeVar("T", PlanContact, PlanFollowUp)


@once
def set_owner(
    session: Session,
    *,
    actor: Actor,
    record: OpenedRecord,
    staff_ref: str,
    key: str,
    now: datetime,
) -> Receipt:
    """Who has the overall responsibility for the plan. It opens nobody's page.

    An own reference means: the coach, also after a change of coach. Raises ``Invalid``.
    """
    _only_staff(actor, record)
    found = possible_owners(session, staff_id=actor.id, protected=record.protected)
    chosen = next((each for each in found if each.ref == staff_ref), None)
    if chosen is None:
        raise Invalid("owner", "unknown")
    row = session.scalar(
        select(PlanOwner).where(PlanOwner.participant_id == record.participant_id).with_for_update()
    )
    if row is None:
        row = PlanOwner(participant_id=record.participant_id)
        session.add(row)
    row.staff_id = None if chosen.id == actor.id else chosen.id
    row.set_at = now
    return write_receipt(session, actor, record, "plan_owner", staff_ref, key, now)


@once
def add_contact(
    session: Session, *, actor: Actor, record: OpenedRecord, said: ContactView, key: str,
    now: datetime,
) -> Receipt:  # fmt: skip
    """A contact at an organisation. Raises ``Invalid``."""
    _only_staff(actor, record)
    rules.check_contact(said, protected=record.protected)
    _room(session, PlanContact, record, rules.MOST_CONTACTS, "organisation")
    row = PlanContact(
        ref=codes.new_ref(), participant_id=record.participant_id, added_by=actor.id, added_at=now
    )
    _write(row, said)
    session.add(row)
    return write_receipt(session, actor, row, "plan_contact", repr(said), key, now)


@once
def correct_contact(
    session: Session, *, actor: Actor, record: OpenedRecord, ref: str, said: ContactView,
    key: str, now: datetime,
) -> Receipt:  # fmt: skip
    """Other facts about a contact. Raises ``NotFound`` and ``Invalid``."""
    _only_staff(actor, record)
    rules.check_contact(said, protected=record.protected)
    row = _row(session, PlanContact, record, ref)
    _write(row, said)
    return write_receipt(session, actor, row, "plan_contact", repr(said), key, now)


def _write(row: PlanContact, said: ContactView) -> None:
    row.organisation, row.name = said.organisation.strip(), said.name.strip()
    row.role, row.reach = said.role.strip(), said.reach.strip()


@once
def plan_follow_up(
    session: Session, *, actor: Actor, record: OpenedRecord, day: date, caller: str, key: str,
    now: datetime,
) -> Receipt:  # fmt: skip
    """A day on which the plan is followed up, and who calls to it. Raises ``Invalid``."""
    _only_staff(actor, record)
    today = day_in_sweden(now)
    rules.check_follow_up(day, caller, protected=record.protected, today=today)
    _room(session, PlanFollowUp, record, rules.MOST_FOLLOW_UPS, "day")
    row = PlanFollowUp(
        ref=codes.new_ref(), participant_id=record.participant_id, added_by=actor.id, added_at=now,
        day=day, caller=caller.strip(),
    )  # fmt: skip
    session.add(row)
    return write_receipt(session, actor, row, "follow_up", f"{day}:{caller}", key, now)


@once
def move_follow_up(
    session: Session, *, actor: Actor, record: OpenedRecord, ref: str, day: date, caller: str,
    key: str, now: datetime,
) -> Receipt:  # fmt: skip
    """Another day, or somebody else calls to it. Raises ``NotFound`` and ``Invalid``."""
    _only_staff(actor, record)
    row = _row(session, PlanFollowUp, record, ref)
    today = day_in_sweden(now)
    rules.check_follow_up(day, caller, protected=record.protected, today=today, before=row.day)
    row.day, row.caller = day, caller.strip()
    return write_receipt(session, actor, row, "follow_up", f"{day}:{caller}", key, now)


@once
def remove(
    session: Session, *, actor: Actor, record: OpenedRecord, kind: str, ref: str, removed: bool,
    key: str, now: datetime,
) -> Receipt:  # fmt: skip
    """Takes a ``contact`` or a ``follow_up`` away, or puts it back. Raises ``NotFound``."""
    _only_staff(actor, record)
    row: PlanContact | PlanFollowUp
    if kind == "contact":
        row = _row(session, PlanContact, record, ref, removed=None)
    else:
        row = _row(session, PlanFollowUp, record, ref, removed=None)
    row.removed_at = now if removed else None
    return write_receipt(session, actor, row, "away" if removed else "back", ref, key, now)


def _only_staff(actor: Actor, record: OpenedRecord) -> None:
    if actor.kind != "staff" or actor.id != record.staff.id:
        raise NotFound


def _row(
    session: Session, table: type[T], record: OpenedRecord, ref: str, removed: bool | None = False
) -> T:
    row = session.scalar(
        select(table).where(table.ref == ref, table.participant_id == record.participant_id)
    )
    if row is None or (removed is not None and (row.removed_at is not None) != removed):
        raise NotFound
    return row


def _room(
    session: Session,
    table: type[PlanContact | PlanFollowUp],
    record: OpenedRecord,
    most: int,
    field: str,
) -> None:
    count = session.scalar(
        select(func.count())
        .select_from(table)
        .where(table.participant_id == record.participant_id, table.removed_at.is_(None))
    )
    if (count or 0) >= most:
        raise Invalid(field, "many")
