"""Reading lines as they stand now, with both answers."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, and_, select

from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.agreement.rules import LineView, StanceView, Wording


def with_stances(*columns: Any) -> Any:
    """A select of all that ``line_views`` needs, then of these columns, oldest line first.

    Its caller joins the tables of the columns to ``Line``, and says whose lines to read.
    """
    return (
        select(*_LINE, *_WORDING, *_WRITTEN, *_STANCE, *columns)
        .select_from(Line)
        .join(Version, and_(Version.line_id == Line.id, Version.number == Line.number))
        .outerjoin(Stance, Stance.version_id == Version.id)
        .order_by(Line.id, Stance.id)
    )


_LINE = (Line.id, Line.ref, Line.number)
_WORDING = (
    Version.text,
    Version.lang,
    Version.card,
    Version.doer,
    Version.doer_name,
    Version.due_on,
)
_WRITTEN = (Version.author, Version.at, Line.created_at, Line.shared_at)
_STANCE = (Stance.party, Stance.value, Stance.reason, Stance.lang, Stance.at)
COLUMNS = 18  # before the caller's own
Found = Row[*tuple[Any, ...]]


def line_views(rows: Iterable[Found]) -> dict[int, LineView]:
    """Frozen views, by the line's id, from the rows of ``with_stances``."""
    # By place, as a column's name takes ten times as long and every page reads many lines.
    lines: dict[int, Found] = {}
    said: dict[tuple[int, str], StanceView] = {}
    for row in rows:
        lines.setdefault(row[0], row)
        if row[13] is not None:  # the newest comes last, and counts
            said[row[0], row[13]] = StanceView(*row[14:18])
    return {
        line_id: LineView(
            row[1],
            row[2],
            Wording(*row[3:9]),
            row[9],
            row[10],
            row[11],
            row[12],
            said.get((line_id, "participant")),
            said.get((line_id, "coach")),
        )
        for line_id, row in lines.items()
    }
