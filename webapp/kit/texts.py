"""The texts of templates: each is looked up once for a language, then kept.

Jinja's own functions call many others for every text, and a page has forty texts.
"""

import re
from functools import cache
from typing import Any
from unicodedata import bidirectional

from babel import Locale
from flask import Flask, g
from flask_babel import get_locale, get_translations
from markupsafe import Markup, escape

from webapp.kit.here import here

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
FIRST_STRONG, POP = "\u2068", "\u2069"
# E-mail addresses, dates and telephone numbers: among Arabic letters their parts change places.
LEFT_TO_RIGHT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\+?[0-9]+(?:[-–/.][0-9]+)+(?: [0-9]+)*"
    r"|\+?[0-9](?: ?[0-9]){6,}",
    re.ASCII,
)


def init_app(app: Flask) -> None:
    """Gives templates these functions under the names that texts are collected by."""
    app.jinja_env.globals.update({"_": gettext, "gettext": gettext, "ngettext": ngettext})
    app.jinja_env.filters["own"] = own
    app.context_processor(_choose)


class Texts:
    """The texts of one language that pages have asked for until now.

    Each with whether a value may turn the order of the words around it.
    """

    def __init__(self, catalogue: Any) -> None:
        self.catalogue = catalogue
        self.found: dict[str, tuple[str, bool]] = {}
        self.ready: dict[str, Markup] = {}  # those without values to fill in

    def of(self, text: str) -> tuple[str, bool]:
        """The text in this language."""
        found = self.found.get(text)
        if found is None:
            found = self.found[text] = _told(self.catalogue.ugettext(text))
        return found


def gettext(text: str, /, **values: Any) -> Markup:
    """The text in the language of the page, with the values made safe for HTML."""
    texts: Texts = here().texts
    if values:
        return _filled(*texts.of(text), values)
    whole = texts.ready.get(text)
    if whole is None:
        whole = texts.ready[text] = _filled(*texts.of(text), values)
    return whole


def constant(text: str) -> Markup:
    """The text in the language of now, for a template that is being compiled."""
    return _filled(*_told(str(_of(get_locale()).catalogue.ugettext(text))), {})


def ngettext(one: str, many: str, num: int, /, **values: Any) -> Markup:
    """The form of the text that fits the number, in the language of the page."""
    text: str = here().texts.catalogue.ungettext(one, many, num)
    return _filled(*_told(text), {"num": num, **values})


def _choose() -> dict[str, Any]:
    """Before a template is rendered: the texts of the language that is the reader's now."""
    g.texts = _of(get_locale())
    return {}


@cache
def _of(_language: Locale) -> Texts:
    return Texts(get_translations())


def _told(text: str) -> tuple[str, bool]:
    return text, RIGHT_TO_LEFT.search(text) is None


def _filled(text: str, turns: bool, values: dict[str, Any]) -> Markup:
    for name, value in values.items():
        if not isinstance(value, int | float):
            values[name] = _isolated(value, turns)
    return Markup(text % values)  # noqa: S704


def _isolated(value: Any, turns: bool) -> Markup:
    """A value, kept from changing the order of the words around it.

    A sentence from right to left has its isolates in the translation already.
    """
    safe = escape(value)
    if not turns or safe.isascii() or hasattr(value, "__html__"):
        return safe
    if RIGHT_TO_LEFT.search(safe):
        return Markup(f"{FIRST_STRONG}{safe}{POP}")  # noqa: S704
    return safe


def direction(text: str) -> str:
    """The way the words run, from their first letter, for what cannot find it out by itself."""
    strong = (bidirectional(mark) for mark in text)
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), "L")
    return "ltr" if first == "L" else "rtl"


def own(text: str) -> Markup:
    """Somebody's own words for HTML. Numbers and addresses in Arabic keep their order."""
    safe = escape(text)
    if text.isascii() or not RIGHT_TO_LEFT.search(text):
        return safe
    return Markup(LEFT_TO_RIGHT.sub(r'<bdi dir="ltr">\g<0></bdi>', safe))  # noqa: S704
