"""Databases for tests: a copy of a migrated SQLite file for each, and one PostgreSQL, emptied.

A folder of tests chooses by its own fixture ``database_url``: SQLite unless it says otherwise.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from tests.support import postgres
from webapp.domain.database import make_engine
from webapp.domain.tables import METADATA
from webapp.kit.migrations import upgrade

BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgres)]


def missing(what: str, variable: str) -> None:
    """Skips the test for want of something; fails it where nothing may be missing."""
    if os.environ.get(variable) == "1":
        pytest.fail(f"{variable}=1, but {what}", pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory) -> Path:
    """A migrated SQLite file."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a running PostgreSQL server's first database."""
    with ExitStack() as stack:
        try:
            address = stack.enter_context(postgres.server())
        except postgres.NoPostgres as error:
            missing(f"PostgreSQL cannot be started: {error}", "REQUIRE_POSTGRES")
        yield address


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str) -> str:
    """The address of a migrated PostgreSQL database, which the tests use one after another."""
    address = new_database(postgres_server, "migrated")
    upgrade(address)
    return address


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a migrated SQLite database of this test's own."""
    path = tmp_path / "test.sqlite"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgres_url(postgres_database: str) -> Iterator[str]:
    """The address of a migrated, empty PostgreSQL database."""
    yield postgres_database
    _empty(postgres_database)


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The address of this test's database."""
    return sqlite_url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """The engine of this test's database, as the application makes it."""
    found = make_engine(database_url)
    yield found
    found.dispose()


def new_database(server: str, name: str) -> str:
    """Makes an empty PostgreSQL database and gives its address."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE template0'))
    engine.dispose()
    return server.replace("/postgres?", f"/{name}?")


def _empty(address: str) -> None:
    """Takes away every row. A new database for each test would take ten times as long."""
    engine = create_engine(address)
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid != pg_backend_pid()"
    with engine.begin() as connection:
        connection.execute(text(f"{others} AND datname = current_database()"))
        # Without triggers: the log refuses to be emptied.
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        for table in reversed(METADATA.sorted_tables):
            connection.execute(table.delete())
    engine.dispose()
