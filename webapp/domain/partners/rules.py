"""The page that a partner organisation reads, as frozen values. Pure.

Each view holds only what stands on the page: no reasons, no numbers of rows, nobody's contacts.
"""

from dataclasses import dataclass
from datetime import date, datetime

from webapp.domain.instruments.definitions import Instrument, Item
from webapp.domain.sharing.rules import ConsentView, Kind, Opened
from webapp.domain.sharing.rules import Item as Thing
from webapp.domain.surveys.change import Comparison, is_named


@dataclass(frozen=True)
class SharedStep:
    """A step: what, who does it, by when, and whether it is done."""

    text: str
    lang: str
    doer: str | None
    doer_name: str
    due_on: date | None
    done_at: datetime | None
    agreed: bool


@dataclass(frozen=True)
class SharedGoal:
    """A goal with its steps. ``card`` is its picture, if it has no words of its own."""

    text: str
    lang: str
    card: str | None
    status: str
    agreed: bool
    steps: tuple[SharedStep, ...]


@dataclass(frozen=True)
class SharedThing:
    """Something else: an activity, an own step, an outcome, an entry of "my path" or a meeting.

    ``part`` is the lane, the moment, the picture or the section; ``more`` the organisation, the
    answer to an outcome or the name of the one to meet.
    """

    kind: str
    part: str
    text: str
    lang: str
    more: str
    months: int | None
    day: date | None
    until: date | None
    at: datetime | None


@dataclass(frozen=True)
class SharedAnswer:
    """One area: the answer now and the time before, as codes. ``before`` is None for the first."""

    item: Item
    now: str
    before: str | None


@dataclass(frozen=True)
class SharedAnswers:
    """One instrument, when it was answered, and each area of it."""

    instrument: Instrument
    now_at: datetime
    before_at: datetime | None
    areas: tuple[SharedAnswer, ...]


@dataclass(frozen=True)
class SharedPage:
    """All that the organisation reads. What is not open is empty, and ``opened`` says which."""

    name: str
    protected: bool
    organisation: str
    consents: tuple[ConsentView, ...]
    opened: Opened
    goals: tuple[SharedGoal, ...]
    things: tuple[SharedThing, ...]
    answers: tuple[SharedAnswers, ...]

    def of(self, *kinds: str) -> tuple[SharedThing, ...]:
        """The things of these kinds, in their order."""
        return tuple(each for each in self.things if each.kind in kinds)

    def has(self, kind: Kind) -> bool:
        """Whether something of this kind is open, also when there is nothing to read yet."""
        return self.opened.has(kind)


@dataclass(frozen=True)
class Named:
    """One thing that can be shared by itself, in words.

    ``of`` says what it is, ``part`` its picture, section or lane, ``text`` the words, the status of
    an outcome or the name of an instrument. ``shared``: the coach can read it. ``opens``: so can
    an organisation with which it is shared.
    """

    thing: Thing
    of: str
    part: str
    text: str
    lang: str
    day: date | None
    shared: bool
    opens: bool


def asked_by_itself(item: Item) -> bool:
    """Whether the answer is an area of its own: free text and what is never named is not."""
    return item.kind in ("scale", "choice") and is_named(item)


def answers_of(found: tuple[Comparison, ...]) -> tuple[SharedAnswers, ...]:
    """The areas of each instrument that have a name and an answer; free text is never there."""
    made = (
        SharedAnswers(one.instrument, one.now_at, one.before_at, _areas(one))
        for one in found
        if not one.subject
    )
    return tuple(each for each in made if each.areas)


def _areas(found: Comparison) -> tuple[SharedAnswer, ...]:
    before = found.before.codes if found.before else {}
    return tuple(
        SharedAnswer(item, found.now.codes[item.id], before.get(item.id))
        for item in found.instrument.answered_by("P")
        if asked_by_itself(item) and item.id in found.now.codes
    )
