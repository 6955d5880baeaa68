"""Hodan's phone."""

import pytest

from tests.support.people import staff
from tests.support.record import set_goal
from tests.support.sharing import AUTHORITY
from webapp.domain.people import service


@pytest.fixture
def phone(quickly, hodan):
    """A browser in which Hodan is signed in."""
    return quickly(hodan)


@pytest.fixture
def desk(quickly, store, amina):
    """A browser in which Amina, Hodan's coach, is signed in and reads English."""
    store.do(service.set_language, actor=amina.actor, language="en")
    return quickly(amina)


@pytest.fixture
def goal(store, hodan) -> str:
    """A goal that Hodan shares."""
    return set_goal(store, hodan, "Work in a kitchen")


@pytest.fixture
def eva(store):
    """Eva at Arbetsförmedlingen, who reads English."""
    found = staff(store, "Eva", organisation=AUTHORITY, role="team")
    store.do(service.set_language, actor=found.actor, language="en")
    return found
