"""Pure rules and views of own words and their meanings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from webapp.domain.errors import NotFound
from webapp.domain.meaning.rules import Meanings, MeaningView, digest

WordsKind = Literal[
    "line", "reason", "wish", "entry", "tried", "step", "no", "answer", "why", "task"
]


@dataclass(frozen=True)
class OwnWords:
    """One text that the participant has shared, as it stands now."""

    kind: WordsKind
    ref: str
    text: str
    lang: str
    at: datetime
    meaning: MeaningView | None = None

    @property
    def name(self) -> str:
        """What it is called in an address."""
        return f"{self.kind}-{self.ref}".lower()

    @property
    def digest(self) -> str:
        """The fingerprint that a form carries, to see that the words are still the same."""
        return digest(self.text, self.lang)


def with_meanings(texts: Iterable[OwnWords], meanings: Meanings) -> tuple[OwnWords, ...]:
    """The texts, each with its meaning if somebody has told it."""
    return tuple(
        OwnWords(
            each.kind, each.ref, each.text, each.lang, each.at, meanings.of(each.text, each.lang)
        )
        for each in texts
    )


def find(texts: Iterable[OwnWords], name: str) -> OwnWords:
    """The text that an address calls so. Raises ``NotFound``."""
    for each in texts:
        if each.name == name:
            return each
    raise NotFound


def without_meaning(texts: Iterable[OwnWords]) -> tuple[OwnWords, ...]:
    """What nobody has told the Swedish of."""
    return tuple(each for each in texts if each.meaning is None)


def unanswered(texts: Iterable[OwnWords]) -> tuple[OwnWords, ...]:
    """What the participant has not said yes or not yet to."""
    return tuple(each for each in texts if each.meaning and each.meaning.answer is None)
