"""Pure rules of consent to share: what is open to an organisation at a moment.

Source: the guidance of Swedish authorities on consent in cooperation: it names the party, the
information, the purpose and the time, is never general, and can be taken back at any time.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from webapp.domain.errors import Invalid
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.texts import is_blank

Kind = Literal["goals", "activities", "path", "steps", "answers", "meetings"]
Purpose = Literal["plan", "support", "retell", "own"]
State = Literal["living", "withdrawn", "replaced", "over"]

KINDS: tuple[Kind, ...] = get_args(Kind)
SINGLE: tuple[Kind, ...] = ("goals", "activities", "path", "steps", "answers")
"""The kinds of which one thing can be shared without the rest. There is only one next meeting."""
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
OWN_WORDS: Purpose = "own"
LONGEST_PURPOSE = 300
MOST_MONTHS = 12
MOST_ITEMS = 100
LONGEST_REF = 16
SOON = timedelta(days=30)


@dataclass(frozen=True)
class Item:
    """Something to share: all of a kind, or one thing of it.

    ``ref`` is the thing's reference, and of an answer the id of what was asked.
    """

    kind: Kind
    ref: str | None = None


@dataclass(frozen=True)
class Offer:
    """What the participant is about to consent to. Nothing of it is stored yet.

    ``items`` has an order, as the same form sent twice must look the same.
    """

    organisation: str
    items: tuple[Item, ...]
    purpose: Purpose
    text: str
    lang: str
    until: date
    replaces: str = ""


@dataclass(frozen=True)
class ConsentView:
    """A consent as it was given, and how it ended if it has."""

    ref: str
    organisation: str
    items: frozenset[Item]
    purpose: Purpose
    text: str
    lang: str
    given_at: datetime
    until: date
    withdrawn_at: datetime | None = None
    replaced_at: datetime | None = None

    def state(self, now: datetime) -> State:
        """Living to the end of its last day in Sweden, unless taken back or replaced before."""
        if self.replaced_at is not None:
            return "replaced" if self.withdrawn_at is None else "withdrawn"
        if self.withdrawn_at is not None:
            return "withdrawn"
        return "living" if day_in_sweden(now) <= self.until else "over"

    def days_left(self, now: datetime) -> int:
        """How many days are left after today; 0 on the last one."""
        return (self.until - day_in_sweden(now)).days

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of which it opens everything, in their order."""
        return tuple(kind for kind in KINDS if Item(kind) in self.items)

    @property
    def single(self) -> frozenset[Item]:
        """The single things that it opens."""
        return frozenset(item for item in self.items if item.ref is not None)

    @property
    def partly(self) -> tuple[Kind, ...]:
        """The kinds of which it opens single things only, in their order."""
        known = {item.kind for item in self.single}
        return tuple(kind for kind in SINGLE if kind in known)


@dataclass(frozen=True)
class Opened:
    """What is open: whole kinds, and single things."""

    kinds: frozenset[Kind]
    single: frozenset[Item]

    def has(self, kind: Kind) -> bool:
        """Whether anything of this kind is open."""
        return kind in self.kinds or any(item.kind == kind for item in self.single)


def living(consents: Iterable[ConsentView], now: datetime) -> tuple[ConsentView, ...]:
    """The consents that hold at that moment, in their order."""
    return tuple(each for each in consents if each.given_at <= now and each.state(now) == "living")


def opened_to(consents: Iterable[ConsentView], organisation: str, now: datetime) -> Opened:
    """What is open to this organisation at that moment, by all its living consents together."""
    found = [each for each in living(consents, now) if each.organisation == organisation]
    return opened(item for each in found for item in each.items)


def opened(items: Iterable[Item]) -> Opened:
    """What these things open together."""
    known = frozenset(items)
    return Opened(
        frozenset(item.kind for item in known if item.ref is None),
        frozenset(item for item in known if item.ref is not None),
    )


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def check_items(items: tuple[Item, ...]) -> None:
    """Raises ``Invalid`` when nothing is to be shared, or something that does not exist."""
    if not items:
        raise Invalid("kinds", "empty")
    if len(items) > MOST_ITEMS:
        raise Invalid("kinds", "many")
    if not all(_exists(item) for item in items):
        raise Invalid("kinds", "unknown")


def _exists(item: Item) -> bool:
    if item.ref is None:
        return item.kind in KINDS
    return item.kind in SINGLE and 0 < len(item.ref) <= LONGEST_REF


def check_purpose(purpose: str, text: str) -> None:
    """Raises ``Invalid`` for a purpose that is not named, or own words that are empty or long."""
    if purpose not in PURPOSES:
        raise Invalid("purpose", "unknown")
    if purpose == OWN_WORDS and is_blank(text):
        raise Invalid("text", "empty")
    if len(text) > LONGEST_PURPOSE:
        raise Invalid("text", "long")


def chosen(until: date | None) -> date:
    """The day, when one was chosen. Raises ``Invalid``."""
    if until is None:
        raise Invalid("until", "empty")
    return until


def own_words(offer: Offer) -> str:
    """The purpose in own words, when it has no name: without space around, plain line breaks."""
    return offer.text.strip().replace("\r\n", "\n") if offer.purpose == OWN_WORDS else ""


def check_until(until: date, today: date) -> None:
    """Raises ``Invalid`` for a day that has been, or is more than twelve months away."""
    if until < today:
        raise Invalid("until", "past")
    if until > months_later(today, MOST_MONTHS):
        raise Invalid("until", "far")
