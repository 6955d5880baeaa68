"""The request's database sessions: one that only reads, and one transaction that writes."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask, current_app, g
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from webapp.domain.database import ReadingSession, make_engine, reading_engine, transaction
from webapp.kit.here import here


def init_app(app: Flask, database_url: str) -> None:
    """Gives the application its engine. Each worker process makes its own."""
    engine = make_engine(database_url)
    app.extensions["engine"] = engine
    app.extensions["reading_engine"] = reading_engine(engine)
    app.teardown_appcontext(_close)


def engine() -> Engine:
    """The engine of the current application."""
    found: Engine = current_app.extensions["engine"]
    return found


def reading() -> Session:
    """The session that this request reads with. It refuses to write."""
    kept = here()
    found: Session | None = kept.get("reading")
    if found is None:
        found = kept.reading = ReadingSession(current_app.extensions["reading_engine"])
    return found


@contextmanager
def writing() -> Iterator[Session]:
    """One use case in one transaction: stored whole when the block ends, or not at all.

    Reading ends first, so that this request does not wait for itself.
    """
    _close()
    with transaction(engine()) as session:
        yield session


def _close(_error: BaseException | None = None) -> None:
    session = g.pop("reading", None)
    if session is not None:
        session.close()
