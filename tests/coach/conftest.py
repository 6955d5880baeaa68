"""What tests of the coach's door ask for."""

from datetime import timedelta

import pytest

from tests.support.browser import Browser
from tests.support.clock import MONDAY
from tests.support.record import book
from webapp.domain.people import service


@pytest.fixture
def desk(store, amina, quickly) -> Browser:
    """Amina at her desk, who reads English."""
    store.do(service.set_language, actor=amina.actor, language="en")
    return quickly(amina)


@pytest.fixture
def phone(hodan, quickly) -> Browser:
    """Hodan's phone."""
    return quickly(hodan)


@pytest.fixture
def meeting(store, amina, hodan):
    """Hodan and Amina meet on Thursday at ten."""
    return book(store, amina, hodan, MONDAY + timedelta(days=3))
