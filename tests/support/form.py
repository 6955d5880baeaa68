"""Forms as they stand in the HTML: what is sent is what a browser would send, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bs4 import Tag

from tests.support.page import Page, words

if TYPE_CHECKING:
    from tests.support.browser import Browser

Fields = list[tuple[str, str]]


class PageForm:
    """One form of a page, to be filled in and sent."""

    def __init__(self, browser: Browser, page: Page, tag: Tag) -> None:
        self.browser, self.page, self.tag = browser, page, tag
        self._typed: dict[str, list[str]] = {}

    @property
    def method(self) -> str:
        """``get`` or ``post``."""
        return str(self.tag.get("method", "get")).lower()

    @property
    def action(self) -> str:
        """The address the form is sent to. Without an action, the page's own."""
        return self.page.resolve(str(self.tag.get("action") or self.page.address))

    @property
    def identity(self) -> str:
        """What the form is for, without anything personal: method, path, and buttons' names."""
        return f"{self.method} {urlsplit(self.action).path}"

    @property
    def controls(self) -> list[Tag]:
        """Everything in it that has a name and can be sent, hidden fields and buttons too."""
        inside = self.tag.select("input[name], select[name], textarea[name], button[name]")
        name = self.tag.get("id")
        outside = self.page.all(f'[form="{name}"][name]') if name else []
        both = {id(each): each for each in (*inside, *outside)}
        return [each for each in both.values() if not each.has_attr("disabled")]

    @property
    def names(self) -> set[str]:
        """The names of the fields that somebody can see."""
        return {str(each["name"]) for each in self.controls if kind_of(each) not in UNSEEN}

    @property
    def buttons(self) -> list[Tag]:
        """What sends the form, in order."""
        inside = self.tag.select("button, input[type=submit], input[type=image]")
        name = self.tag.get("id")
        outside = self.page.all(f'button[form="{name}"]') if name else []
        sends = [each for each in (*inside, *outside) if each.get("type", "submit") == "submit"]
        return [each for each in sends if not each.has_attr("disabled")]

    def options(self, name: str) -> list[str]:
        """The values of a choice, in order."""
        return [
            str(value.get("value", "on" if kind_of(value) == "checkbox" else words(value)))
            for each in self._named(name)
            for value in (each.select("option") if each.name == "select" else [each])
        ]

    def fill(self, **values: object) -> PageForm:
        """Types, chooses or ticks. A value may be a list; None or False empties or unticks.

        Fails when there is no such field, or no such choice.
        """
        for name, value in values.items():
            fields = self._named(name)
            wanted = [] if value in (None, False) else value if isinstance(value, list) else [value]
            typed = ["on" if each is True else str(each) for each in wanted]
            if kind_of(fields[0]) in ("radio", "checkbox", "select"):
                on = [each.get("value", "on") for each in fields] if True in wanted else []
                typed = [str(each) for each in on] or typed
                unknown = set(typed) - set(self.options(name))
                assert not unknown, f"{name} has no choice {unknown}, only {self.options(name)}"
            self._typed[name] = typed
        return self

    def fields(self, button: str | None = None) -> Fields:
        """What is sent when this button is pressed, named by its text or value.

        Without a name it is the first button, as when somebody presses Enter.
        """
        sent: Fields = []
        for name in dict.fromkeys(str(each["name"]) for each in self.controls):
            typed = self._typed.get(name)
            values = self._standing(name) if typed is None else typed
            sent += [(name, value) for value in values]
        pressed = self._button(button)
        if pressed is not None and pressed.get("name"):
            sent.append((str(pressed["name"]), str(pressed.get("value", ""))))
        return sent

    def send(self, button: str | None = None, *, htmx: bool = False, follow: bool = True) -> Page:
        """Presses the button, and gives the page that comes; or what comes before a redirect."""
        pressed = self._button(button)
        action = self.action
        if pressed is not None and pressed.get("formaction"):
            action = self.page.resolve(str(pressed["formaction"]))
        fields = self.fields(button)
        return self.browser.submit(self, action, fields, htmx=htmx, follow=follow)

    def _named(self, name: str) -> list[Tag]:
        found = [each for each in self.controls if each["name"] == name]
        assert found, f"no field {name} in {self!r}, only {sorted(self.names)}"
        return found

    def _button(self, wanted: str | None) -> Tag | None:
        if wanted is None:
            return self.buttons[0] if self.buttons else None
        for each in self.buttons:
            if wanted in (words(each), each.get("value"), each.get("name")):
                return each
        raise AssertionError(f"no button {wanted!r} in {self!r}: {[*map(words, self.buttons)]}")

    def _standing(self, name: str) -> list[str]:
        return [value for each in self.controls if each["name"] == name for value in _values(each)]

    def __repr__(self) -> str:
        return f"<form {self.identity} on {self.page.path}>"


UNSEEN = ("hidden", "submit", "button")


def kind_of(control: Tag) -> str:
    """``text``, ``radio``, ``select``, ``textarea``, ``submit`` …"""
    if control.name == "input":
        return str(control.get("type", "text")).lower()
    return "submit" if control.name == "button" else str(control.name)


def _values(control: Tag) -> list[str]:
    kind = kind_of(control)
    if kind in ("submit", "button", "image", "reset"):
        return []
    if kind in ("radio", "checkbox"):
        return [str(control.get("value", "on"))] if control.has_attr("checked") else []
    if kind == "textarea":
        # The first line break of a textarea is not part of its text.
        return [control.get_text().replace("\r\n", "\n").removeprefix("\n")]
    if kind == "select":
        options = control.select("option")
        chosen = [each for each in options if each.has_attr("selected")] or options[:1]
        return [str(each.get("value", words(each))) for each in chosen]
    return [str(control.get("value", ""))]
