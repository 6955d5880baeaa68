"""Pure rules and views of what own words mean in Swedish."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from webapp.domain.errors import Invalid
from webapp.domain.texts import is_blank

Source = Literal["coach", "interpreter", "machine"]
Value = Literal["yes", "not_yet"]

SOURCES: tuple[Source, ...] = ("coach", "interpreter", "machine")
SAID_BY: tuple[Source, ...] = ("coach", "interpreter")  # what a person can choose
VALUES: tuple[Value, ...] = ("yes", "not_yet")
LONGEST_MEANING = 2000
LONGEST_INSTEAD = 1000
SWEDISH = "sv"


@dataclass(frozen=True)
class MeaningAnswerView:
    """What the participant says to a meaning. ``text`` is what was meant instead, if written."""

    value: Value
    text: str
    lang: str
    at: datetime


@dataclass(frozen=True)
class MeaningView:
    """What a text means in Swedish. ``by`` is the name of the member of staff who put it there."""

    ref: str
    text: str
    source: Source
    by: str
    at: datetime
    answer: MeaningAnswerView | None

    @property
    def confirmed(self) -> bool:
        """The participant has said: yes, that is what I meant."""
        return self.answer is not None and self.answer.value == "yes"

    @property
    def disputed(self) -> bool:
        """The participant has said: not yet."""
        return self.answer is not None and self.answer.value == "not_yet"


@dataclass(frozen=True)
class Meanings:
    """The newest meaning of each text of one person, found by the exact text and language."""

    by_digest: Mapping[str, MeaningView] = field(default_factory=dict)

    def of(self, text: str, lang: str) -> MeaningView | None:
        """What these words mean, or None. Words that were changed have no meaning any more."""
        return self.by_digest.get(digest(text, lang))

    def waiting(self, texts: Iterable[tuple[str, str]]) -> int:
        """For how many of these texts, as (text, language), the participant has not answered."""
        found = {digest(*each) for each in texts}
        return sum(view.answer is None for name, view in self.by_digest.items() if name in found)


def digest(text: str, lang: str) -> str:
    """A fingerprint of exactly this text in this language. 64 hex digits."""
    return hashlib.sha256(f"{lang}\n{text}".encode()).hexdigest()


def needs_meaning(text: str, lang: str) -> bool:
    """Whether a coach who reads Swedish needs to be told what it means."""
    primary = lang.replace("_", "-").partition("-")[0].lower()
    return primary not in ("", SWEDISH) and not is_blank(text)


def check_meaning(text: str, source: str) -> None:
    """Raises ``Invalid`` for a text that is empty or too long, or a source that does not exist."""
    if is_blank(text):
        raise Invalid("text", "empty")
    if len(text.strip()) > LONGEST_MEANING:
        raise Invalid("text", "long")
    if source not in SOURCES:
        raise Invalid("source", "unknown")


def check_answer(value: str, text: str) -> None:
    """Raises ``Invalid`` for an answer that does not exist, or too long words."""
    if value not in VALUES:
        raise Invalid("value", "unknown")
    if len(text.strip()) > LONGEST_INSTEAD:
        raise Invalid("text", "long")
