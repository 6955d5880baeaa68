"""What tests of the common door ask for."""

from collections.abc import Callable

import pytest

from tests.support.browser import Browser
from webapp.domain.people import service


@pytest.fixture
def desk(store, amina, quickly) -> Callable[[], Browser]:
    """``desk()`` signs Amina in, now: the clock may have been moved."""
    store.do(service.set_language, actor=amina.actor, language="en")
    return lambda: quickly(amina)
