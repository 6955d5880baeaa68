"""The rules hold on both databases: every test here that stores something runs twice."""

import pytest

from tests.support.clock import MONDAY
from tests.support.databases import BOTH
from tests.support.store import Store


@pytest.fixture(params=BOTH)
def database_url(request):
    """The address of this test's database: SQLite, then PostgreSQL."""
    return request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")


@pytest.fixture
def store(engine):
    """This test's database, on a Monday morning that lasts until the test moves ``store.at``."""
    found = Store(engine)
    found.at = MONDAY
    return found
