"""What tests of the project's door ask for."""

import pytest

from tests.support.browser import Browser
from webapp.domain.people import service


@pytest.fixture
def office(store, karin, quickly) -> Browser:
    """Karin in the office of the project, who reads English."""
    store.do(service.set_language, actor=karin.actor, language="en")
    return quickly(karin)
