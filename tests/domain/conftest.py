"""The rules hold on both databases: every test here that stores something runs twice."""

from datetime import timedelta

import pytest

from tests.support.booking import book
from tests.support.clock import MONDAY
from tests.support.databases import BOTH
from tests.support.people import staff
from tests.support.record import set_goal
from tests.support.sharing import AUTHORITY, REGION
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


@pytest.fixture
def goal(store, hodan):
    """Hodan's shared goal, which Amina has not answered."""
    return set_goal(store, hodan, "I want to work in a kitchen")


@pytest.fixture
def meeting(store, amina, hodan):
    """Hodan and Amina meet on Thursday at ten."""
    return book(store, amina, hodan, MONDAY + timedelta(days=3))


@pytest.fixture
def eva(store):
    """Eva at Arbetsförmedlingen."""
    return staff(store, "Eva", organisation=AUTHORITY, role="team")


@pytest.fixture
def ulf(store):
    """Ulf at the region, with whom nobody shares unless they say so."""
    return staff(store, "Ulf", organisation=REGION, role="team")
