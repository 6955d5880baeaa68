"""The words of an instrument in the language somebody reads.

Swedish and easy Swedish stand in the catalogue. Every other language is looked up by the Swedish
text itself, so a wording that changes is untranslated until somebody translates it again.
"""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from webapp.domain.instruments.definitions import Instrument, Item, Wording
from webapp.domain.instruments.load import CATALOGUE, every_scale, every_version

PERSON = {"P": "participant", "C": "coach", "S": "staff", "M": "manager"}
KIND = {
    "scale": "statement, the {who} speaks",
    "choice": "question to the {who}",
    "text": "start of own words, the {who} goes on",
    "number": "question, the {who} answers with a number",
}


def every_wording(folder: Path = CATALOGUE) -> list[tuple[str, str]]:
    """Each Swedish text of the catalogue once, with a comment to the translator.

    The scales first, then each instrument as it is shown. A text in two places has the comment of
    the first.
    """
    first: dict[str, str] = {}
    versions = every_version(folder)
    for wording, comment in chain(
        _scale_wordings(folder), *map(_option_wordings, versions), *map(_wordings, versions)
    ):
        first.setdefault(wording.sv, comment)
    return list(first.items())


def text(wording: Wording, language_code: str, translate: Callable[[str], str]) -> str:
    """The wording in a language: ``sv``, ``sv@easy`` or one that ``translate`` looks up by Swedish.

    A text with no translation is shown in easy Swedish, which more people can read.
    """
    if language_code == "sv":
        return wording.sv
    if language_code == "sv@easy":
        return wording.easy
    translated = translate(wording.sv)
    return wording.easy if translated in ("", wording.sv) else translated


def complete(instrument: Instrument, known: Callable[[str], bool]) -> bool:
    """Whether every Swedish text of the instrument is ``known``, that is, has a translation.

    An instrument is offered in a language only then. Swedish and easy Swedish are always complete.
    """
    return not missing(instrument, known)


def missing(instrument: Instrument, known: Callable[[str], bool]) -> tuple[Wording, ...]:
    """The texts of the instrument that are not ``known``, each once, in the order shown."""
    every = chain(_wordings(instrument), _option_wordings(instrument))
    found = {wording.sv: wording for wording, _ in every}
    return tuple(wording for swedish, wording in found.items() if not known(swedish))


def _wordings(one: Instrument) -> Iterator[tuple[Wording, str]]:
    yield one.title, f"{one.id}: title of the questions"
    yield one.purpose, f"{one.id}: why we ask"
    yield one.intro, f"{one.id}: before the first question"
    yield one.rhythm.text, f"{one.id}: when the questions come"
    yield one.scoring, f"{one.id}: how we count; name the answers as you translated them"
    for item in one.items:
        yield from _item_wordings(item)


def _item_wordings(item: Item) -> Iterator[tuple[Wording, str]]:
    about = item.construct.replace("_", " ")
    kind = KIND[item.kind].format(who=PERSON[item.who[0]])
    yield item.wording, f"{item.id}: {kind}; about {about}"
    if item.help:
        yield item.help, f"{item.id}: explains the line above"
    yield item.area, f"{item.id}: short name in a chart; about {about}"


def _scale_wordings(folder: Path) -> Iterator[tuple[Wording, str]]:
    for scale in every_scale(folder):
        for place, option in enumerate(scale.options, start=1):
            yield option.wording, f"{scale.id}: answer {place} of {len(scale.options)}"


def _option_wordings(one: Instrument) -> Iterator[tuple[Wording, str]]:
    for item in one.items:
        for option in item.options:
            yield option.wording, f"answer {option.code}"
