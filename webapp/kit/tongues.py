"""The languages of interpreters: by their own name, and by the name the reader knows."""

from babel import Locale
from flask_babel import get_locale

from webapp.domain.meetings.booking_rules import Tongue
from webapp.kit import languages


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
