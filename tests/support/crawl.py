"""Every page somebody can reach by following links."""

from collections import Counter, deque
from urllib.parse import parse_qs, urlsplit

from tests.support.addresses import endpoint, is_page
from tests.support.browser import HOST, Browser
from tests.support.page import Page

MOST_OF_A_KIND = 4


def crawl(browser: Browser, *starts: str, most: int = MOST_OF_A_KIND) -> dict[str, Page]:
    """The pages by their address, each opened once; of one kind at most ``most``.

    A kind is a view together with the names in the query.
    """
    found: dict[str, Page] = {}
    kinds: Counter[tuple[str | None, tuple[str, ...]]] = Counter()
    waiting = deque(starts)
    while waiting:
        address = waiting.popleft()
        if address in found or kinds[_kind(browser, address)] >= most:
            continue
        kinds[_kind(browser, address)] += 1
        page = browser.get(address)
        found[address] = page
        waiting += [link for each in page.links() if (link := _inside(each))]
    return found


def _kind(browser: Browser, address: str) -> tuple[str | None, tuple[str, ...]]:
    parts = urlsplit(address)
    return endpoint(browser.app, parts.path, "GET"), tuple(sorted(parse_qs(parts.query)))


def _inside(address: str) -> str | None:
    """The address without host and place on the page, when it is a page of ours."""
    parts = urlsplit(address)
    if not address.startswith(HOST + "/") or not is_page(parts.path):
        return None
    return parts.path + (f"?{parts.query}" if parts.query else "")
