"""Counting answers. Pure, and never a total: shares with their counts, and change for each area."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from webapp.domain.instruments.definitions import Instrument, Item, Option, Wording

Direction = Literal["up", "down", "same", "unknown"]

DROP: Final = 2
"""A fall of this many steps is sudden enough to be shown to the coach."""

LOWEST: Final = 1


class CodeOutsideScale(ValueError):
    """The code is not one of the answers this item can have."""


class NotScored(ValueError):
    """A share was asked of a choice or a text, which has no positive answers."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many answered yes, and how many everything else. Counts of people.

    ``answered`` are those who chose a step; the others stand beside it and are never part of it.
    """

    positive: int
    answered: int
    dont_know: int
    skipped: int
    unanswered: int

    @property
    def percent(self) -> float | None:
        """Positive of answered, 0 to 100; None when nobody answered."""
        return 100 * self.positive / self.answered if self.answered else None

    @property
    def asked(self) -> int:
        """Everybody who got the question."""
        return self.answered + self.dont_know + self.skipped + self.unanswered


@dataclass(frozen=True, slots=True)
class Change:
    """One area, last time and now. ``before`` and ``now`` are steps from 1 (low).

    A step is None when the person did not answer, did not know or did not want to: then the
    direction is unknown.
    """

    item_id: str
    area: Wording
    before: int | None
    now: int | None
    direction: Direction

    @property
    def steps(self) -> int:
        """How many steps up (positive) or down (negative); 0 when unknown."""
        return 0 if self.before is None or self.now is None else self.now - self.before


def check_code(item: Item, code: str) -> Option:
    """The answer that ``code`` stands for. Raises CodeOutsideScale when the item has none such."""
    for option in item.options:
        if option.code == code:
            return option
    raise CodeOutsideScale(f"{item.id} has no answer {code!r}")


def share(item: Item, codes: Iterable[str | None]) -> Share:
    """Count the answers of many people to one item. None is a person who has not answered.

    Raises NotScored for a choice or a text, and CodeOutsideScale for a code that is no answer.
    """
    if not item.positive:
        raise NotScored(item.id)
    counts = spread(item, codes)
    values = {option.code: option.value for option in item.options}
    steps = [code for code in counts if code is not None and values[code] is not None]
    return Share(
        positive=sum(counts[code] for code in steps if values[code] in item.positive),
        answered=sum(counts[code] for code in steps),
        dont_know=counts.get("dk", 0),
        skipped=counts.get("skip", 0),
        unanswered=counts[None],
    )


def spread(item: Item, codes: Iterable[str | None]) -> dict[str | None, int]:
    """How many gave each answer, in the order of the scale, with 0 for those nobody gave.

    The last key, None, counts those who have not answered. Raises CodeOutsideScale.
    """
    counts: dict[str | None, int] = {option.code: 0 for option in item.options}
    counts[None] = 0
    for code in codes:
        counts[None if code is None else check_code(item, code).code] += 1
    return counts


def changes(
    instrument: Instrument, before: Mapping[str, str], now: Mapping[str, str]
) -> tuple[Change, ...]:
    """What moved between two responses of one person, the largest change first.

    ``before`` and ``now`` hold codes by item id. Items in neither of them, choices and texts are
    left out; equal changes stand in the order of the instrument and unknown ones last. Raises
    CodeOutsideScale.
    """
    asked = before.keys() | now.keys()
    found = [
        _change(item, before.get(item.id), now.get(item.id))
        for item in instrument.items
        if item.kind == "scale" and item.id in asked
    ]
    return tuple(sorted(found, key=lambda one: (one.direction == "unknown", -abs(one.steps))))


def lifted(found: Iterable[Change]) -> tuple[Change, ...]:
    """The changes a coach should see before the meeting, in the order they came.

    A fall of two steps or more, or "no, not at all" now. In an alliance rating the trend and sudden
    falls say more than the level.
    """
    return tuple(one for one in found if one.steps <= -DROP or one.now == LOWEST)


def _change(item: Item, before: str | None, now: str | None) -> Change:
    was, is_now = _step(item, before), _step(item, now)
    return Change(item.id, item.area, was, is_now, _direction(was, is_now))


def _step(item: Item, code: str | None) -> int | None:
    return None if code is None else check_code(item, code).value


def _direction(before: int | None, now: int | None) -> Direction:
    if before is None or now is None:
        return "unknown"
    if before == now:
        return "same"
    return "up" if now > before else "down"
