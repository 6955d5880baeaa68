"""Reading what stands around the texts of the plan: one statement, however much there is."""

from collections.abc import Mapping
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
    ref: str = ""


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
    return facts_of(found)


def facts_of(found: Mapping[str, list[Any]]) -> Facts:
    """The facts in rows of ``fact``, without their kind, by it."""
    coaches = sorted(found["coach"], key=lambda row: row[SINCE])
    by_day = sorted(found["follow_up"], key=lambda row: (row[DAY], row[0]))
    return Facts(
        coaches=tuple(CoachTime(row[1], row[2], *row[SINCE:]) for row in coaches),
        owner=next(((row[1], row[2]) for row in found["owner"]), None),
        contacts=tuple(ContactView(*row[:5]) for row in found["contact"]),
        follow_ups=tuple(FollowUpView(row[0], row[DAY], row[1]) for row in by_day),
        drives=tuple(Drive(row[3] or None, row[1], row[2], row[0]) for row in found["drive"]),
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
TEXTS = 7
DAY, SINCE = TEXTS, TEXTS + 2  # the places of the first day and the first moment
_NO_DAY: Any = cast(null(), Date())
_NO_TIME: Any = cast(null(), Assignment.since.type)


def fact(kind: str, *columns: Any) -> Any:
    """A select of the kind and seven texts, or fewer. ``timed`` adds the rest of the columns."""
    texts = [*columns, *(literal("") for _ in range(TEXTS - len(columns)))]
    named = [each.label(f"c{place}") for place, each in enumerate((literal(kind), *texts))]
    return select(*named)


def timed(
    statement: Any, day: Any = None, last: Any = None, since: Any = None, until: Any = None
) -> Any:
    """The select with two days and two moments, or none of these."""
    given = ((day, _NO_DAY), (last, _NO_DAY), (since, _NO_TIME), (until, _NO_TIME))
    named = [none if one is None else one for one, none in given]
    return statement.add_columns(
        *(each.label(f"c{place}") for place, each in enumerate(named, TEXTS + 1))
    )


def parts() -> tuple[Any, ...]:
    """The selects of the kinds, for a union. The parameter ``participant`` is bound."""
    person: Any = bindparam("participant")
    staff = (literal(""), Staff.name, Organisation.name)
    coaches = (
        timed(fact("coach", *staff), since=Assignment.since, until=Assignment.until)
        .join(Assignment, Assignment.staff_id == Staff.id)
        .join(Organisation, Organisation.id == Staff.organisation_id)
        .where(Assignment.participant_id == person)
    )
    owner = (
        timed(fact("owner", *staff))
        .join(PlanOwner, PlanOwner.staff_id == Staff.id)
        .join(Organisation, Organisation.id == Staff.organisation_id)
        .where(PlanOwner.participant_id == person, Staff.left_at.is_(None))
    )
    one = PlanContact
    contacts = timed(
        fact("contact", one.ref, one.organisation, one.name, one.role, one.reach)
    ).where(one.participant_id == person, one.removed_at.is_(None))
    day = PlanFollowUp
    follow_ups = timed(fact("follow_up", day.ref, day.caller), day=day.day).where(
        day.participant_id == person, day.removed_at.is_(None)
    )
    return coaches, owner, contacts, follow_ups, _drives(person)


def _drives(person: Any) -> Any:
    entry = ProfileEntry
    picture = func.coalesce(entry.part, "")
    return timed(fact("drive", entry.ref, entry.text, entry.lang, picture)).where(
        entry.participant_id == person,
        entry.kind == "drive",
        entry.shared_at.is_not(None),
        entry.replaced_at.is_(None),
        entry.removed_at.is_(None),
    )


_FACTS: Any = union_all(*parts())
