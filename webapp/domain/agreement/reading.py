"""Reading lines as they stand now, with both answers."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, and_, select

from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.agreement.rules import LineView, StanceView, Wording


def with_stances(*columns: Any) -> Any:
    """A select of these columns and of all that ``line_views`` needs, oldest line first.

    Its caller joins the tables of the columns to ``Line``, and says whose lines to read.
    """
    return (
        select(*columns, *_LINE, *_WORDING, *_STANCE)
        .select_from(Line)
        .join(Version, and_(Version.line_id == Line.id, Version.number == Line.number))
        .outerjoin(Stance, Stance.version_id == Version.id)
        .order_by(Line.id, Stance.id)
    )


_LINE = (Line.id.label("line_id"), Line.ref, Line.number, Line.created_at, Line.shared_at)
_WORDING = (
    Version.text,
    Version.lang,
    Version.card,
    Version.doer,
    Version.doer_name,
    Version.due_on,
    Version.author,
    Version.at.label("written_at"),
)
_STANCE = (
    Stance.party,
    Stance.value,
    Stance.reason,
    Stance.lang.label("said_lang"),
    Stance.at.label("said_at"),
)


def line_views(rows: Iterable[Row[*tuple[Any, ...]]]) -> dict[int, LineView]:
    """Frozen views, by the line's number, from the rows of ``with_stances``."""
    firsts: dict[int, Row[*tuple[Any, ...]]] = {}
    said: dict[tuple[int, str], StanceView] = {}
    for row in rows:
        firsts.setdefault(row.line_id, row)
        if row.party is not None:
            # The newest comes last, and counts.
            said[row.line_id, row.party] = StanceView(
                row.value, row.reason, row.said_lang, row.said_at
            )
    return {number: _view(number, row, said) for number, row in firsts.items()}


def _view(
    number: int, row: Row[*tuple[Any, ...]], said: dict[tuple[int, str], StanceView]
) -> LineView:
    return LineView(
        ref=row.ref,
        number=row.number,
        wording=Wording(row.text, row.lang, row.card, row.doer, row.doer_name, row.due_on),
        author=row.author,
        written_at=row.written_at,
        created_at=row.created_at,
        shared_at=row.shared_at,
        participant=said.get((number, "participant")),
        coach=said.get((number, "coach")),
    )
