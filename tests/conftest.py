"""What every test can ask for. The fixtures stand in tests/support, by subject."""

import os

import pytest
from hypothesis import HealthCheck, settings

pytest.register_assert_rewrite("tests.support")

pytest_plugins = (
    "tests.support.clock",
    "tests.support.databases",
    "tests.support.people",
    "tests.support.apps",
    "tests.support.explored",
)

# Each example makes its own people, so examples may share one database.
settings.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.register_profile("thorough", parent=settings.get_profile("house"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))
