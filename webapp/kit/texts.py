"""The texts of templates: each is looked up once for a language, then kept.

Jinja's own functions call five others for every text, and a page has forty texts.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import Locale
from flask import Flask
from flask_babel import get_locale, get_translations
from markupsafe import Markup, escape


def init_app(app: Flask) -> None:
    """Gives templates these functions under the names that texts are collected by."""
    app.jinja_env.globals.update({"_": gettext, "gettext": gettext, "ngettext": ngettext})


def gettext(text: str, /, **values: Any) -> Markup:
    """The text in the reader's language, with the values made safe for HTML."""
    return _filled(_translated(get_locale(), text), values)


def ngettext(one: str, many: str, num: int, /, **values: Any) -> Markup:
    """The form of the text that fits the number, in the reader's language."""
    text: str = get_translations().ungettext(one, many, num)
    return _filled(text, {"num": num, **values})


@cache
def _translated(_locale: Locale, text: str) -> str:
    found: str = get_translations().ugettext(text)
    return found


def _filled(text: str, values: Mapping[str, Any]) -> Markup:
    safe = {
        name: value if isinstance(value, int | float) else escape(value)
        for name, value in values.items()
    }
    return Markup(text % safe)  # noqa: S704
