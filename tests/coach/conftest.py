"""What tests of the coach's door ask for."""

import pytest

from tests.support.browser import Browser
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
