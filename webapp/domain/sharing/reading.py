"""Reading consents: the participant's own, the coach's view of them, and who shares with whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Date, bindparam, cast, func, literal, null, or_, select
from sqlalchemy.orm import Session

from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.people.model import Organisation, Participant, Staff
from webapp.domain.people.rules import day_in_sweden, sort_name
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.sharing.model import Consent, ConsentItem
from webapp.domain.sharing.rules import SOON, ConsentView, Item

PAGE = 50


@dataclass(frozen=True)
class Sharer:
    """Somebody who shares with an organisation: the name or alias, and until when."""

    ref: str
    name: str
    until: date


@dataclass(frozen=True)
class ToMention:
    """For the brief: consents that end soon, soonest first, and those taken back, newest first."""

    ending: tuple[tuple[str, date], ...] = ()
    withdrawn: tuple[tuple[str, datetime], ...] = ()


def own_consents(session: Session, *, participant_id: int) -> tuple[ConsentView, ...]:
    """Everything the participant has ever consented to, newest first."""
    return views(rows(session, _OF_PERSON, participant=participant_id))


def own_consent(session: Session, *, participant_id: int, ref: str) -> ConsentView:
    """One of them. Raises ``NotFound``."""
    for each in own_consents(session, participant_id=participant_id):
        if each.ref == ref:
            return each
    raise NotFound


def consents(session: Session, record: OpenedRecord) -> tuple[ConsentView, ...]:
    """The same for the coach, who reads and never gives."""
    return own_consents(session, participant_id=record.participant_id)


def organisations(session: Session) -> tuple[tuple[str, bool], ...]:
    """The organisations to share with, and whether somebody there can sign in to read it."""
    found = sorted(rows(session, _ORGANISATIONS), key=lambda row: sort_name(row[0]))
    return tuple((name, bool(able)) for name, able in found)


def sharers(
    session: Session, *, staff_id: int, page: int, now: datetime
) -> tuple[tuple[Sharer, ...], bool]:
    """Who shares with the organisation of this member of staff now, by name, and if more do.

    ``page`` counts from 1. Nobody for staff who are no partners.
    """
    found = rows(
        session,
        _SHARERS,
        staff=staff_id,
        now=now,
        today=day_in_sweden(now),
        most=PAGE + 1,
        skip=(page - 1) * PAGE,
    )
    return tuple(Sharer(*row[:3]) for row in found[:PAGE]), len(found) > PAGE


def views(found: Iterable[Sequence[Any]]) -> tuple[ConsentView, ...]:
    """The consents in rows of ``COLUMNS``, in their order."""
    heads: dict[str, Sequence[Any]] = {}
    items: dict[str, set[Item]] = {}
    for row in found:
        ref, kind, item_ref = row[0], row[-2], row[-1]
        heads[ref] = row
        items.setdefault(ref, set()).add(Item(kind, item_ref))
    return tuple(
        ConsentView(ref, row[1], frozenset(items[ref]), *row[2:-2]) for ref, row in heads.items()
    )


COLUMNS = (
    Consent.ref,
    Organisation.name,
    Consent.purpose,
    Consent.text,
    Consent.lang,
    Consent.given_at,
    Consent.until,
    Consent.withdrawn_at,
    Consent.replaced_at,
    ConsentItem.kind,
    ConsentItem.item_ref,
)
"""What a ``ConsentView`` is made of: one row for each thing that is shared."""


def lives() -> tuple[ColumnElement[bool], ...]:
    """What holds of a living consent. Parameters ``now`` and ``today`` (in Sweden) are bound."""
    return (
        Consent.withdrawn_at.is_(None),
        Consent.replaced_at.is_(None),
        Consent.given_at <= bindparam("now", type_=Consent.given_at.type),
        Consent.until >= bindparam("today", type_=Consent.until.type),
    )


_OF_PERSON: Any = (
    select(*COLUMNS)
    .join(Organisation, Organisation.id == Consent.organisation_id)
    .join(ConsentItem, ConsentItem.consent_id == Consent.id)
    .where(Consent.participant_id == bindparam("participant"))
    .order_by(Consent.id.desc(), ConsentItem.id)
)
_READER = (
    select(Staff.id)
    .where(Staff.organisation_id == Organisation.id, Staff.role == "team", Staff.left_at.is_(None))
    .correlate(Organisation)
    .exists()
)
# An association for coordination pays for the work and has nothing to read about a person.
_ORGANISATIONS = (
    select(Organisation.name, _READER)
    .where(or_(Organisation.kind != "coordination_association", _READER))
    .order_by(Organisation.id)
)
_SHARERS: Any = (
    select(Participant.ref, Participant.name, func.max(Consent.until))
    .join(Consent, Consent.participant_id == Participant.id)
    .join(Staff, Staff.organisation_id == Consent.organisation_id)
    .where(Staff.id == bindparam("staff"), Staff.role == "team", Staff.left_at.is_(None), *lives())
    .group_by(Participant.id, Participant.ref, Participant.name, Participant.sort_name)
    .order_by(Participant.sort_name, Participant.id)
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)


def mention_parts(since: ColumnElement[datetime]) -> tuple[Any, Any]:
    """Consents that end within 30 days, and those taken back after ``since``: for the brief.

    Columns: kind, reference, organisation, "", last day, when given, when taken back. Parameters
    ``participant``, ``now``, ``today`` and ``soon`` are bound.
    """
    no_time = cast(null(), Consent.given_at.type)
    ends = (Consent.ref, Organisation.name, literal(""), Consent.until, Consent.given_at, no_time)
    back = (
        Consent.ref,
        Organisation.name,
        literal(""),
        cast(null(), Date()),
        Consent.given_at,
        Consent.withdrawn_at,
    )
    ours = Consent.participant_id == bindparam("participant")
    named = Organisation.id == Consent.organisation_id
    soon = Consent.until <= bindparam("soon", type_=Consent.until.type)
    return (
        select(literal("consent_ends"), *ends)
        .join(Organisation, named)
        .where(ours, soon, *lives()),
        select(literal("consent_back"), *back)
        .join(Organisation, named)
        .where(ours, Consent.replaced_at.is_(None), Consent.withdrawn_at > since),
    )


def until_soon(now: datetime) -> dict[str, date]:
    """The days that ``mention_parts`` is bound to."""
    today = day_in_sweden(now)
    return {"today": today, "soon": today + SOON}


def to_mention(found: Iterable[Sequence[Any]]) -> ToMention:
    """What the brief says, from the rows of ``mention_parts``."""
    known = list(found)
    ending = [(row[2], row[4]) for row in known if row[0] == "consent_ends"]
    back = [(row[2], row[6]) for row in known if row[0] == "consent_back"]
    return ToMention(
        tuple(sorted(ending, key=lambda one: one[1])),
        tuple(sorted(back, key=lambda one: one[1], reverse=True)),
    )
