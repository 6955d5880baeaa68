"""Databases for tests: one migrated template each for SQLite and PostgreSQL, copied for each test.

A folder of tests chooses by its own fixture ``database_url``: SQLite unless it says otherwise.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from tests.support import postgres
from webapp.domain.database import make_engine
from webapp.kit.migrations import upgrade

BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgres)]
_numbers = count(1)


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
def postgres_template(postgres_server: str) -> str:
    """The name of a migrated PostgreSQL database."""
    create_database(postgres_server, "template_migrated", "template0")
    upgrade(address_of(postgres_server, "template_migrated"))
    return "template_migrated"


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a migrated SQLite database of this test's own."""
    path = tmp_path / "test.sqlite"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgres_url(postgres_server: str, postgres_template: str) -> Iterator[str]:
    """The address of a migrated PostgreSQL database of this test's own."""
    name = f"test_{next(_numbers)}"
    create_database(postgres_server, name, postgres_template)
    yield address_of(postgres_server, name)
    _administer(postgres_server, f'DROP DATABASE "{name}" WITH (FORCE)')


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


def address_of(server: str, database: str) -> str:
    """The address of another database on the same server."""
    return server.replace("/postgres?", f"/{database}?")


def create_database(server: str, name: str, template: str) -> None:
    """Makes a database as a copy of another."""
    _administer(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def _administer(server: str, statement: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
