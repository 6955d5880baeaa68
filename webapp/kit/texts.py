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


def gettext(text: str, /, **values: Any) -> Markup:
    """The text in the language of the page, with the values made safe for HTML."""
    known: dict[str, str] = g.texts
    found = known.get(text)
    if found is None:
        found = known[text] = get_translations().ugettext(text)
    return _filled(found, values)


def ngettext(one: str, many: str, num: int, /, **values: Any) -> Markup:
    """The form of the text that fits the number, in the language of the page."""
    text: str = get_translations().ungettext(one, many, num)
    return _filled(text, {"num": num, **values})


def _choose() -> dict[str, Any]:
    """Before a template is rendered: the texts of the language that is the reader's now."""
    g.texts = _of(get_locale())
    return {}


@cache
def _of(_language: Locale) -> dict[str, str]:
    return {}


def _filled(text: str, values: Mapping[str, Any]) -> Markup:
    safe = {
        name: value if isinstance(value, int | float) else apart(value)
        for name, value in values.items()
    }
    return Markup(text % safe)  # noqa: S704


def apart(value: Any) -> Markup:
    """A value set apart in its own direction, so that an Arabic name leaves a Swedish line whole.

    Values that are markup already say their direction themselves.
    """
    if isinstance(value, Markup) or not RIGHT_TO_LEFT.search(str(value)):
        return escape(value)
    return Markup("\u2068{}\u2069").format(value)
