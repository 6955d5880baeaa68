"""A real Chromium on a real server. Without Chromium the tests are skipped, or fail on CI."""

import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import make_server

from tests.support.apps import settings_for
from tests.support.databases import missing
from tests.support.people import Colleague, Participant
from webapp.app import create_app

QUIET = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1200, "height": 900}}
# A cheap phone on a bad day: 400 kbit/s, 400 ms away, a quarter of the speed.
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all tests."""
    found = os.environ.get("CHROMIUM_PATH") or next(
        filter(None, map(shutil.which, ("chromium", "google-chrome"))), None
    )
    if not found:
        missing("Chromium (apt-get install chromium)", "REQUIRE_BROWSER")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, chromium_sandbox=os.geteuid() != 0, args=list(QUIET)
        )
        yield browser
        browser.close()


@pytest.fixture
def address(sqlite_url: str) -> Iterator[str]:
    """The address of a server with this test's database, on the real time."""
    app = create_app(settings_for(sqlite_url))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    app.extensions["engine"].dispose()


@dataclass
class Visit:
    """One person's browser."""

    context: BrowserContext
    page: Page
    address: str

    def open(self, path: str) -> Page:
        """Opens a page of the server."""
        self.page.goto(self.address + path)
        return self.page

    def enter(self, person: Participant, phone: str = "shared") -> Page:
        """Signs a participant in with code and PIN."""
        self.open("/enter?code=1")
        return self.give(person, phone)

    def give(self, person: Participant, phone: str = "shared") -> Page:
        """Gives code and PIN on the sign-in page that is open."""
        self.page.locator("[name=code]").fill(person.code)
        self.page.locator("[name=pin]").fill(person.pin)
        self.page.locator(f"[name=phone][value={phone}]").check()
        with self.page.expect_navigation():
            self.page.locator("main form .btn").first.click()
        return self.page

    def sign_out(self) -> None:
        """Signs out, and waits: nobody can go back from a page that has not come yet."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Sign out").click()

    def enter_as_staff(self, colleague: Colleague) -> Page:
        """Signs a member of staff in."""
        self.open("/staff/sign-in")
        self.page.locator("[name=email]").fill(colleague.email)
        self.page.locator("[name=password]").fill(colleague.password)
        self.page.locator("main form .btn").click()
        self.page.wait_for_url("**/coach")
        return self.page

    def slow(self) -> None:
        """From now on a cheap phone with bad reception."""
        session = self.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})


Visitor = Callable[..., Visit]


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visitor]:
    """``visit()`` gives a new phone, ``visit(DESK)`` a desk. An error in its console fails."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def new(kind: dict[str, Any] | None = None, **more: Any) -> Visit:
        context = chromium.new_context(**{"locale": "en", **(kind or PHONE), **more})
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if _bad(said) else None)
        contexts.append(context)
        return Visit(context, page, address)

    yield new
    for context in contexts:
        context.close()
    assert complaints == []


def _bad(said: Any) -> bool:
    # Browser and htmx tell a refused status to the console too; the tests look at those themselves.
    expected = ("Failed to load resource", "Response Status Error Code", "htmx:")
    return bool(said.type == "error" and not any(words in said.text for words in expected))


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """Fails when axe finds anything to complain about on the page."""
    axe = Axe()

    def check(page: Page) -> None:
        found = axe.run(page)
        assert found.violations_count == 0, found.generate_report()

    return check


@pytest.fixture
def demo(sqlite_url: str, monkeypatch) -> dict[str, dict[str, str]]:
    """The demo is loaded; how each of its people signs in, by name."""
    from tests.support.apps import settings_for
    from webapp.app import create_app

    runner = create_app(settings_for(sqlite_url)).test_cli_runner()
    people = json.loads(runner.invoke(args=["demo", "--json"]).stdout)
    return {person["name"]: person for person in people}
