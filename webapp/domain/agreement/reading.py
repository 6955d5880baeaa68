"""Reading lines as they stand now, with both answers: one row for each line."""

from typing import Any

from sqlalchemy import Row, and_, func, select
from sqlalchemy.orm import aliased

from webapp.domain.actors import Party
from webapp.domain.agreement.changes import Change
from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.agreement.rules import LineView, StanceView, Wording

_PARTICIPANTS, _COACHS = aliased(Stance), aliased(Stance)
_BEFORE = aliased(Version)
_LINE = (Line.ref, Line.number, Line.created_at, Line.shared_at)


def _wording(version: Any) -> tuple[Any, ...]:
    return (
        version.text,
        version.lang,
        version.card,
        version.doer,
        version.doer_name,
        version.due_on,
    )


_VERSION = (*_wording(Version), Version.author, Version.at)
_EARLIER = _wording(_BEFORE)
_ANSWERS = tuple(
    column
    for stance in (_PARTICIPANTS, _COACHS)
    for column in (stance.value, stance.reason, stance.lang, stance.at)
)
_SAID = len(_LINE) + len(_VERSION)
_OLD = _SAID + len(_ANSWERS)
COLUMNS = _OLD + len(_EARLIER)  # before the caller's own


def select_lines(*columns: Any) -> Any:
    """A select of all that ``line_view`` needs, then of these columns, oldest line first.

    Its caller joins the tables of the columns to ``Line``, and says whose lines to read.
    """
    return (
        select(*_LINE, *_VERSION, *_ANSWERS, *_EARLIER, *columns)
        .select_from(Line)
        .join(Version, and_(Version.line_id == Line.id, Version.number == Line.number))
        .outerjoin(_PARTICIPANTS, _PARTICIPANTS.id == _newest("participant"))
        .outerjoin(_COACHS, _COACHS.id == _newest("coach"))
        .outerjoin(_BEFORE, _before())
        .order_by(Line.id)
    )


def _before() -> Any:
    """The version before this one, when it was shared too: a draft never leaves the database."""
    return and_(
        _BEFORE.line_id == Line.id,
        _BEFORE.number == Line.number - 1,
        _BEFORE.number >= Line.shared_from,
    )


def _newest(party: Party) -> Any:
    return (
        select(func.max(Stance.id))
        .where(Stance.version_id == Version.id, Stance.party == party)
        .correlate(Version)
        .scalar_subquery()
    )


def line_view(row: Row[*tuple[Any, ...]]) -> LineView:
    """A frozen view from a row of ``select_lines``."""
    # By place, as a column's name takes ten times as long and every page reads many lines.
    ref, number, created_at, shared_at, *said, author, at = row[:_SAID]
    wording, before = Wording(*said), row[_OLD:COLUMNS]
    answers = (_stance(*row[_SAID : _SAID + 4]), _stance(*row[_SAID + 4 : _OLD]))
    change = Change(Wording(*before), wording) if before[0] is not None else None
    return LineView(ref, number, wording, author, at, created_at, shared_at, *answers, change)


def _stance(value: Any, *rest: Any) -> StanceView | None:
    return StanceView(value, *rest) if value is not None else None
