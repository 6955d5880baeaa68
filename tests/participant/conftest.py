"""Hodan's phone."""

import pytest

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
