"""Pure rules of the handover: what can go on to the next coach, and what a letter can say."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from webapp.domain.errors import Invalid
from webapp.domain.texts import is_blank

Handed = Literal["goals", "important", "needs", "myself", "path", "steps"]
Reader = Literal["next", "now"]

LONGEST_LETTER = 2000
HANDED: tuple[Handed, ...] = ("goals", "important", "needs", "myself", "path", "steps")


@dataclass(frozen=True)
class LetterView:
    """ "What you should know about me", and what the participant has approved to go on."""

    text: str
    lang: str
    reader: Reader
    parts: tuple[Handed, ...]
    written_at: datetime
    approved_at: datetime | None
    taken_at: datetime | None = None


def check_letter(text: str, reader: str) -> None:
    """Raises ``Invalid`` for an empty or long letter, or one to nobody."""
    if is_blank(text):
        raise Invalid("text", "empty")
    if len(text) > LONGEST_LETTER:
        raise Invalid("text", "long")
    if reader not in ("next", "now"):
        raise Invalid("reader", "unknown")


def handed_parts(chosen: str) -> tuple[Handed, ...]:
    """The parts that a stored list names, in the order of the page."""
    names = chosen.split(",")
    return tuple(part for part in HANDED if part in names)
