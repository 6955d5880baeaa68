"""Counting the statements that reach the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

WRITING = ("INSERT", "UPDATE", "DELETE")
ADMINISTRATION = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "SAVEPOINT", "RELEASE")


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """A list that fills with the statements of this block, without those about transactions."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.lstrip().upper().startswith(ADMINISTRATION):
            seen.append(" ".join(statement.split()))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def writes(seen: list[str]) -> list[str]:
    """Those that write, each as its first words: ``INSERT INTO log_entry``."""
    return [
        " ".join(each.split()[: 2 if each.upper().startswith("UPDATE") else 3])
        for each in seen
        if each.upper().startswith(WRITING)
    ]
