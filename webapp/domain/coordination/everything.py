"""Reading all that stands around the texts of the whole plan: still one statement."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, func, union_all
from sqlalchemy.orm import Session

from webapp.domain.activities.model import Activity
from webapp.domain.activities.rules import ActivityView
from webapp.domain.coordination.around import (
    DAY,
    KINDS,
    SINCE,
    Facts,
    fact,
    facts_of,
    parts,
    timed,
)
from webapp.domain.database import rows
from webapp.domain.people.model import Organisation
from webapp.domain.sharing.model import Consent, ConsentItem
from webapp.domain.sharing.rules import ConsentView, Item


@dataclass(frozen=True)
class Everything:
    """The facts, every activity by its first day, and the consents that hold, newest first."""

    facts: Facts
    activities: tuple[ActivityView, ...]
    consents: tuple[ConsentView, ...]


def everything(session: Session, *, participant_id: int, day: date) -> Everything:
    """What both sides may read around the texts on that day."""
    found: dict[str, list[Any]] = {kind: [] for kind in (*KINDS, "activity", "consent")}
    for kind, *row in rows(session, _EVERYTHING, participant=participant_id):
        found[kind].append(row)
    activities = [ActivityView(*row[:SINCE]) for row in found["activity"]]
    return Everything(
        facts_of(found),
        tuple(sorted(activities, key=lambda one: (one.started_on, one.title))),
        tuple(one for one in _consents(found["consent"]) if day <= one.until),
    )


def _consents(found: list[Any]) -> list[ConsentView]:
    items: dict[str, set[Item]] = {}
    for ref, *_, kind, item, _until, _last, _given, _none in found:
        items.setdefault(ref, set()).add(Item(kind, item or None))
    heads = {row[0]: row for row in sorted(found, key=lambda row: row[SINCE], reverse=True)}
    return [
        ConsentView(ref, name, frozenset(items[ref]), why, text, lang, row[SINCE], row[DAY])
        for ref, row in heads.items()
        for name, why, text, lang in [row[1:5]]
    ]


def _activities(person: Any) -> Any:
    one = Activity
    of_place = (one.organisation, one.contact_name, one.contact_phone)
    found = fact("activity", one.ref, one.lane, one.title, one.lang, *of_place)
    return timed(found, day=one.started_on, last=one.ended_on).where(one.participant_id == person)


def _given(person: Any) -> Any:
    one, item = Consent, ConsentItem
    said = (one.purpose, one.text, one.lang, item.kind, func.coalesce(item.item_ref, ""))
    found = timed(
        fact("consent", one.ref, Organisation.name, *said), day=one.until, since=one.given_at
    )
    return (
        found.join(ConsentItem, item.consent_id == one.id)
        .join(Organisation, Organisation.id == one.organisation_id)
        .where(one.participant_id == person, one.withdrawn_at.is_(None), one.replaced_at.is_(None))
    )


_PERSON: Any = bindparam("participant")
_EVERYTHING: Any = union_all(*parts(), _activities(_PERSON), _given(_PERSON))
