"""The moment at which tests begin, and a clock that can be moved."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

SWEDEN = ZoneInfo("Europe/Stockholm")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=SWEDEN)


@pytest.fixture
def clock(time_machine):
    """Monday 23 November 2026, ten o'clock in Sweden, and going on. ``clock.shift`` moves it."""
    time_machine.move_to(MONDAY.astimezone(UTC), tick=True)  # so the process keeps its time zone
    return time_machine
