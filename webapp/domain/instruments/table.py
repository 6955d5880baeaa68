"""Strict reading of one table of a catalogue file.

What is missing, of the wrong type or unknown is an error: a key somebody misspelled must never be
read as "not set".
"""

import re
from typing import Any, Final, TypeVar

from webapp.domain.instruments.definitions import InvalidInstrument, Wording

T = TypeVar("T")

PLACEHOLDER: Final = re.compile(
    r"ersätt den|\btodo\b|\btbd\b|lorem ipsum|platshållare|placeholder|xxx|<[^>]*>|\[[^]]*\]",
    re.IGNORECASE,
)


class Table:
    """A table being read. ``where`` names file and item in every error. Call ``end`` last."""

    def __init__(self, data: dict[str, Any], where: str) -> None:
        self._left = dict(data)
        self.where = where

    def wrong(self, problem: str) -> InvalidInstrument:
        """The error to raise about this table."""
        return InvalidInstrument(f"{self.where}: {problem}")

    def has(self, key: str) -> bool:
        """Whether the key is there and not read yet."""
        return key in self._left

    def holds(self, key: str, kind: type) -> bool:
        """Whether the key is there with a value of exactly this type."""
        return type(self._left.get(key)) is kind

    def take(self, key: str, kind: type[T]) -> T:
        """The value of the key, which must be there and of exactly this type."""
        if key not in self._left:
            raise self.wrong(f"{key} is missing")
        value = self._left.pop(key)
        if type(value) is not kind:
            raise self.wrong(f"{key} must be {kind.__name__}, not {type(value).__name__}")
        return value

    def number(self, key: str, *, least: int) -> int:
        """A whole number of at least ``least``."""
        value = self.take(key, int)
        if value < least:
            raise self.wrong(f"{key} must be at least {least}")
        return value

    def listed(self, key: str, kind: type[T]) -> tuple[T, ...]:
        """A list of values of one type, none of them twice."""
        values = self.take(key, list)
        if any(type(value) is not kind for value in values):
            raise self.wrong(f"{key} must be a list of {kind.__name__}")
        if len(set(values)) != len(values):
            raise self.wrong(f"{key} names the same thing twice")
        return tuple(values)

    def text(self, key: str) -> str:
        """A text somebody will read: not empty, without stray spaces, and not a placeholder."""
        value = self.take(key, str)
        if not value or value != value.strip():
            raise self.wrong(f"{key} is empty or has spaces around it")
        if PLACEHOLDER.search(value):
            raise self.wrong(f"{key} is a placeholder: {value!r}")
        return value

    def tables(self, key: str) -> list[dict[str, Any]]:
        """A list of tables, at least one."""
        rows = self.take(key, list)
        if not rows or any(type(row) is not dict for row in rows):
            raise self.wrong(f"{key} must be a list of tables")
        return rows

    def table(self, key: str) -> "Table":
        """A table inside this one."""
        return Table(self.take(key, dict), f"{self.where}: {key}")

    def here(self) -> Wording:
        """The keys ``sv`` and ``easy`` of this table. Easy Swedish is never optional."""
        return Wording(sv=self.text("sv"), easy=self.text("easy"))

    def wording(self, key: str) -> Wording:
        """A table of its own that holds ``sv`` and ``easy`` and nothing else."""
        inner = self.table(key)
        wording = inner.here()
        inner.end()
        return wording

    def end(self) -> None:
        """Raise when there is a key that nobody read."""
        if self._left:
            raise self.wrong(f"unknown key {', '.join(sorted(self._left))}")
