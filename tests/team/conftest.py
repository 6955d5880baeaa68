"""The desk of a partner organisation."""

import pytest

from tests.support.people import staff
from tests.support.sharing import AUTHORITY, REGION
from webapp.domain.people import service


@pytest.fixture
def eva(store):
    """Eva at Arbetsförmedlingen, who reads English."""
    found = staff(store, "Eva", organisation=AUTHORITY, role="team")
    store.do(service.set_language, actor=found.actor, language="en")
    return found


@pytest.fixture
def ulf(store):
    """Ulf at the region."""
    found = staff(store, "Ulf", organisation=REGION, role="team")
    store.do(service.set_language, actor=found.actor, language="en")
    return found


@pytest.fixture
def desk(quickly, eva):
    """A browser in which Eva is signed in."""
    return quickly(eva)
