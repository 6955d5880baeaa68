"""Pure rules and views of obstacles: above all, what must not be written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from webapp.domain.codes import plain_digits
from webapp.domain.errors import Invalid
from webapp.domain.people.rules import has_personal_number
from webapp.domain.texts import as_read, is_blank

LONGEST_TEXT = 2000
LONGEST_COMMENT = 1000
NEW = "new"
E_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.\w+")
A_DAY = re.compile(r"(?<!\d)\d{1,2}[-/ ]\d{1,2}[-/ ](?:19|20)\d\d(?!\d)")
PHONE = re.compile(r"(?<![\d-])(?:\+|00|0)[1-9](?:[\s()/-]{0,2}\d){6,12}(?!\d)")


@dataclass(frozen=True)
class ChangeView:
    """What the entry became at one time, who wrote that, and who owns it from then on."""

    status: str
    owner: str
    owner_ref: str
    days_lost: int | None
    comment: str
    staff_name: str
    at: datetime


@dataclass(frozen=True)
class ObstacleView:
    """An entry as it was written, and its newest state."""

    ref: str
    kind: str
    party: str
    type: str
    text: str
    written_at: datetime
    staff_name: str
    organisation: str
    now: ChangeView


@dataclass(frozen=True)
class PartyCount:
    """One party: obstacles, how many of them are solved, days lost by them, and golden grains."""

    party: str
    obstacles: int
    solved: int
    days_lost: int
    golden_grains: int


def check_text(field: str, text: str, names: Iterable[str], *, longest: int) -> None:
    """Raises ``Invalid`` for a text that is too long or says who somebody is.

    ``names`` are those of the writer's own participants. What can be found by its form is found:
    the form asks people to leave out the rest.
    """
    if len(text) > longest:
        raise Invalid(field, "long")
    found = personal_data(text, names)
    if found:
        raise Invalid(field, found)


def check_happened(text: str, names: Iterable[str]) -> None:
    """Raises ``Invalid`` for what happened: empty, too long, or about a person."""
    if is_blank(text):
        raise Invalid("text", "empty")
    check_text("text", text, names, longest=LONGEST_TEXT)


def personal_data(text: str, names: Iterable[str]) -> str | None:
    """What personal data the text holds: ``number``, ``email``, ``phone`` or ``name``; else None.

    A full name counts in capitals or not, with a genitive s too. A name of one word only as it is
    written, since "per" is a word and Per a person.
    """
    if has_personal_number(text):
        return "number"
    plain = plain_digits(as_read(text))
    if E_MAIL.search(plain):
        return "email"
    if PHONE.search(A_DAY.sub("", plain)):
        return "phone"
    return "name" if any(_names(name, plain) for name in names) else None


def _names(name: str, text: str) -> bool:
    words = as_read(name).split()
    if not words:
        return False
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?:[’':]?s)?(?!\w)"
    return re.search(pattern, text, re.IGNORECASE if len(words) > 1 else 0) is not None
