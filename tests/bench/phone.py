"""What a visit costs on a phone: bytes and requests in Chromium, with nothing in its cache."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, ViewportSize, sync_playwright

from tests.bench.client import HOST
from tests.bench.report import Figure, at_most
from tests.bench.scene import Scene

SCREEN = ViewportSize(width=360, height=740)
MOST_FIRST, MOST_REQUESTS, MOST_LATER, MOST_SCRIPT = 45, 6, 8, 22  # kB and requests


@dataclass
class Traffic:
    """What went over the wire, headers included, by the address that was asked for."""

    sent: dict[str, int] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)

    @property
    def kilobytes(self) -> float:
        """All of it."""
        return sum(self.sent.values()) / 1000

    @property
    def asked(self) -> list[str]:
        """The addresses that the network was asked for, not those that the cache had."""
        return [self.addresses[one] for one, size in self.sent.items() if size]

    def of(self, ending: str) -> float:
        """The kilobytes of files whose path ends so."""
        return sum(
            size / 1000
            for one, size in self.sent.items()
            if urlsplit(self.addresses[one]).path.endswith(ending)
        )


def measure(scene: Scene) -> Iterator[Figure]:
    """The first visit, and a later page of somebody who is signed in."""
    if _chromium() is None:
        yield Figure("First visit on a phone (no Chromium here)", None, "kB")
        return
    with scene.serving() as server, _phone() as page:
        home = f"http://{HOST}:{server.port}"
        first = _visit(page, f"{home}/")
        yield at_most("First visit on a phone", first.kilobytes, MOST_FIRST, "kB")
        yield at_most("First visit: requests", len(first.asked), MOST_REQUESTS)
        origins = {urlsplit(address).netloc for address in first.asked}
        yield Figure("First visit: origins", len(origins), "", "1", len(origins) == 1)
        yield at_most("First visit: script", first.of(".js"), MOST_SCRIPT, "kB")
        name, value = scene.cookie("Hodan").split("=", 1)
        page.context.add_cookies([{"name": name, "value": value, "url": home}])
        _visit(page, f"{home}/me")
        for path in ("/me", "/me/goals"):
            later = _visit(page, home + path)
            yield at_most(f"A later page ({path})", later.kilobytes, MOST_LATER, "kB")


def _chromium() -> str | None:
    names = (os.environ.get("CHROMIUM_PATH"), "chromium", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), None)


@contextmanager
def _phone() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        context = browser.new_context(
            viewport=SCREEN, device_scale_factor=2, is_mobile=True, has_touch=True, locale="sv-SE"
        )
        yield context.new_page()
        browser.close()


def _visit(page: Page, address: str) -> Traffic:
    traffic = Traffic()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.requestWillBeSent", lambda told: _asked(traffic, told))
    network.on("Network.loadingFinished", lambda told: _finished(traffic, told))
    page.goto(address, wait_until="networkidle")
    network.detach()
    return traffic


def _asked(traffic: Traffic, told: dict[str, Any]) -> None:
    before = told.get("redirectResponse")
    if before is not None:
        redirect = f"{told['requestId']}-{len(traffic.sent)}"
        traffic.addresses[redirect] = before["url"]
        traffic.sent[redirect] = int(before["encodedDataLength"])
    traffic.addresses[told["requestId"]] = told["request"]["url"]


def _finished(traffic: Traffic, told: dict[str, Any]) -> None:
    if told["requestId"] in traffic.addresses:
        traffic.sent[told["requestId"]] = int(told["encodedDataLength"])
