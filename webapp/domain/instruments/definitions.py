"""What an instrument consists of. Values only: read once from a file, and never changed."""

from dataclasses import dataclass
from typing import Literal

Who = Literal["P", "C"]
Kind = Literal["scale", "choice", "text"]
Form = Literal["ongoing", "exit"]


class InvalidInstrument(ValueError):
    """A catalogue file cannot be used. The message names the file, the item and the fault."""


class UnknownInstrument(ValueError):
    """No such instrument, version or item in the catalogue."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The same text in ordinary Swedish (``sv``) and in easy Swedish (``easy``, lättläst)."""

    sv: str
    easy: str


@dataclass(frozen=True, slots=True)
class Option:
    """One answer a person can give. ``code`` is what is stored.

    ``value`` is the step on the scale, from 1 (low). It is None for a choice, and for ``dk`` (don't
    know) and ``skip`` (does not want to answer), which are never numbers.
    """

    code: str
    value: int | None
    wording: Wording


@dataclass(frozen=True, slots=True)
class Scale:
    """The answers in their order, lowest first."""

    id: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Show:
    """Who may see an answer. The coach: with its name, or never. The project: counted, or never.

    The participant always sees what they answered, and a mirror's answer once both have answered.
    """

    coach: Literal["named", "never"]
    project: Literal["group", "never"]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When a round opens, and for how many days. Months are counted from the person's start."""

    first_month: int | None
    every_months: int | None
    at_exit: bool
    after_meeting: bool
    open_days: int
    text: Wording


@dataclass(frozen=True, slots=True)
class Item:
    """One question or statement.

    ``direction`` is 1 when a higher step is better and 0 when there is no better; nothing is
    reverse-worded. ``positive`` holds the steps that count as yes in a share. ``mirror`` names the
    item the other side answers about the same thing. ``reports`` names the published figures.
    """

    id: str
    construct: str
    kind: Kind
    who: tuple[Who, ...]
    scale: Scale | None
    direction: int
    positive: frozenset[int]
    outside: tuple[Option, ...]
    mirror: str | None
    show: Show
    reports: tuple[str, ...]
    area: Wording
    wording: Wording
    help: Wording | None

    @property
    def options(self) -> tuple[Option, ...]:
        """Every answer that may be stored: the scale in order, then ``dk`` and ``skip``."""
        return (*(self.scale.options if self.scale else ()), *self.outside)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A published set of items.

    ``unnamed`` says that the participant may keep the answers from the coach, so that they are only
    counted. ``publish_min_n`` is the least number of answers behind a printed percentage.
    ``retention_months`` counts from the end of the person's participation. ``content_hash`` is the
    SHA-256 of everything the file and its scales mean, stored with every response.
    """

    id: str
    version: str
    who: tuple[Who, ...]
    forms: tuple[Form, ...]
    minutes: int
    publish_min_n: int
    retention_months: int
    unnamed: bool
    title: Wording
    purpose: Wording
    intro: Wording
    scoring: Wording
    rhythm: Rhythm
    items: tuple[Item, ...]
    content_hash: str

    @property
    def name(self) -> str:
        """Id and version in one, as the file is named: ``STOD-1.0``."""
        return f"{self.id}-{self.version}"

    def item(self, item_id: str) -> Item:
        """The item with this id. Raises UnknownInstrument when there is none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise UnknownInstrument(f"{self.name} has no item {item_id}")

    def answered_by(self, who: Who) -> tuple[Item, ...]:
        """The items the participant (``P``) or the coach (``C``) answers, in order."""
        return tuple(item for item in self.items if who in item.who)
