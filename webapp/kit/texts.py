"""The texts of templates: each is looked up once for a language, then kept.

Jinja's own functions call many others for every text, and a page has forty texts.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import Locale
from flask import Flask, g
from flask_babel import get_locale, get_translations
from markupsafe import Markup, escape

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def init_app(app: Flask) -> None:
    """Gives templates these functions under the names that texts are collected by."""
    app.jinja_env.globals.update({"_": gettext, "gettext": gettext, "ngettext": ngettext})
    app.context_processor(_choose)


class Texts:
    """The texts of one language that pages have asked for until now."""

    def __init__(self, catalogue: Any) -> None:
        self.catalogue = catalogue
        self.found: dict[str, str] = {}
        self.ready: dict[str, Markup] = {}  # those without values to fill in


def gettext(text: str, /, **values: Any) -> Markup:
    """The text in the language of the page, with the values made safe for HTML."""
    texts: Texts = g.texts
    if not values and text in texts.ready:
        return texts.ready[text]
    if text not in texts.found:
        texts.found[text] = texts.catalogue.ugettext(text)
    whole = _filled(texts.found[text], values)
    if not values:
        texts.ready[text] = whole
    return whole


def constant(text: str) -> Markup:
    """The text in the language of now, for a template that is being compiled."""
    return _filled(str(_of(get_locale()).catalogue.ugettext(text)), {})


def ngettext(one: str, many: str, num: int, /, **values: Any) -> Markup:
    """The form of the text that fits the number, in the language of the page."""
    text: str = g.texts.catalogue.ungettext(one, many, num)
    return _filled(text, {"num": num, **values})


def _choose() -> dict[str, Any]:
    """Before a template is rendered: the texts of the language that is the reader's now."""
    g.texts = _of(get_locale())
    return {}


@cache
def _of(_language: Locale) -> Texts:
    return Texts(get_translations())


def _filled(text: str, values: Mapping[str, Any]) -> Markup:
    safe = {
        name: value if isinstance(value, int | float) else escape(value)
        for name, value in values.items()
    }
    return Markup(text % safe)  # noqa: S704
