"""Reading lines as they stand now, with both answers: one row for each line."""

from typing import Any

from sqlalchemy import Row, and_, func, select
from sqlalchemy.orm import aliased

from webapp.domain.actors import Party
from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.agreement.rules import LineView, StanceView, Wording

_PARTICIPANTS, _COACHS = aliased(Stance), aliased(Stance)
_LINE = (
    Line.ref,
    Line.number,
    Version.text,
    Version.lang,
    Version.card,
    Version.doer,
    Version.doer_name,
    Version.due_on,
    Version.author,
    Version.at,
    Line.created_at,
    Line.shared_at,
)
_ANSWERS = tuple(
    column
    for stance in (_PARTICIPANTS, _COACHS)
    for column in (stance.value, stance.reason, stance.lang, stance.at)
)
_SAID = len(_LINE)
COLUMNS = _SAID + len(_ANSWERS)  # before the caller's own


def select_lines(*columns: Any) -> Any:
    """A select of all that ``line_view`` needs, then of these columns, oldest line first.

    Its caller joins the tables of the columns to ``Line``, and says whose lines to read.
    """
    return (
        select(*_LINE, *_ANSWERS, *columns)
        .select_from(Line)
        .join(Version, and_(Version.line_id == Line.id, Version.number == Line.number))
        .outerjoin(_PARTICIPANTS, _PARTICIPANTS.id == _newest("participant"))
        .outerjoin(_COACHS, _COACHS.id == _newest("coach"))
        .order_by(Line.id)
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
    ref, number, text, lang, card, doer, doer_name, due_on, *written = row[:_SAID]
    author, at, created_at, shared_at = written
    wording = Wording(text, lang, card, doer, doer_name, due_on)
    answers = (_stance(*row[_SAID : _SAID + 4]), _stance(*row[_SAID + 4 : COLUMNS]))
    return LineView(ref, number, wording, author, at, created_at, shared_at, *answers)


def _stance(value: Any, *rest: Any) -> StanceView | None:
    return StanceView(value, *rest) if value is not None else None
