"""What changed from one wording to the next, word by word. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from webapp.domain.agreement.rules import Wording

WORDS = re.compile(r"\s+|\S+")
MOST_WORDS = 400  # beyond it a comparison takes long, and nobody reads it word by word
ALIKE = 0.4  # below it the text is another one, and single words that stayed say nothing


@dataclass(frozen=True)
class Piece:
    """Some words. ``other`` when they stand only on this side of the change."""

    text: str
    other: bool


@dataclass(frozen=True)
class Change:
    """One wording and the next."""

    before: Wording
    now: Wording

    @property
    def text(self) -> bool:
        """Whether the words are other words, or the same in another language."""
        before, now = self.before, self.now
        return (before.text, before.lang, before.card) != (now.text, now.lang, now.card)

    @property
    def doer(self) -> bool:
        """Whether somebody else does it now."""
        before, now = self.before, self.now
        return (before.doer, before.doer_name) != (now.doer, now.doer_name)

    @property
    def due(self) -> bool:
        """Whether the day is another."""
        return self.before.due_on != self.now.due_on

    @property
    def removed(self) -> tuple[Piece, ...]:
        """The text before, in pieces: those that went away are ``other``."""
        return pieces(self.before.text, self.now.text)

    @property
    def added(self) -> tuple[Piece, ...]:
        """The text now, in pieces: those that are new are ``other``."""
        return pieces(self.now.text, self.before.text)


def pieces(text: str, against: str) -> tuple[Piece, ...]:
    """The text cut where it differs from the other. Joined again, the pieces are the text."""
    mine, theirs = WORDS.findall(text), WORDS.findall(against)
    if max(len(mine), len(theirs)) > MOST_WORDS:
        return (Piece(text, other=True),)
    found = SequenceMatcher(None, mine, theirs, autojunk=False)
    if found.ratio() < ALIKE:
        return (Piece(text, other=text != against),)
    return tuple(
        Piece("".join(mine[start:end]), other=kind != "equal")
        for kind, start, end, _, _ in found.get_opcodes()
        if end > start
    )
