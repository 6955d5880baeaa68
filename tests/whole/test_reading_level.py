"""The Swedish texts are easy to read, and the easy Swedish ones very easy.

LIX is words per sentence plus the percentage of words of more than six letters (Björnsson 1968).
Below 30 is very easy. It is a blunt tool that says nothing about one sentence, so it is counted
over a whole catalogue; short sentences and plain words are checked one by one.
"""

import re

import pytest
from babel.messages.pofile import read_po

from webapp.kit.catalogues import FOLDER, entries, forms, path_of

HIGHEST = {"sv": 35, "sv@easy": 25}
FEWEST_WORDS = 100
MOST_WORDS_IN_A_SENTENCE = 15
# Words of authorities, which easy Swedish says in another way. The start of the word is enough.
HARD = (
    "anmodan", "avse", "beakta", "bereda", "berörd", "beslutsunderlag", "beviljas", "dagordning",
    "deltagande", "ersättning", "erforderlig", "föranled", "handlägg", "inkom", "insats", "jämlikt",
    "komplettera", "referensgrupp", "samtyck", "sekretess", "sysselsättning", "underlag",
    "upprätta", "vidta", "åtgärd", "åligg",
)  # fmt: skip
PLACEHOLDER = re.compile(r"%\(\w+\)s")
END = re.compile(r"(?<=[.!?…])[”\s]+")
WORD = re.compile(r"[^\W_]+(?:[-.:][^\W_]+)*")


def texts(code: str) -> list[str]:
    """Every text of the interface in a language, with a name where a value would stand."""
    with path_of(FOLDER, code, "messages").open("rb") as file:
        catalogue = read_po(file)
    return [PLACEHOLDER.sub("Amina", text) for one in entries(catalogue) for text in forms(one)]


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence. A heading or a button counts as a sentence."""
    found = (WORD.findall(part) for part in END.split(text))
    return [words for words in found if words]


def lix(written: list[str]) -> float:
    """How hard some texts are, from about 10 to about 70."""
    parts = [words for text in written for words in sentences(text)]
    words = [word for part in parts for word in part]
    assert len(words) >= FEWEST_WORDS, "too little text for a figure"
    return len(words) / len(parts) + 100 * sum(len(word) > 6 for word in words) / len(words)


@pytest.mark.parametrize("code", HIGHEST)
def test_the_catalogue_is_easy_to_read(code):
    assert lix(texts(code)) <= HIGHEST[code]


@pytest.mark.parametrize("code", HIGHEST)
def test_the_running_text_is_easy_to_read(code):
    """Without headings and buttons, whose few words make the figure look better."""
    assert lix([text for text in texts(code) if text.endswith((".", "?", "!"))]) <= HIGHEST[code]


def test_easy_swedish_has_short_sentences():
    long = [
        " ".join(words)
        for text in texts("sv@easy")
        for words in sentences(text)
        if len(words) > MOST_WORDS_IN_A_SENTENCE
    ]

    assert not long, "\n".join(long)


def test_easy_swedish_has_no_words_of_authorities():
    hard = [
        text
        for text in texts("sv@easy")
        for word in WORD.findall(text.lower())
        if word.startswith(HARD) and f"det kallas {word}" not in text.lower()  # it is explained
    ]

    assert not hard, "\n".join(hard)


@pytest.mark.parametrize("code", HIGHEST)
def test_texts_have_printed_quotation_marks(code):
    wrong = [text for text in texts(code) if re.search(r"[\"'“„]", text)]

    assert not wrong, "\n".join(wrong)
