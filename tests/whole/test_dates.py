"""Dates in every language, as CLDR writes them. The app has the names itself, to save memory."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from babel import Locale
from babel.dates import format_date

from webapp.kit import clock
from webapp.kit.languages import languages, speaking

CODES = [language.code for language in languages()]


@pytest.mark.parametrize("code", CODES)
def test_every_day_of_two_years_is_written_as_cldr_does(app, code):
    locale = Locale.parse(code.split("@")[0])
    this = clock.today().year
    days = [date(this, 1, 1) + timedelta(days=number) for number in range(730)]
    with app.test_request_context(), speaking(code):
        for day in days:
            year = "" if day.year == this else " y"
            assert clock.day(day) == format_date(day, f"EEEE d MMMM{year}", locale)
            assert clock.month(day) == format_date(day, f"LLLL{year}", locale)
            assert clock.short_day(day) == format_date(day, "d MMMM", locale)


def test_a_moment_has_the_day_that_it_is_in_sweden(app):
    with app.test_request_context(), speaking("en"):
        assert clock.day(datetime(clock.today().year, 5, 3, 22, tzinfo=UTC)).endswith("4 May")


def test_a_page_with_dates_loads_no_data_of_cldr():
    """It takes megabytes for every language, in every worker."""
    script = (
        "from webapp.app import create_app; from webapp.settings import Settings\n"
        "from webapp.kit import clock, languages\n"
        "settings = Settings('test', 'x' * 40, 'sqlite://', 'http://here', 0, 'help@example.org')\n"
        "with create_app(settings).test_request_context():\n"
        "    for each in languages.languages():\n"
        "        with languages.speaking(each.code): print(clock.day_clock(clock.now()))\n"
        "from babel import core, localedata\n"
        "assert core._global_data is None and not localedata._cache\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stderr
    assert len(found.stdout.splitlines()) == len(CODES)
