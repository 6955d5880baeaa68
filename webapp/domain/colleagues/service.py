"""The use case: a member of staff answers about the work, once a year, without a name."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.colleagues import rules
from webapp.domain.colleagues.model import StaffAnswer, StaffAnswered
from webapp.domain.colleagues.reading import has_answered
from webapp.domain.database import one_at_a_time
from webapp.domain.errors import Closed, NotFound
from webapp.domain.instruments.definitions import Instrument, Item
from webapp.domain.instruments.load import catalogue
from webapp.domain.people.model import Organisation, Staff
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.projects.reading import settings_of

ENOUGH_TO_HIDE_AMONG = 10
COLUMNS = (
    StaffAnswer.role,
    StaffAnswer.organisation_kind,
    StaffAnswer.instrument,
    StaffAnswer.version,
    StaffAnswer.content_hash,
    StaffAnswer.occasion,
    StaffAnswer.item,
    StaffAnswer.code,
)


def answer(
    session: Session,
    *,
    actor: Actor,
    instrument_id: str,
    codes: Mapping[str, str],
    now: datetime,
) -> bool:
    """Stores the answers, by item id, and says whether it did: a second time that year changes
    nothing, because nobody can find the first answers again.

    There is no receipt, which would tie the answers to a person. Raises ``NotFound`` for staff who
    are not asked, ``Closed`` when the project has switched the instrument off, and ``Invalid`` for
    the first item without an answer that it can have.
    """
    role, kind, project_id = _person(session, actor)
    found = catalogue().get(instrument_id)
    items = rules.questions(found, role) if found else ()
    if found is None or not items:
        raise NotFound
    if not settings_of(session, project_id).is_on(instrument_id, day_in_sweden(now)):
        raise Closed
    for item in items:
        rules.check_answer(item, codes.get(item.id, ""))
    one_at_a_time(session, f"colleagues:{instrument_id}")
    year = rules.occasion(now)
    if has_answered(session, staff_id=actor.id, instrument_id=instrument_id, occasion=year):
        return False
    session.add(StaffAnswered(staff_id=actor.id, instrument=instrument_id, occasion=year))
    session.flush()
    kind = _kind_of_many(session, role, kind)
    _mix_in(session, [_row(found, item, codes, role, kind, year) for item in items])
    return True


def _person(session: Session, actor: Actor) -> tuple[str, str, int | None]:
    row = session.execute(
        select(Staff.role, Organisation.kind, Staff.project_id)
        .join(Organisation, Organisation.id == Staff.organisation_id)
        .where(Staff.id == actor.id, Staff.left_at.is_(None))
    ).one_or_none()
    if actor.kind != "staff" or row is None:
        raise NotFound
    return row[0], row[1], row[2]


def _kind_of_many(session: Session, role: str, kind: str) -> str:
    """The kind of organisation, or nothing where it would point at a few people."""
    count = session.scalar(
        select(func.count(Staff.id))
        .join(Organisation, Organisation.id == Staff.organisation_id)
        .where(Staff.role == role, Organisation.kind == kind, Staff.left_at.is_(None))
    )
    return kind if (count or 0) >= ENOUGH_TO_HIDE_AMONG else ""


def _row(
    asked: Instrument, item: Item, codes: Mapping[str, str], role: str, kind: str, year: str
) -> dict[str, Any]:
    return {
        "role": role,
        "organisation_kind": kind,
        "instrument": asked.id,
        "version": asked.version,
        "content_hash": asked.content_hash,
        "occasion": year,
        "item": item.id,
        "code": codes[item.id],
    }


def _mix_in(session: Session, new: list[dict[str, Any]]) -> None:
    """Stores the new answers among those of the same year, all of them written anew.

    Rows lie in the order they were written, and a database numbers its transactions: either would
    tell which answers came together with whose mark. So they all get a new place at the same time.
    """
    same = (
        StaffAnswer.instrument == new[0]["instrument"],
        StaffAnswer.occasion == new[0]["occasion"],
    )
    old = [dict(row._mapping) for row in session.execute(select(*COLUMNS).where(*same))]
    session.execute(delete(StaffAnswer).where(*same))
    numbered = [{**row, "id": secrets.randbits(53) + 1} for row in (*old, *new)]
    session.execute(insert(StaffAnswer), sorted(numbered, key=lambda row: row["id"]))
