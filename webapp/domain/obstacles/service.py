"""Use cases of obstacles: write one, and say what has become of it. Nothing is erased."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, Subject, write_receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.instruments.load import instrument
from webapp.domain.obstacles import rules
from webapp.domain.obstacles.model import Obstacle, ObstacleChange
from webapp.domain.obstacles.reading import readable
from webapp.domain.people.model import Assignment, Participant, Staff

KIND, PARTY, TYPE, DAYS, STATUS = "HIND-01", "HIND-02", "HIND-03", "HIND-04", "HIND-05"


@once
def write(
    session: Session,
    *,
    actor: Actor,
    kind: str,
    party: str,
    type: str,  # noqa: A002 - the field's own word, as in the table
    days_lost: int | None,
    owner_ref: str,
    text: str,
    key: str,
    now: datetime,
) -> Receipt:
    """A new entry of the writer's organisation, with an owner there. ``days_lost`` is 0 to 999.

    Raises ``Invalid`` for an unknown code or owner, or a text that says who somebody is, and
    ``NotFound`` for anybody but staff.
    """
    staff = _staff(session, actor)
    for field, item, code in (("kind", KIND, kind), ("party", PARTY, party), ("type", TYPE, type)):
        _check_code(field, item, code)
    rules.check_happened(text, _names(session, staff.id))
    row = Obstacle(
        ref=codes.new_ref(),
        organisation_id=staff.organisation_id,
        staff_id=staff.id,
        kind=kind,
        party=party,
        type=type,
        text=text.strip(),
        written_at=now,
    )
    session.add(row)
    session.flush()
    _append(session, staff, row, rules.NEW, days_lost, owner_ref, "", now)
    return write_receipt(session, actor, Subject(None, row.ref), "obstacle", text, key, now)


@once
def change(
    session: Session,
    *,
    actor: Actor,
    ref: str,
    status: str,
    days_lost: int | None,
    owner_ref: str,
    comment: str,
    key: str,
    now: datetime,
) -> Receipt:
    """What has become of an entry, added to its history. Raises ``NotFound`` and ``Invalid``."""
    staff = _staff(session, actor)
    row = session.scalar(readable(select(Obstacle), staff.id).where(Obstacle.ref == ref))
    if row is None:
        raise NotFound
    names = _names(session, staff.id)
    rules.check_text("comment", comment, names, longest=rules.LONGEST_COMMENT)
    _append(session, staff, row, status, days_lost, owner_ref, comment, now)
    return write_receipt(
        session, actor, Subject(None, row.ref), "obstacle", f"{status}:{comment}", key, now
    )


def _staff(session: Session, actor: Actor) -> Staff:
    row = session.get(Staff, actor.id) if actor.kind == "staff" else None
    if row is None or row.left_at is not None:
        raise NotFound
    return row


def _append(
    session: Session,
    staff: Staff,
    row: Obstacle,
    status: str,
    days_lost: int | None,
    owner_ref: str,
    comment: str,
    now: datetime,
) -> None:
    _check_code("status", STATUS, status)
    most = instrument("HIND").item(DAYS).most or 0
    if days_lost is not None and not 0 <= days_lost <= most:
        raise Invalid("days_lost", "unknown")
    session.add(
        ObstacleChange(
            obstacle_id=row.id,
            staff_id=staff.id,
            owner_id=_owner(session, row, owner_ref),
            status=status,
            days_lost=days_lost,
            comment=comment.strip(),
            at=now,
        )
    )


def _check_code(field: str, item: str, code: str) -> None:
    scale = instrument("HIND").item(item).scale
    if scale is None or code not in {option.code for option in scale.options}:
        raise Invalid(field, "unknown")


def _owner(session: Session, row: Obstacle, ref: str) -> int:
    """A colleague in the entry's organisation."""
    found = session.scalar(
        select(Staff.id).where(
            Staff.ref == ref,
            Staff.organisation_id == row.organisation_id,
            Staff.left_at.is_(None),
        )
    )
    if found is None:
        raise Invalid("owner", "unknown")
    return found


def _names(session: Session, staff_id: int) -> list[str]:
    """The names of everybody this member of staff works or has worked with."""
    found = session.scalars(
        select(Participant.name)
        .join(Assignment, Assignment.participant_id == Participant.id)
        .where(Assignment.staff_id == staff_id)
    )
    return list(found)
