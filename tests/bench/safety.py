"""Saved means saved: what a page has acknowledged is there after the server was killed."""

import time
from collections.abc import Iterator

from sqlalchemy import Engine, select

from tests.bench import client
from tests.bench.client import Job
from tests.bench.report import Figure
from tests.bench.scene import Scene, answering, crowd
from webapp.domain.audit.model import Receipt
from webapp.domain.database import make_engine

BEFORE_THE_KILL = 2.0  # seconds of answers
LEVELS = {0: "OFF", 1: "NORMAL", 2: "FULL", 3: "EXTRA"}


def measure(scene: Scene) -> Iterator[Figure]:
    """Kills the server while people answer, and looks for every receipt they were shown."""
    with scene.serving() as server:
        visitors = [answering(server, scene.cookie(name)) for name in crowd()]
        load = client.start(Job(server.port, BEFORE_THE_KILL * 10, visitors))
        time.sleep(BEFORE_THE_KILL)
        server.kill()
        shown = set(client.outcome(load).receipts)
    engine = make_engine(scene.database_url)
    lost = len(shown - _stored(engine))
    level = _synchronous(engine)
    engine.dispose()
    yield Figure("Answers acknowledged before the server was killed", len(shown))
    yield Figure("Of these, not there afterwards", lost, "", "0", lost == 0 and bool(shown))
    yield Figure(
        "SQLite writes to the disk: PRAGMA synchronous", level, "", "FULL", level == "FULL"
    )


def _stored(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(connection.scalars(select(Receipt.code)))


def _synchronous(engine: Engine) -> str:
    with engine.connect() as connection:
        return LEVELS[connection.exec_driver_sql("PRAGMA synchronous").scalar_one()]
