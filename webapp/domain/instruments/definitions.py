"""What an instrument consists of. Values only: read once from a file, and never changed."""

from dataclasses import dataclass
from typing import Literal

Who = Literal["P", "C", "S", "M"]
Kind = Literal["scale", "choice", "text", "number"]
Form = Literal["start", "ongoing", "review", "exit"]
Per = Literal["person", "activity", "training", "staff"]
Naming = Literal["always", "choice", "never"]


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
    """When a round opens, and for how many days.

    Months are counted from the start of what ``per`` names: the person's participation, each
    activity by itself, the work training, or the year for staff. The first occasion asks the form
    ``start`` when the instrument has one, and every ``review_every`` of the later ones the form
    ``review``. An ``optional`` instrument is never asked for; it waits on its own page. Without
    any month, meeting or exit the instrument is living: a page or a log, with no rounds.
    """

    first_month: int | None
    every_months: int | None
    at_exit: bool
    after_meeting: bool
    open_days: int
    text: Wording
    per: Per = "person"
    optional: bool = False
    review_every: int | None = None

    @property
    def living(self) -> bool:
        """A page or a log that is always open, and has no rounds."""
        return self.every_months is None and not (self.at_exit or self.after_meeting)


@dataclass(frozen=True, slots=True)
class Item:
    """One question or statement.

    ``direction`` is 1 when a higher step is better and 0 when there is no better; nothing is
    reverse-worded. ``positive`` holds the steps that count as yes in a share. ``mirror`` names the
    item the other side answers about the same thing. ``reports`` names the published figures.
    ``forms`` are those in which it is asked. ``most`` is the highest number that can be given.
    ``from_log`` marks a number that is counted from what was noted, and asked of nobody.
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
    forms: tuple[Form, ...]
    most: int | None = None
    from_log: bool = False

    @property
    def options(self) -> tuple[Option, ...]:
        """Every answer that may be stored: the scale in order, then ``dk`` and ``skip``."""
        return (*(self.scale.options if self.scale else ()), *self.outside)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A published set of items.

    ``unnamed`` says that the participant may keep the answers from the coach, so that they are only
    counted; ``anonymous`` that they always are. ``publish_min_n`` is the least number of answers
    behind a printed percentage. ``retention_months`` counts from the end of the person's
    participation. ``content_hash`` is the SHA-256 of everything the file and its scales mean,
    stored with every response.
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
    anonymous: bool = False

    @property
    def naming(self) -> Naming:
        """Whether answers carry a name: always, as the participant chooses, or never."""
        if self.anonymous:
            return "never"
        return "choice" if self.unnamed else "always"

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

    def answered_by(self, who: Who, form: Form | None = None) -> tuple[Item, ...]:
        """The items that the participant (``P``), the coach (``C``), other staff (``S``) or
        management (``M``) answers, in order: all of them, or those of one form."""
        return tuple(
            item
            for item in self.items
            if who in item.who and not item.from_log and (form is None or form in item.forms)
        )
