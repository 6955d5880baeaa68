"""Reading what stands around the texts of the plan: one statement, however much there is."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Date, bindparam, cast, func, literal, null, select, union_all
from sqlalchemy.orm import Session

from webapp.domain.coordination.model import PlanContact, PlanFollowUp, PlanOwner
from webapp.domain.coordination.rules import CoachTime, ContactView, FollowUpView
from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.people.model import Assignment, Organisation, Staff
from webapp.domain.profile.model import ProfileEntry
from webapp.domain.sharing.gate import OpenedRecord


@dataclass(frozen=True)
class Drive:
    """What drives the person: a picture, or own words."""

    picture: str | None
    text: str
    lang: str


@dataclass(frozen=True)
class Facts:
    """What is known around the texts. ``owner`` is name and organisation, None for the coach."""

    coaches: tuple[CoachTime, ...]
    owner: tuple[str, str] | None
    contacts: tuple[ContactView, ...]
    follow_ups: tuple[FollowUpView, ...]
    drives: tuple[Drive, ...]


def facts(session: Session, *, participant_id: int) -> Facts:
    """Coaches, owner, contacts, follow-ups and shared drives: what both sides may read."""
    found: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for kind, *row in rows(session, _FACTS, participant=participant_id):
        found[kind].append(row)
    coaches = sorted(found["coach"], key=lambda row: row[6])
    by_day = sorted(found["follow_up"], key=lambda row: (row[5], row[0]))
    return Facts(
        coaches=tuple(CoachTime(row[1], row[2], row[6], row[7]) for row in coaches),
        owner=next(((row[1], row[2]) for row in found["owner"]), None),
        contacts=tuple(ContactView(*row[:5]) for row in found["contact"]),
        follow_ups=tuple(FollowUpView(row[0], row[5], row[1]) for row in by_day),
        drives=tuple(Drive(row[3] or None, row[1], row[2]) for row in found["drive"]),
    )


def contact(session: Session, record: OpenedRecord, ref: str) -> ContactView:
    """One contact. Raises ``NotFound``."""
    for one in facts(session, participant_id=record.participant_id).contacts:
        if one.ref == ref:
            return one
    raise NotFound


def follow_up(session: Session, record: OpenedRecord, ref: str) -> FollowUpView:
    """One follow-up. Raises ``NotFound``."""
    for one in facts(session, participant_id=record.participant_id).follow_ups:
        if one.ref == ref:
            return one
    raise NotFound


KINDS = ("coach", "owner", "contact", "follow_up", "drive")
_NO_DAY: Any = cast(null(), Date())
_NO_TIME: Any = cast(null(), Assignment.since.type)


def _fact(kind: str, *columns: Any) -> Any:
    """A select of eight columns: kind, five texts, a day and two moments, or none of these."""
    texts = [*columns, *(literal("") for _ in range(5 - len(columns)))]
    named = [each.label(f"c{place}") for place, each in enumerate((literal(kind), *texts))]
    return select(*named)


def _timed(statement: Any, day: Any = None, since: Any = None, until: Any = None) -> Any:
    return statement.add_columns(
        (_NO_DAY if day is None else day).label("c6"),
        (_NO_TIME if since is None else since).label("c7"),
        (_NO_TIME if until is None else until).label("c8"),
    )


def _facts() -> Any:
    person: Any = bindparam("participant")
    staff = (literal(""), Staff.name, Organisation.name)
    coaches = (
        _timed(_fact("coach", *staff), since=Assignment.since, until=Assignment.until)
        .join(Assignment, Assignment.staff_id == Staff.id)
        .join(Organisation, Organisation.id == Staff.organisation_id)
        .where(Assignment.participant_id == person)
    )
    owner = (
        _timed(_fact("owner", *staff))
        .join(PlanOwner, PlanOwner.staff_id == Staff.id)
        .join(Organisation, Organisation.id == Staff.organisation_id)
        .where(PlanOwner.participant_id == person, Staff.left_at.is_(None))
    )
    one = PlanContact
    contacts = _timed(
        _fact("contact", one.ref, one.organisation, one.name, one.role, one.reach)
    ).where(one.participant_id == person, one.removed_at.is_(None))
    day = PlanFollowUp
    follow_ups = _timed(_fact("follow_up", day.ref, day.caller), day=day.day).where(
        day.participant_id == person, day.removed_at.is_(None)
    )
    return union_all(coaches, owner, contacts, follow_ups, _drives(person))


def _drives(person: Any) -> Any:
    entry = ProfileEntry
    picture = func.coalesce(entry.part, "")
    return _timed(_fact("drive", entry.ref, entry.text, entry.lang, picture)).where(
        entry.participant_id == person,
        entry.kind == "drive",
        entry.shared_at.is_not(None),
        entry.replaced_at.is_(None),
        entry.removed_at.is_(None),
    )


_FACTS = _facts()
