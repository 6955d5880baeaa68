"""The database engine, with the settings that keep what was acknowledged."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Executable,
    Insert,
    QueuePool,
    Update,
    case,
    create_engine,
    event,
    func,
    select,
)
from sqlalchemy.orm import Session

from webapp.domain.statements import Found, execute

# FULL: an acknowledged answer survives a power cut. Immediate write transactions: a deferred one
# loses updates or fails at once when two people write.
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=10000",
    # In kB, for each connection. The system keeps the file in memory once for all of them.
    "cache_size=-1024",
    # What a statement keeps for a moment: in a file, SQLite makes ready 170 kB for each such table.
    "temp_store=MEMORY",
)

CANNOT_WRITE = "a reading session cannot write"


def make_engine(url: str, *, foreign_keys: bool = True) -> Engine:
    """An engine for SQLite or PostgreSQL.

    ``foreign_keys=False`` is for migrations on SQLite, where rebuilding a table with the keys on
    would delete the rows that point to it.
    """
    # The connection that was used last, as it still has in memory what it has read: on SQLite what
    # another one writes makes it forget.
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_use_lifo=True,
        pool_pre_ping=not url.startswith("sqlite"),
    )
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine, foreign_keys=foreign_keys)
    return engine


def _prepare_sqlite(engine: Engine, *, foreign_keys: bool) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in PRAGMAS:
            if foreign_keys or not pragma.startswith("foreign_keys"):
                connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("readonly")
        # To the driver at once: every page begins, and SQLAlchemy's way there takes long.
        driver: Any = connection.connection.dbapi_connection
        driver.execute("BEGIN" if reading else "BEGIN IMMEDIATE")


def reading_engine(engine: Engine) -> Engine:
    """The same pool, for transactions that only read: they never wait for a writer."""
    return engine.execution_options(readonly=True, postgresql_readonly=True)


class ReadingSession(Session):
    """A session that refuses to write, so that a GET cannot change anything by mistake.

    It has its connection from the start and ends it itself: the machinery that a session needs in
    order to write takes as long as two statements of a page.
    """

    def __init__(self, engine: Engine) -> None:
        self.connected = engine.connect()
        self.connected.begin()
        super().__init__(self.connected, expire_on_commit=False)

    def close(self) -> None:
        """Ends the transaction and gives the connection back."""
        if self.in_transaction():
            super().close()
        self.connected.close()


@event.listens_for(ReadingSession, "before_flush")
def _refuse(_session: Session, _context: Any, _instances: Any) -> None:
    raise RuntimeError(CANNOT_WRITE)


def one_at_a_time(session: Session, *names: str) -> None:
    """Lets one transaction at a time pass here with any of these names; others wait for its end."""
    # SQLite has one writer anyway. PostgreSQL would let two taps with one key run side by side.
    if session.get_bind().dialect.name == "postgresql":
        for name in sorted(names):  # in one order, so that nobody waits in a circle
            lock = func.pg_advisory_xact_lock(func.hashtextextended(name, 0))
            session.execute(select(lock))


def rows(session: Session, statement: Executable, **values: Any) -> Found:
    """What a statement of columns finds, given the values of its bound parameters.

    For the pages that are read most: the session's own ``execute`` takes many times as long. Keep
    the statement in its module, as it is compiled once. What waits to be written must have been
    flushed before.
    """
    return execute(session, statement, values)


def known_at(written: Any, shared: Any) -> Any:
    """The column of when others could read it: the day of a draft is nobody else's business."""
    return case((shared > written, shared), else_=written)


def change(session: Session, statement: Insert | Update, **values: Any) -> int:
    """Inserts or updates at once, past the session's own machinery as ``rows`` does.

    Gives how many rows were written. Raises ``RuntimeError`` in a session that only reads.
    """
    if isinstance(session, ReadingSession):
        raise RuntimeError(CANNOT_WRITE)
    return execute(session, statement, values).changed


class WritingSession(Session):
    """A session inside a transaction that has begun, and that others end."""

    def __init__(self, connection: Connection) -> None:
        self.connected = connection
        super().__init__(connection, expire_on_commit=False)


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """One use case, one transaction: commits at the end, or leaves nothing behind."""
    with engine.begin() as connection, WritingSession(connection) as session:
        yield session
        if session.in_transaction():  # something went through the session's own machinery
            session.commit()  # to the connection, which commits last
