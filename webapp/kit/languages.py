"""The languages: one object gives code, tag, direction and own name, and one rule chooses."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unicodedata import bidirectional
from urllib.parse import quote

from babel import Locale
from flask import Response, g, has_request_context, request
from flask_babel import refresh

from webapp.domain.instruments.definitions import Item, Wording
from webapp.domain.instruments.load import instrument
from webapp.domain.instruments.wording import text as wording_text
from webapp.extensions import instruments
from webapp.kit.here import here
from webapp.settings import ROOT

FIRST = "sv"
COOKIE = "lang"
YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Language:
    """A language a person can choose. ``tag`` and ``dir`` are for HTML."""

    code: str
    tag: str
    dir: str
    name: str


@cache
def languages() -> tuple[Language, ...]:
    """The offered languages, in the order they are shown."""
    data = tomllib.loads((translations_folder() / "languages.toml").read_text("utf-8"))
    return tuple(_language(entry) for entry in data["language"] if entry.get("offered"))


@cache
def translations_folder() -> Path:
    """Where the catalogues are: beside the package, or inside an installed one."""
    beside = ROOT / "translations"
    return beside if beside.exists() else ROOT / "webapp" / "_translations"


def _language(entry: dict[str, str]) -> Language:
    return Language(entry["code"], entry["tag"], _direction(entry["name"]), entry["name"])


def _direction(own_name: str) -> str:
    """The direction of a language, as its own name is written.

    Babel would say the same, and keep a megabyte of each language that nobody here may read.
    """
    return "rtl" if bidirectional(own_name[0]) in ("R", "AL") else "ltr"


@cache
def by_code() -> dict[str, Language]:
    """The offered languages by code."""
    return {language.code: language for language in languages()}


def choose() -> str:
    """The code of the language of this request.

    A link's ``lang`` comes first, then the person's own choice, the cookie of this phone, what the
    browser asks for, and Swedish.
    """
    if not has_request_context():
        return FIRST
    wished = request.args.get("lang", "")
    if wished in by_code() and not g.get("only_content"):
        return wished
    person = getattr(g, "person", None)
    if person is not None and person.language in by_code():
        return str(person.language)
    kept = request.cookies.get(COOKIE, "")
    if kept in by_code():
        return kept
    spoken = g.get("spoken", "")
    return spoken if spoken in by_code() else _from_browser() or FIRST


def _from_browser() -> str | None:
    for tag, _quality in request.accept_languages:
        short = tag.replace("_", "-").split("-")[0].lower()
        if short in by_code():
            return short
    return None


def current() -> Language:
    """The language of this request."""
    kept = here()
    found: Language | None = kept.get("language")
    if found is None:
        found = kept.language = by_code()[choose()]
    return found


def carried(address: str) -> str:
    """An address in the language that this page's own address asks for, where no cookie says it."""
    wished = request.args.get("lang", "")
    if wished not in by_code():
        return address
    return f"{address}{'&' if '?' in address else '?'}lang={quote(wished)}"


def locale() -> Locale:
    """The language of this request as Babel knows it."""
    return _locale(current().code)


@cache
def _locale(code: str) -> Locale:
    return Locale.parse(code)


@cache
def written() -> tuple[tuple[str, str], ...]:
    """The languages people write in, as (tag, own name): more than those the page speaks."""
    data = tomllib.loads((translations_folder() / "languages.toml").read_text("utf-8"))
    return tuple((entry["tag"], entry["name"]) for entry in data["written"])


def own_words() -> str:
    """The tag of the language in which the person writes on this page."""
    person = getattr(g, "person", None)
    return (person.writes_in if person is not None else None) or current().tag


def keep(response: Response, code: str) -> Response:
    """This phone goes on in this language, also when nobody is signed in."""
    response.set_cookie(
        COOKIE, code, max_age=YEAR, samesite="Lax", secure=request.is_secure, httponly=True
    )
    return response


def speak(code: str) -> None:
    """This page is in this language, unless somebody has chosen another one."""
    g.spoken = code
    forget_current()


def keep_frame() -> None:
    """On this page ``lang`` in the address says what is shown, not how the page speaks."""
    g.only_content = True
    forget_current()


@contextmanager
def speaking(code: str) -> Iterator[Language]:
    """Inside this block texts are in another language than the page."""
    before = current()
    try:
        g.language = by_code()[code]
        refresh()
        yield g.language
    finally:
        g.language = before
        refresh()


def knows(swedish: str) -> bool:
    """Whether an instrument's text can be said in the language of this request."""
    if current().tag == FIRST:
        return True
    # A translation may look like the Swedish, so it is not enough to compare the two.
    return swedish in getattr(instruments.get_translations(), "_catalog", {})


def forget_current() -> None:
    """The person or the choice has changed within this request."""
    g.pop("language", None)
    refresh()


def say(wording: Wording) -> str:
    """An instrument's wording in the language of this request."""
    return wording_text(wording, current().code, instruments.gettext)


def say_answer(item_id: str, code: str) -> str:
    """The words of one answer to an item such as ``UTFA-01``, in the language of this request."""
    return answer_text(instrument(item_id.partition("-")[0]).item(item_id), code) or code


def answer_text(item: Item, code: str | None) -> str:
    """The words of an answer in the language of this request; empty when it is none of them."""
    return next((say(each.wording) for each in item.options if each.code == code), "")
