"""What no browser sends by itself: strange bytes, endless numbers. Refused, never an error of ours.

On PostgreSQL, which is stricter than SQLite about what a text may hold.
"""

import pytest

from tests.support.apps import let_in
from tests.support.browser import Browser
from tests.support.databases import BOTH
from tests.support.store import Store
from tests.support.world import make_world


@pytest.fixture(params=BOTH)
def database_url(request):
    """Both databases, one after the other."""
    return request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")


@pytest.fixture
def people(app, store):
    """The world, and a browser of Hodan's and of Amina's."""
    found = make_world(store)
    return found, let_in(Browser(app), store, found.hodan), let_in(Browser(app), store, found.amina)


def test_strange_addresses_are_not_found(people, browser):
    world, phone, desk = people
    for strange in ("%00", "%FF", "%F0%9F%98%80", "%27%20or%201=1", "a" * 3000, "%2e%2e"):
        for who, place in (
            (phone, "/me/goals/{}"), (phone, "/me/goals/new/{}"), (phone, "/me/surveys/{}"),
            (phone, "/me/plan/{}"), (phone, "/me/steps/{}/edit"), (phone, "/me/ratings/{}"),
            (desk, "/coach/{}"), (desk, f"/coach/{world.hodan.ref}/plan/steps/{{}}"),
            (browser, "/i/{}"),
        ):  # fmt: skip
            page = who.get(place.format(strange), status=None)
            assert page.status in (400, 404), (place, strange, page)


def test_a_line_break_in_an_address_is_not_found_and_begins_no_header(people):
    _, phone, desk = people
    for who, place in ((phone, "/p/{}"), (desk, "/p/{}"), (desk, "/coach/paper/{}")):
        for strange in ("%0D%0ASet-Cookie:%20a=b", "a%0A", "%09"):
            page = who.get(place.format(strange), status=404)
            assert "a=b" not in page.headers.get("Set-Cookie", "")


def test_endless_numbers_are_not_found(people):
    _, phone, desk = people
    for number in ("0", "-1", "10", "99999999999999999999999"):
        assert phone.get(f"/me/surveys/egen/{number}", status=None).status == 404
        assert phone.get(f"/me/log/{number}000", status=None).status == 404
        assert desk.get(f"/coach?page={number}").status == 200


@pytest.mark.parametrize("strange", ["\x00", "a\x00b", "\ufffe", "\u202e", "\x1b[31m", "😀" * 50])
def test_strange_words_are_stored_or_refused(people, strange):
    world, phone, desk = people
    for browser, address, field in (
        (phone, "/me/goals/new/own", "text"), (phone, "/me/meetings/next", "text"),
        (phone, f"/me/plan/{world.proposal}", "reason"), (phone, "/me/surveys/mote/5", "text"),
        (desk, f"/coach/{world.hodan.ref}/plan/goals/new", "text"), (desk, "/coach/invite", "name"),
    ):  # fmt: skip
        browser.get(address)
        form = next(each for each in browser.forms() if field in each.names)
        choice = (
            {"value": "no"} if field == "reason" else {"who": "me"} if "who" in form.names else {}
        )
        page = form.fill(**{field: strange}, **choice).send()
        assert page.status in (200, 400, 422), (address, page)


def test_strange_ways_in_are_refused(browser, people):
    for address, values in (
        ("/enter", {"code": "\x00", "pin": "\x00"}),
        ("/enter", {"code": "😀" * 20, "pin": "٢٥٨٠"}),
        ("/staff/sign-in", {"email": "a\x00@example.org", "password": "\x00"}),
        ("/staff/sign-in", {"email": "x" * 5000, "password": "x" * 5000}),
        ("/", {"code": "\x00"}),
    ):
        browser.get(address)
        page = browser.form(sorted(values)[0]).fill(**values).send()
        assert page.status in (400, 422), (address, values, page)


def test_a_cookie_that_somebody_made_up_is_nobody(app, world_of_cookies):
    for name, value in (("minvag", "x"), ("minvag", "."), ("phone", "\x01"), ("lang", "%00")):
        browser = Browser(app)
        browser.client.set_cookie(name, value, domain="localhost")
        assert browser.get("/me").path == "/enter"


@pytest.fixture
def world_of_cookies(store) -> Store:
    """A database with people in it."""
    make_world(store)
    return store
