"""What every answer tells the browser; the lint checks the rest of it on every page."""

import re
from dataclasses import replace

import pytest

from tests.support.apps import settings_for
from tests.support.browser import Browser
from webapp.kit.static import static_url


@pytest.fixture
def production(clock, database_url):
    """The application as it is on the net."""
    from webapp.app import create_app

    app = create_app(replace(settings_for(database_url), environment="production"))
    yield app
    app.extensions["engine"].dispose()


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_kept(browser):
    headers = browser.get("/").headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"unsafe|https?:|\*", policy)
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Robots-Tag"] == "noindex"


def test_a_file_is_kept_for_a_year_under_an_address_that_changes_with_it(browser):
    for name in ("built/app.css", "built/app.js", "icon.svg"):
        headers, _ = fetched(browser, name)
        assert "max-age=31536000" in headers["Cache-Control"]
        assert re.search(r"\?v=[0-9a-f]{10}$", static_url(name))


@pytest.mark.parametrize("name", ["built/app.css", "built/app.js"])
def test_files_are_sent_compressed_and_small(browser, name):
    _, plain = fetched(browser, name)
    headers, packed = fetched(browser, name, encoding="br")

    assert headers["Content-Encoding"] == "br"
    assert len(packed) < len(plain) / 2
    assert len(packed) < 30_000


def fetched(browser, name, encoding=""):
    """Headers and content of a static file."""
    with browser.client.get(static_url(name), headers={"Accept-Encoding": encoding}) as response:
        assert response.status_code == 200
        return response.headers, response.data


def test_over_the_net_cookies_are_secret_and_only_for_us(production):
    response = Browser(production).client.get("/", base_url="https://localhost")

    assert response.headers["Strict-Transport-Security"] == "max-age=31536000"
    cookies = [*response.headers.getlist("Set-Cookie")]
    assert cookies
    for cookie in cookies:
        for attribute in ("Secure", "HttpOnly", "SameSite=Lax"):
            assert attribute in cookie


def test_a_form_from_another_place_is_refused(app, world, quickly):
    """A page elsewhere can make the browser send a form, but it cannot know the token."""
    browser = quickly(world.hodan)
    page = browser.post("/me/goals/new/own", [("text", "x"), ("csrf_token", "wrong")], status=400)

    assert page.h1 == "That did not work"
    assert "x" not in browser.get("/me/goals").main.split()


@pytest.mark.parametrize("environment", ["test", "production"])
def test_a_page_after_an_error_of_ours_says_so_and_tells_nothing(
    production, app, environment, capsys, caplog, monkeypatch
):
    broken = app if environment == "test" else production
    broken.testing = False

    def view():
        raise ValueError("Hodan wants to move away")

    monkeypatch.setitem(broken.view_functions, "account.start", view)
    page = Browser(broken).get("/", status=500)

    assert page.h1 == "Something went wrong with us"
    written = capsys.readouterr()
    for text in (page.html, written.out, written.err, caplog.text):
        assert "move away" not in text
    assert "ValueError" in written.out + written.err


def test_a_page_that_does_not_exist_leads_back(browser):
    page = browser.get("/no/such/page", status=404)

    assert page.h1 == "We cannot find that page"
    assert "http://localhost/" in page.links()


def test_too_much_text_is_refused_before_it_is_read(app, world, quickly):
    browser = quickly(world.hodan)
    page = browser.post("/me/goals/new/own", [("text", "x" * 300_000)])

    assert page.status in (400, 413)
