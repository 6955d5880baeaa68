"""One row in every table, by plain SQL: for tests of migrations, which come before the models."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Column, Connection, MetaData, text
from sqlalchemy.sql import sqltypes

from webapp.domain.database import make_engine

Rows = dict[str, dict[str, Any]]
DAY, MOMENT = date(2026, 3, 29), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
# What a column must hold where the database checks it.
CHECKED = {
    "author": "coach",
    "made_by": "staff",
    "moment": "exit",
    "party": "coach",
    "proposed_by": "coach",
    "rater": "coach",
    "value": "yes",
    "status": "active",
    "lane": "find",
    "part": "need",
    "reader": "next",
    "source": "interpreter",
}


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """A transaction of its own, without the checks that a migration does without."""
    engine = make_engine(url, foreign_keys=False)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def tables(url: str) -> MetaData:
    """The tables that stand in the database, whatever the models say."""
    found = MetaData()
    with connected(url) as connection:
        found.reflect(connection)
    return found


def fill(url: str) -> Rows:
    """Writes one row in every table; gives the rows by table."""
    rows = {
        table.name: {column.name: _value(table.name, column) for column in table.columns}
        for table in tables(url).sorted_tables
        if table.name != "alembic_version"
    }
    with connected(url) as connection:
        for name, row in rows.items():
            columns = ", ".join(f'"{column}"' for column in row)
            marks = ", ".join(f":{column}" for column in row)
            connection.execute(text(f'INSERT INTO "{name}" ({columns}) VALUES ({marks})'), row)
    return rows


def _value(table: str, column: Column[Any]) -> Any:
    kind = column.type
    if column.name in CHECKED:
        return CHECKED[column.name]
    for family, value in (
        (sqltypes.Boolean, True),
        (sqltypes.Integer, 1),
        (sqltypes.DateTime, str(MOMENT)),
        (sqltypes.Date, str(DAY)),
    ):
        if isinstance(kind, family):
            return value
    return f"{table} å"[: getattr(kind, "length", None) or 100]


def lost(url: str, rows: Rows) -> list[str]:
    """The tables in which one of these rows no longer stands as it was."""
    missing = []
    with connected(url) as connection:
        for name, row in rows.items():
            found = connection.execute(text(f'SELECT * FROM "{name}"')).mappings().one_or_none()
            columns = row.keys() & (found or {}).keys()
            if not found or any(_plain(found[each]) != _plain(row[each]) for each in columns):
                missing.append(name)
    return missing


def _plain(value: Any) -> str:
    """A value as SQLite would give it back."""
    if isinstance(value, datetime):
        value = value.astimezone(UTC)
    return str(int(value) if isinstance(value, bool) else value)
