"""The catalogues of translations: which languages there are, and compiling them.

Two domains: `messages` (the interface, written in English) and `instruments` (the wording of the
surveys, written in Swedish). The build loads this file by its path, so it imports only Babel and
the standard library.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

DOMAINS = ("messages", "instruments")
PACKAGE = Path(__file__).resolve().parents[1]
# Beside the package in a working copy, inside it when installed from a wheel.
FOLDER = next(
    (p for p in (PACKAGE / "_translations", PACKAGE.parent / "translations") if p.is_dir()),
    PACKAGE.parent / "translations",
)
# Catalogues carry no date of their own: the same .po always gives the same .mo.
NO_DATE = datetime(2000, 1, 1, tzinfo=timezone.utc)  # noqa: UP017 - named as Babel names it
PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]")


class WrongPlaceholders(Exception):
    """A translation would break the page it stands on, so nothing was compiled from it."""


@dataclass(frozen=True)
class Language:
    """A language as it stands in languages.toml."""

    code: str
    name: str
    tag: str
    base: str | None = None
    offered: bool = False
    written_in: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    months_alone: tuple[str, ...] = ()


def languages(folder: Path = FOLDER) -> tuple[Language, ...]:
    """Every language of languages.toml, in the order shown."""
    with (folder / "languages.toml").open("rb") as file:
        rows = tomllib.load(file)["language"]
    return tuple(map(_language, rows))


def _language(row: dict[str, Any]) -> Language:
    lists = {key: tuple(value) for key, value in row.items() if isinstance(value, list)}
    return Language(**{**row, **lists})


def path_of(folder: Path, code: str, domain: str, suffix: str = "po") -> Path:
    """Where the catalogue of a language and domain is: `.po` source or compiled `.mo`."""
    return folder / code / "LC_MESSAGES" / f"{domain}.{suffix}"


def read(path: Path) -> Catalog:
    """The catalogue in a .po or .pot file; an empty one if there is no such file."""
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def first_of(text: str | tuple[str, ...] | list[str]) -> str:
    """The singular of a message id."""
    return text if isinstance(text, str) else text[0]


def entries(catalogue: Catalog) -> Iterator[Message]:
    """The messages of a catalogue without its header."""
    return (message for message in list(catalogue) if message.id)


def forms(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one for each plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def done(message: Message) -> bool:
    """Whether the message is translated in full and nobody has marked it as a guess."""
    return bool(forms(message)) and all(forms(message)) and not message.fuzzy


def wrong_placeholders(catalogue: Catalog) -> list[str]:
    """What in the translations would break or empty a page, one sentence each.

    A plural form may leave placeholders out ("one day left"), but the last, the general form may
    not, and no form may invent one.
    """
    problems = [
        f"{first_of(message.id)!r}: {error}"
        for message, errors in catalogue.check()
        for error in errors
    ]
    for message in filter(done, entries(catalogue)):
        general = message.id if isinstance(message.id, str) else message.id[-1]
        wanted = set(PLACEHOLDER.findall(general))
        if lost := wanted - set(PLACEHOLDER.findall(forms(message)[-1])):
            problems.append(f"{first_of(message.id)!r}: {', '.join(sorted(lost))} is missing")
    return problems


def combined(own: Catalog, base: Catalog) -> Catalog:
    """What is compiled: own finished translations, then the base language's, nothing unfinished.

    Unfinished messages are left out because Babel writes the ids of untranslated plurals into the
    .mo, where they would hide the words of a language further down.
    """
    for message in filter(done, entries(base)):
        mine = own.get(message.id, message.context)
        if mine is None:
            own.add(message.id, message.string, context=message.context)
        elif not done(mine):
            mine.string = message.string
            mine.flags.discard("fuzzy")
    for message in entries(own):
        if not done(message):
            own.delete(message.id, message.context)
    return own


def sources(folder: Path, language: Language, domain: str) -> list[Path]:
    """The .po files that a language's .mo is made of, its own first."""
    codes = filter(None, (language.code, language.base))
    return [path for code in codes if (path := path_of(folder, code, domain)).exists()]


def compile_one(folder: Path, language: Language, domain: str) -> Path:
    """Write the .mo of a language and domain.

    Raises WrongPlaceholders, and then leaves the .mo as it was.
    """
    own = read(path_of(folder, language.code, domain))
    if own.locale is None:
        own = Catalog(locale=language.code)
    base = read(path_of(folder, language.base, domain)) if language.base else Catalog()
    catalogue = combined(own, base)
    if domain == "messages" and (problems := wrong_placeholders(catalogue)):
        raise WrongPlaceholders(f"{language.code}/{domain}.po: " + "; ".join(problems))
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    target = path_of(folder, language.code, domain, "mo")
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        write_mo(file, catalogue)
    return target


def compile_all(folder: Path = FOLDER) -> list[Path]:
    """Compile every catalogue; returns the files written. Raises WrongPlaceholders."""
    return [
        compile_one(folder, language, domain)
        for language in languages(folder)
        for domain in DOMAINS
        if sources(folder, language, domain)
    ]


def stale(folder: Path = FOLDER) -> bool:
    """Whether a .mo is missing, or older than what it is compiled from.

    In an installed package the times of files only tell when they were unpacked.
    """
    dated = folder.parent != PACKAGE
    for language in languages(folder):
        for domain in DOMAINS:
            made_of = sources(folder, language, domain)
            target = path_of(folder, language.code, domain, "mo")
            newer = [folder / "languages.toml", *made_of] if dated else []
            if made_of and older(target, newer):
                return True
    return False


def older(target: Path, made_of: list[Path]) -> bool:
    """Whether a file is missing, or older than one of those it is made of."""
    if not target.exists():
        return True
    made = target.stat().st_mtime_ns
    return any(path.stat().st_mtime_ns > made for path in made_of)


if __name__ == "__main__":
    if stale():
        print(f"Compiled {len(compile_all())} catalogues.")
