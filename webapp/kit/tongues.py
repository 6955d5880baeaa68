"""The languages of interpreters: by their own name, and by the name the reader knows."""

from typing import Any

from babel import Locale
from flask_babel import get_locale, gettext
from wtforms import StringField

from webapp.domain.meetings.booking_rules import Tongue
from webapp.kit import languages
from webapp.kit.forms import Form, Menu


class TongueForm(Form):
    """A form that asks for a language, in a list or in words. Each door has its own labels."""

    language: Menu
    other: StringField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.language.offer([("", gettext("Another language")), *tongue_choices()])

    @property
    def chosen(self) -> tuple[str, str]:
        """The tag of the language, or words for it. Written words come before the list."""
        other = (self.other.data or "").strip()
        return "" if other else (self.language.data or ""), other

    @property
    def untouched(self) -> bool:
        """Whether nobody has answered yet, so that what is known can be filled in."""
        return self.language.raw_data is None and not self.language.data

    def fill(self, known: Tongue, own: str) -> None:
        """Fills in the language that is known, or else the participant's ``own``."""
        self.language.data = known.language or ("" if known.other else own)
        self.other.data = known.other


def tongue_name(tongue: Tongue) -> str:
    """What the language is called: "Soomaali (somaliska)", or the words somebody has written."""
    return tongue.other or _name(tongue.language)


def tongue_choices() -> list[tuple[str, str]]:
    """Every language that can be chosen, as (tag, names)."""
    return [(tag, _name(tag)) for tag, _ in languages.written()]


def _name(tag: str) -> str:
    own = dict(languages.written()).get(tag, tag)
    known = _known(get_locale(), tag)
    return f"{own} ({known})" if known and known.casefold() != own.casefold() else own


def _known(reader: Locale | None, tag: str) -> str:
    names = reader.languages if reader is not None else {}
    return str(names.get(tag.replace("-", "_")) or names.get(tag.split("-")[0]) or "")
