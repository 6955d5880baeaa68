"""The words: easy enough to read, and translated in every language an instrument is offered in."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from webapp.domain.instruments.definitions import Instrument, Wording
from webapp.domain.instruments.load import catalogue, every_scale, instrument
from webapp.domain.instruments.wording import complete, every_wording, text

TRANSLATIONS = Path(__file__).parents[2] / "translations"
EASY, ORDINARY, LONGEST_SENTENCE, ENOUGH_WORDS = 25, 35, 15, 100


def wordings(one: Instrument) -> list[Wording]:
    """Every text a reader of the instrument meets, each once."""
    found = [one.title, one.purpose, one.intro, one.rhythm.text, one.scoring]
    for item in one.items:
        found += [item.wording, item.area, *([item.help] if item.help else [])]
        found += [option.wording for option in item.options]
    return list(dict.fromkeys(found))


def sentences(texts: list[str]) -> list[list[str]]:
    """The words of each sentence; a label without a full stop is a sentence of its own."""
    parts = [part for text in texts for part in re.split(r"[.!?:]+", text)]
    return [words for part in parts if (words := re.findall(r"\w+", part))]


def lix(texts: list[str]) -> float:
    """Words for each sentence, and the per cent of words with more than six letters."""
    found = sentences(texts)
    words = [word for sentence in found for word in sentence]
    return len(words) / len(found) + 100 * sum(len(word) > 6 for word in words) / len(words)


def enough(one: Instrument, level: str) -> list[str]:
    """The texts of the instrument, or of all of them when it has too few words to measure."""
    texts = [getattr(wording, level) for wording in wordings(one)]
    if sum(map(len, sentences(texts))) >= ENOUGH_WORDS:
        return texts
    every = [wording for other in catalogue().values() for wording in wordings(other)]
    return [getattr(wording, level) for wording in dict.fromkeys(every)]


def test_lix_by_hand():
    assert lix(["Jag vet vem jag ska ringa."]) == 6
    assert lix(["Jag kan. Jag vet vilka rättigheter jag har."]) == pytest.approx(4 + 100 / 8)


@pytest.mark.parametrize("one", catalogue().values(), ids=lambda one: one.name)
def test_easy_swedish_is_easy(one):
    assert lix(enough(one, "easy")) <= EASY


@pytest.mark.parametrize("one", catalogue().values(), ids=lambda one: one.name)
def test_ordinary_swedish_is_not_hard(one):
    assert lix(enough(one, "sv")) <= ORDINARY


@pytest.mark.parametrize("one", catalogue().values(), ids=lambda one: one.name)
def test_no_easy_sentence_is_long(one):
    for words in sentences([wording.easy for wording in wordings(one)]):
        assert len(words) <= LONGEST_SENTENCE, " ".join(words)


def test_every_wording_is_there_once():
    found = [swedish for swedish, _ in every_wording()]
    assert len(found) == len(set(found))
    used = {wording.sv for one in catalogue().values() for wording in wordings(one)}
    scales = {option.wording.sv for scale in every_scale() for option in scale.options}
    assert set(found) == used | scales
    assert all(comment for _, comment in every_wording())


def test_text_in_each_language():
    wording = Wording(sv="Mitt värde", easy="Vad jag är värd")
    translate = {"Mitt värde": "My worth"}.__getitem__
    assert text(wording, "sv", translate) == "Mitt värde"
    assert text(wording, "sv@easy", translate) == "Vad jag är värd"
    assert text(wording, "en", translate) == "My worth"


@pytest.mark.parametrize("untranslated", [lambda swedish: swedish, lambda _: ""])
def test_a_text_without_translation_is_easy_swedish(untranslated):
    assert text(Wording(sv="Mitt värde", easy="Vad jag är värd"), "so", untranslated) == (
        "Vad jag är värd"
    )


def test_an_instrument_is_complete_only_when_every_text_is_known():
    mote = instrument("MOTE")
    texts = {wording.sv for wording in wordings(mote)}
    assert complete(mote, texts.__contains__)
    for swedish in texts:
        assert not complete(mote, (texts - {swedish}).__contains__), swedish


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_translation_has_every_text_in_the_order_of_the_catalogue(language):
    with (TRANSLATIONS / language / "LC_MESSAGES" / "instruments.po").open("rb") as file:
        messages = [message for message in read_po(file, locale=language) if message.id]
    assert [message.id for message in messages] == [swedish for swedish, _ in every_wording()]
    for message in messages:
        assert message.string, message.id
        assert not message.fuzzy, message.id
    known = {message.id for message in messages}.__contains__
    assert all(complete(one, known) for one in catalogue().values())
