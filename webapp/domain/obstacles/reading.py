"""Reading obstacles: staff read those of their own organisation, a project leader reads all."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, bindparam, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.obstacles.model import Obstacle, ObstacleChange
from webapp.domain.obstacles.rules import ChangeView, ObstacleView, PartyCount
from webapp.domain.people.model import Organisation, Staff
from webapp.domain.people.rules import sort_name

PAGE = 50
_READER, _WRITER, _CHANGER, _OWNER = (aliased(Staff) for _ in range(4))


@dataclass(frozen=True)
class Colleague:
    """Somebody who can own an entry."""

    ref: str
    name: str


def readable(statement: Any, staff_id: Any) -> Any:
    """The statement about obstacles, only those that this member of staff may read."""
    return statement.join(_READER, _READER.id == staff_id).where(
        _READER.left_at.is_(None),
        or_(_READER.role == "project_leader", Obstacle.organisation_id == _READER.organisation_id),
    )


def obstacles(
    session: Session, *, staff_id: int, status: str = "", page: int = 1
) -> tuple[tuple[ObstacleView, ...], bool]:
    """The entries on this page (from 1), newest first, and whether there are more.

    With ``status`` only those that have it now.
    """
    statement = _LATEST.where(ObstacleChange.status == status) if status else _LATEST
    statement = statement.limit(PAGE + 1).offset((page - 1) * PAGE)
    found = rows(session, statement, staff=staff_id).all()
    return tuple(_view(row) for row in found[:PAGE]), len(found) > PAGE


def obstacle(
    session: Session, *, staff_id: int, ref: str
) -> tuple[ObstacleView, tuple[ChangeView, ...]]:
    """One entry and its whole history, newest first. Raises ``NotFound``."""
    found = rows(session, _HISTORY, staff=staff_id, ref=ref).all()
    if not found:
        raise NotFound
    return _view(found[0]), tuple(_change(row) for row in found)


def colleagues(session: Session, *, staff_id: int, ref: str = "") -> tuple[Colleague, ...]:
    """Who can own an entry: everybody in the organisation of the entry, or of the writer."""
    statement = _COLLEAGUES_OF_ENTRY if ref else _COLLEAGUES
    values = {"ref": ref} if ref else {"staff": staff_id}
    found = [Colleague(*row) for row in rows(session, statement, **values)]
    return tuple(sorted(found, key=lambda one: sort_name(one.name)))


def by_party(session: Session, *, staff_id: int) -> tuple[PartyCount, ...]:
    """Entries and days lost for each party, most days first: counts of entries, never of people."""
    return tuple(PartyCount(*row) for row in rows(session, _BY_PARTY, staff=staff_id))


def _view(row: Any) -> ObstacleView:
    values: tuple[Any, ...] = (*row[:_ENTRY], _change(row))
    return ObstacleView(*values)


def _change(row: Any) -> ChangeView:
    return ChangeView(*row[_ENTRY:])


_COLUMNS = (
    Obstacle.ref,
    Obstacle.kind,
    Obstacle.party,
    Obstacle.type,
    Obstacle.text,
    Obstacle.written_at,
    _WRITER.name,
    Organisation.name,
)
_ENTRY = len(_COLUMNS)
_NEWEST: Any = (
    select(func.max(ObstacleChange.id))
    .where(ObstacleChange.obstacle_id == Obstacle.id)
    .correlate(Obstacle)
    .scalar_subquery()
)
_ALL: Any = readable(
    select(
        *_COLUMNS,
        ObstacleChange.status,
        _OWNER.name,
        _OWNER.ref,
        ObstacleChange.days_lost,
        ObstacleChange.comment,
        _CHANGER.name,
        ObstacleChange.at,
    )
    .select_from(Obstacle)
    .join(ObstacleChange, ObstacleChange.obstacle_id == Obstacle.id)
    .join(_WRITER, _WRITER.id == Obstacle.staff_id)
    .join(_CHANGER, _CHANGER.id == ObstacleChange.staff_id)
    .join(_OWNER, _OWNER.id == ObstacleChange.owner_id)
    .join(Organisation, Organisation.id == Obstacle.organisation_id),
    bindparam("staff"),
)
_LATEST = _ALL.where(ObstacleChange.id == _NEWEST).order_by(Obstacle.id.desc())
_HISTORY = _ALL.where(Obstacle.ref == bindparam("ref")).order_by(ObstacleChange.id.desc())
_COLLEAGUES_OF_ENTRY: Any = (
    select(Staff.ref, Staff.name)
    .join(Obstacle, Obstacle.organisation_id == Staff.organisation_id)
    .where(Obstacle.ref == bindparam("ref"), Staff.left_at.is_(None))
    .order_by(Staff.id)
)
_COLLEAGUES: Any = (
    select(Staff.ref, Staff.name)
    .join(_READER, _READER.organisation_id == Staff.organisation_id)
    .where(_READER.id == bindparam("staff"), Staff.left_at.is_(None))
    .order_by(Staff.id)
)


def _count(*conditions: Any) -> Any:
    return func.sum(case((and_(*conditions), 1), else_=0))


def _by_party() -> Any:
    is_obstacle = Obstacle.kind == "obstacle"
    days = func.sum(case((is_obstacle, func.coalesce(ObstacleChange.days_lost, 0)), else_=0))
    return readable(
        select(
            Obstacle.party,
            _count(is_obstacle),
            _count(is_obstacle, ObstacleChange.status == "solved"),
            days,
            _count(Obstacle.kind == "golden_grain"),
        )
        .select_from(Obstacle)
        .join(ObstacleChange, ObstacleChange.id == _NEWEST)
        .group_by(Obstacle.party)
        .order_by(days.desc(), Obstacle.party),
        bindparam("staff"),
    )


_BY_PARTY = _by_party()
