"""Two lenses: how the participant and the coach see the same things. Pure.

Something to talk about, never a score of the person. Source: the way of using double ratings in
the BIP research and in KoNote's published design.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from webapp.domain.instruments.definitions import Instrument, Item
from webapp.domain.instruments.rules import check_code
from webapp.domain.surveys.change import answered_at
from webapp.domain.surveys.rules import ResponseView

APART = 2
"""From so many steps the two see something differently enough to talk about it first."""


@dataclass(frozen=True)
class Pair:
    """One area, seen by both. A step is None when that side gave no step."""

    item: Item
    mirror: Item
    participant: str | None
    coach: str | None

    @property
    def participant_step(self) -> int | None:
        """The participant's step, 1 to 5."""
        return _step(self.item, self.participant)

    @property
    def coach_step(self) -> int | None:
        """The coach's step, 1 to 5."""
        return _step(self.mirror, self.coach)

    @property
    def gap(self) -> int | None:
        """How many steps apart; None when one of them gave no step."""
        mine, theirs = self.participant_step, self.coach_step
        return None if mine is None or theirs is None else abs(mine - theirs)


@dataclass(frozen=True)
class Lenses:
    """The last round that both may see, the largest gap first."""

    instrument: Instrument
    at: datetime
    pairs: tuple[Pair, ...]

    @property
    def apart(self) -> tuple[Pair, ...]:
        """What the two see so differently that they should talk about it first."""
        return tuple(pair for pair in self.pairs if (pair.gap or 0) >= APART)


def lenses(instrument: Instrument, responses: Iterable[ResponseView]) -> Lenses | None:
    """Both sides of the last round in which both answered and both may see it, or None.

    ``responses`` are those that the reader may see, newest first; sealed answers are not in them.
    """
    sides: dict[str, dict[str, ResponseView]] = {}
    for each in responses:
        if (each.instrument, each.version) == (instrument.id, instrument.version):
            sides.setdefault(each.occasion, {})[each.rater] = each
    for both in sides.values():
        pairs = _pairs(instrument, both) if len(both) > 1 else ()
        if pairs:
            at = max(answered_at(each) for each in both.values())
            return Lenses(instrument, at, pairs)
    return None


def _pairs(instrument: Instrument, both: dict[str, ResponseView]) -> tuple[Pair, ...]:
    mine, theirs = both["participant"].codes, both["coach"].codes
    # The coach's own answers are always in the coach's hands: a pair needs the participant's too.
    found = [
        Pair(item, instrument.item(item.mirror), mine.get(item.id), theirs.get(item.mirror))
        for item in instrument.answered_by("P")
        if item.mirror and item.id in mine and item.mirror in theirs
    ]
    return tuple(sorted(found, key=lambda pair: -1 if pair.gap is None else pair.gap, reverse=True))


def _step(item: Item, code: str | None) -> int | None:
    return None if code is None else check_code(item, code).value
