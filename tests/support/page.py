"""A page as somebody without JavaScript meets it."""

from functools import cached_property
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from werkzeug.test import TestResponse


class Page:
    """An answer of the application: where it came from, its status, and what stands on it."""

    def __init__(self, response: TestResponse, address: str) -> None:
        self.address = address
        self.status = response.status_code
        self.headers = response.headers
        shown = response.mimetype == "text/html" and not 300 <= response.status_code < 400
        self.html = response.get_data(as_text=True) if shown else ""
        self.body = response.get_data()

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The parsed page."""
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def _by_name(self) -> dict[str, list[Tag]]:
        found: dict[str, list[Tag]] = {}
        for tag in self.soup.find_all(True):
            found.setdefault(tag.name, []).append(tag)
        return found

    @cached_property
    def _by_attribute(self) -> dict[str, list[Tag]]:
        found: dict[str, list[Tag]] = {}
        for tag in self.soup.find_all(True):
            for attribute in tag.attrs:
                found.setdefault(attribute, []).append(tag)
        return found

    @property
    def path(self) -> str:
        """The address without host and query."""
        return urlsplit(self.address).path

    @property
    def place(self) -> str:
        """What the address opens the page at: the id of an element, or nothing."""
        return urlsplit(self.address).fragment

    @property
    def whole(self) -> bool:
        """A whole page, not a fragment for htmx."""
        return "<html" in self.html[:200].lower()

    @property
    def text(self) -> str:
        """What can be read on the page, with single spaces."""
        return words(self.soup.body or self.soup)

    @property
    def main(self) -> str:
        """What can be read in the main part."""
        return words(self.soup.main or self.soup)

    @property
    def h1(self) -> str:
        """The heading of the page."""
        found = self.named("h1")
        return words(found[0]) if found else ""

    def all(self, selector: str) -> list[Tag]:
        """Every element that the CSS selector finds."""
        return list(self.soup.select(selector))

    def named(self, *names: str) -> list[Tag]:
        """Every element with one of these names, in order."""
        if len(names) == 1:
            return self._by_name.get(names[0], [])
        return [each for each in self.soup.find_all(True) if each.name in names]

    def having(self, attribute: str) -> list[Tag]:
        """Every element with this attribute, in order."""
        return self._by_attribute.get(attribute, [])

    @property
    def attributes(self) -> set[str]:
        """The names of all attributes on the page."""
        return set(self._by_attribute)

    def one(self, selector: str) -> Tag:
        """The only element that the CSS selector finds."""
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} × {selector} on {self.address}"
        return found[0]

    def links(self) -> dict[str, str]:
        """The text of every link by its whole address."""
        return {
            self.resolve(str(link["href"])): words(link)
            for link in self.named("a")
            if link.get("href")
        }

    def resolve(self, address: str) -> str:
        """An address on this page as a whole one."""
        return urljoin(self.address, address)

    def errors(self) -> dict[str, str]:
        """What is said to be wrong, by the name of the field; "" for the form as a whole."""
        found: dict[str, str] = {}
        for element in self.all("[aria-describedby]"):
            for target in str(element["aria-describedby"]).split():
                said = self.soup.find(id=target)
                if said is not None and "error" in (said.get("class") or []):
                    found[_name(element)] = words(said)
        fields = set(found.values())
        loose = {words(each) for each in self.all(".summary li")} - fields
        return found | ({"": " ".join(sorted(loose))} if loose else {})

    def __repr__(self) -> str:
        return f"<Page {self.status} {self.address}>"


def words(element: Tag) -> str:
    """The text of an element with single spaces, as it is read."""
    return " ".join(element.get_text(" ").split())


def _name(element: Tag) -> str:
    field = element if element.has_attr("name") else element.select_one("[name]")
    return str(field["name"]) if field is not None else str(element.get("id", ""))
