"""A database as tests use it: one transaction for each use case, as the application has it."""

import inspect
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import uuid4

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from webapp.domain.database import ReadingSession, reading_engine, transaction

T = TypeVar("T")
SECRET_KEY = "a key for tests only, and long enough for that"


class Store:
    """Does use cases and asks queries. ``at`` is their time; None is the time of the clock.

    A use case gets ``now``, ``secret`` and a new ``key`` by itself when it asks for them and the
    test does not say.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.at: datetime | None = None

    @property
    def now(self) -> datetime:
        """The time that use cases get."""
        return (self.at or datetime.now(UTC)).astimezone(UTC)

    def do(self, use_case: Callable[..., T], **given: Any) -> T:
        """Runs a use case in a transaction of its own."""
        with self.writing() as session:
            return use_case(session, **self._filled(use_case, given))

    def ask(self, query: Callable[..., T], **given: Any) -> T:
        """Runs a query in a session that refuses to write."""
        with ReadingSession(reading_engine(self.engine)) as session:
            return query(session, **self._filled(query, given))

    def writing(self) -> AbstractContextManager[Session]:
        """A transaction, for tests that do several things in one."""
        return transaction(self.engine)

    def _filled(self, function: Callable[..., Any], given: dict[str, Any]) -> dict[str, Any]:
        known = {"now": self.now, "secret": SECRET_KEY.encode(), "key": uuid4().hex}
        wanted = inspect.signature(function).parameters
        return {**{name: value for name, value in known.items() if name in wanted}, **given}
