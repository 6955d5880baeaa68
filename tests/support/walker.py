"""Finds every form that anybody can reach, and fills it in with words that can be found again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bs4 import Tag

from tests.support.addresses import endpoint
from tests.support.browser import Browser
from tests.support.form import UNSEEN, PageForm, kind_of

TYPED = {"date": "2026-12-01", "time": "10:30", "email": "amina@example.org", "number": "3"}


@dataclass(frozen=True)
class Place:
    """Where a form stands: who sees it, on which page, the how-manieth, and which button."""

    who: str
    address: str
    number: int
    button: int

    def form(self, browser: Browser) -> PageForm:
        """The form, on the page opened anew."""
        browser.get(self.address)
        return browser.forms()[self.number]


def places(browser: Browser, who: str, addresses: list[str]) -> Iterator[tuple[str, Place]]:
    """Every form with each of its buttons, by what it is for: ``participant.goal_status paused``.

    The name is that of the view, with the value of the button when it has one.
    """
    for address in addresses:
        browser.get(address)
        for number, form in enumerate(browser.forms()):
            for button, tag in enumerate(form.buttons):
                yield identity(browser, form, tag), Place(who, address, number, button)


def identity(browser: Browser, form: PageForm, button: Tag) -> str:
    """What the form with this button is for."""
    address = form.page.resolve(str(button.get("formaction") or form.action))
    view = endpoint(browser.app, urlsplit(address).path, form.method.upper())
    value = button.get("value") if button.get("name") else None
    return " ".join(filter(None, (str(view), str(value or ""))))


def fill_in(form: PageForm, wishes: Mapping[str, Any]) -> dict[str, str]:
    """Fills in every field somebody can see; gives what was typed, by field.

    ``wishes`` come first. Otherwise a text gets words of its own, a choice its first answer, and
    what is already filled in or may be left unticked stays.
    """
    typed: dict[str, str] = {}
    for number, control in enumerate(form.controls):
        name, kind = str(control["name"]), kind_of(control)
        if name in typed or kind in UNSEEN:
            continue
        if name in wishes:
            typed[name] = str(wishes[name])
        elif kind in ("select", "checkbox"):
            continue
        elif kind == "radio":
            typed[name] = form.options(name)[0]
        else:
            typed[name] = TYPED.get(kind, f"Violet lantern {number} by the {name}")
    form.fill(**{name: wishes.get(name, value) for name, value in typed.items()})
    return typed
