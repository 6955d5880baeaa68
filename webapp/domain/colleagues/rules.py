"""Pure rules: which questions staff answer, and what a group's answers may show."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from webapp.domain.errors import Invalid
from webapp.domain.instruments.definitions import Instrument, Item, Who
from webapp.domain.instruments.rules import CodeOutsideScale, check_code
from webapp.domain.people.rules import day_in_sweden

ASKED: Final[Mapping[str, Who]] = {"coach": "S", "team": "S", "project_leader": "M"}
SMALLEST_CELL: Final = 5
BOUNDS: Final = (0, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
OUTSIDE: Final = ("dk", "skip")


@dataclass(frozen=True)
class Cell:
    """One answer and how many gave it. ``count`` is None when it is hidden.

    A number's answers are put together in ranges, from ``low`` to ``high``.
    """

    code: str
    count: int | None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class Group:
    """How a group answered one item. Without cells there were fewer answers than ``least``.

    ``answered`` counts those who chose an answer; "don't know" and "do not want to" have cells of
    their own and are not part of it.
    """

    least: int
    answered: int | None
    cells: tuple[Cell, ...]

    @property
    def too_few(self) -> bool:
        """Nothing may be shown."""
        return not self.cells


@dataclass(frozen=True)
class Result:
    """The answers to one version of an instrument in one year, item by item."""

    occasion: str
    version: str
    items: tuple[tuple[Item, Group], ...]


def occasion(now: datetime) -> str:
    """The year it is in Sweden: no finer time is kept with an answer."""
    return str(day_in_sweden(now).year)


def questions(instrument: Instrument, role: str) -> tuple[Item, ...]:
    """What a member of staff in this role is asked about the work, in order.

    Own words are left out: a way of writing tells who wrote.
    """
    who = None if instrument.rhythm.living else ASKED.get(role)
    return tuple(
        item for item in (instrument.answered_by(who) if who else ()) if item.kind != "text"
    )


def asked_of_staff(instrument: Instrument) -> tuple[Item, ...]:
    """Everything of the instrument that staff in any role answer about the work.

    A log that is always open is no survey.
    """
    return tuple(
        item
        for item in instrument.items
        if not instrument.rhythm.living
        and set(item.who) & set(ASKED.values())
        and item.kind != "text"
        and not item.from_log
    )


def check_answer(item: Item, code: str) -> None:
    """Raises ``Invalid`` for the item when there is no answer, or none that it can have."""
    if not code:
        raise Invalid(item.id, "empty")
    if item.kind == "number" and code not in OUTSIDE:
        if not (code.isascii() and code.isdigit() and int(code) <= (item.most or 0)):
            raise Invalid(item.id, "number")
        return
    try:
        check_code(item, code)
    except CodeOutsideScale:
        raise Invalid(item.id, "unknown") from None


def group(item: Item, counts: Mapping[str, int], *, least: int) -> Group:
    """How many gave each answer, as far as nobody can be singled out.

    ``counts`` is by code. With fewer than ``least`` answers on the scale nothing is shown, not even
    how many there are. A cell of one to four is hidden, and so are the next smallest until the
    hidden ones cannot be worked out from the rest (Statistics Sweden: primary and secondary
    suppression). ``answered`` counts every cell, also those beside the scale: with a sum of only
    some of them a hidden cell could be worked out.
    """
    cells = _cells(item, counts)
    if sum(cell.count or 0 for cell in cells if cell.code not in OUTSIDE) < least:
        return Group(least, None, ())
    all_counts = [cell.count or 0 for cell in cells]
    hidden = _hidden(all_counts)
    shown = tuple(
        replace(cell, count=None) if place in hidden else cell for place, cell in enumerate(cells)
    )
    return Group(least, sum(all_counts), shown)


def _cells(item: Item, counts: Mapping[str, int]) -> list[Cell]:
    outside = [Cell(option.code, counts.get(option.code, 0)) for option in item.outside]
    if item.kind != "number":
        steps = item.scale.options if item.scale else ()
        return [Cell(option.code, counts.get(option.code, 0)) for option in steps] + outside
    most = item.most or 0
    numbers = [(int(code), count) for code, count in counts.items() if code not in OUTSIDE]
    highs = [*(bound for bound in BOUNDS if bound < most), most]
    lows = [0, *(high + 1 for high in highs)]
    return [_range(numbers, *limits) for limits in zip(lows, highs, strict=False)] + outside


def _range(numbers: list[tuple[int, int]], low: int, high: int) -> Cell:
    within = sum(count for number, count in numbers if low <= number <= high)
    return Cell(f"{low}-{high}", within, low, high)


def _hidden(counts: list[int]) -> set[int]:
    """The places to hide. Two at least, and five answers at least, when there is any."""
    small = sorted((count, place) for place, count in enumerate(counts) if count > 0)
    hidden = [pair for pair in small if pair[0] < SMALLEST_CELL]
    for pair in small[len(hidden) :] if hidden else []:
        if len(hidden) >= 2 and sum(count for count, _ in hidden) >= SMALLEST_CELL:
            break
        hidden.append(pair)
    return {place for _, place in hidden}
