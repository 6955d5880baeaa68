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


@contextmanager
def transactions(engine: Engine, *, broken_by: str = "") -> Iterator["Transactions"]:
    """The transactions of this block that wrote something and were committed.

    With ``broken_by`` the power fails at the end of each with a statement that begins so: the
    commit raises ``KeyError``.
    """
    seen = Transactions(broken_by)
    listeners = (
        ("begin", seen.begin),
        ("before_cursor_execute", seen.told),
        ("commit", seen.commit),
    )
    for name, listener in listeners:
        event.listen(engine, name, listener)
    try:
        yield seen
    finally:
        for name, listener in listeners:
            event.remove(engine, name, listener)


class Transactions:
    """``done`` holds the writing statements of each transaction that was committed."""

    def __init__(self, broken_by: str) -> None:
        self.done: list[list[str]] = []
        self._broken_by = broken_by
        self._open: dict[int, list[str]] = {}

    def begin(self, connection: Any) -> None:
        """A transaction begins on this connection."""
        self._open[id(connection)] = []

    def told(self, connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        """A statement reaches the database."""
        if statement.lstrip().upper().startswith(WRITING):
            self._open.setdefault(id(connection), []).append(" ".join(statement.split()))

    def commit(self, connection: Any) -> None:
        """The transaction ends well, or does not."""
        statements = self._open.pop(id(connection), [])
        if self._broken_by and any(each.startswith(self._broken_by) for each in statements):
            raise KeyError(self._broken_by)
        if statements:
            self.done.append(statements)
