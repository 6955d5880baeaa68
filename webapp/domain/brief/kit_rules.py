"""What goes with to the meeting, and in which order. Pure."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Literal, TypeVar, cast

T = TypeVar("T")
Kind = Literal["words", "goal", "rating"]
KINDS: tuple[Kind, ...] = ("words", "goal", "rating")
AFTER = "after"  # the name of what was written after the last meeting
MOST_CHOICES = 200
LONGEST_NAME = 60


@dataclass(frozen=True)
class Choice:
    """One thing, and whether it goes with. ``ref`` is its name, never its words."""

    kind: Kind
    ref: str
    comes: bool


@dataclass(frozen=True)
class Arranged(Generic[T]):
    """Things of one kind: those that go with, in order, and those that stay at home."""

    coming: tuple[T, ...]
    left: tuple[T, ...]


@dataclass(frozen=True)
class Kit:
    """The participant's choice, in one order. Without a choice everything shared goes with."""

    choices: tuple[Choice, ...] = ()
    saved_at: datetime | None = None

    @property
    def chosen(self) -> bool:
        """The participant has made a choice for this meeting."""
        return self.saved_at is not None

    def arrange(self, kind: Kind, found: Iterable[T], name: Callable[[T], str]) -> Arranged[T]:
        """The things in the participant's order. What is new since the choice goes with, last."""
        everything = self.ordered(kind, found, name)
        return Arranged(
            tuple(one for one in everything if self.comes(kind, name(one))),
            tuple(one for one in everything if not self.comes(kind, name(one))),
        )

    def ordered(self, kind: Kind, found: Iterable[T], name: Callable[[T], str]) -> list[T]:
        """The things in the participant's order, whether they go with or not."""
        place = self.placed()
        return sorted(found, key=lambda one: place(kind, name(one)))

    def placed(self) -> Callable[[Kind, str], tuple[int, int]]:
        """Says where each thing comes, whatever its kind. What is new comes last of its kind.

        Kinds of which nothing was chosen: own words first, then goals, then ratings.
        """
        places = {(one.kind, one.ref): place for place, one in enumerate(self.choices)}
        last = {kind: place for (kind, _), place in places.items()}
        none = {"words": -1, "goal": MOST_CHOICES, "rating": MOST_CHOICES + 1}

        def place(kind: Kind, ref: str) -> tuple[int, int]:
            known = places.get((kind, ref))
            return (last.get(kind, none[kind]), 1) if known is None else (known, 0)

        return place

    def comes(self, kind: Kind, ref: str) -> bool:
        """Whether this one goes with."""
        return all(one.comes for one in self.choices if (one.kind, one.ref) == (kind, ref))

    def named(self, kind: Kind, ref: str) -> bool:
        """Whether the participant has ticked this very one."""
        return Choice(kind, ref, True) in self.choices


def in_order(
    kit: Kit, found: Iterable[T], about: Callable[[T], tuple[Kind, str] | None]
) -> tuple[T, ...]:
    """The things in the order of the kit, those about nothing in it last; or as they came."""
    if not kit.chosen:
        return tuple(found)
    place, last = kit.placed(), (2 * MOST_CHOICES, 0)
    return tuple(sorted(found, key=lambda one: place(*named) if (named := about(one)) else last))


def moved(choices: tuple[Choice, ...], place: int, by: int) -> tuple[Choice, ...]:
    """The choices with the one at ``place`` (from 0) one step up (-1) or down (1).

    At the edge, or outside, nothing changes.
    """
    other = place + by
    if not (0 <= place < len(choices) and 0 <= other < len(choices)):
        return choices
    found = list(choices)
    found[place], found[other] = found[other], found[place]
    return tuple(found)


def to_text(choices: tuple[Choice, ...]) -> str:
    """The choices as they are stored."""
    return json.dumps([[one.kind, one.ref, one.comes] for one in choices])


def from_text(text: str) -> tuple[Choice, ...]:
    """What ``to_text`` wrote."""
    return tuple(Choice(cast(Kind, kind), ref, comes) for kind, ref, comes in json.loads(text))


def problem(choices: tuple[Choice, ...]) -> str | None:
    """Why a choice cannot be stored: ``many`` or ``unknown``; None when it can."""
    if len(choices) > MOST_CHOICES:
        return "many"
    names = [(one.kind, one.ref) for one in choices]
    strange = [one for one in choices if one.kind not in KINDS or len(one.ref) > LONGEST_NAME]
    return "unknown" if strange or len(set(names)) < len(names) else None
