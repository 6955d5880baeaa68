"""How answers change from round to round, area by area. Pure, and never one total.

Source: Danish guidance on measuring progress: small steps must be seen, each area by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from webapp.domain.instruments.comparable import continues
from webapp.domain.instruments.definitions import Instrument, Item
from webapp.domain.instruments.rules import Change, changes, check_code, lifted
from webapp.domain.surveys.rules import ResponseView

Reader = Literal["participant", "coach"]


@dataclass(frozen=True)
class Comparison:
    """An instrument now and the time before, the largest change first.

    ``earlier`` holds the rounds before those two, newest first. ``subject`` names the activity
    that is asked about, or is empty.
    """

    instrument: Instrument
    subject: str
    now_at: datetime
    before_at: datetime | None
    changes: tuple[Change, ...]
    now: ResponseView
    before: ResponseView | None
    earlier: tuple[ResponseView, ...] = ()

    @property
    def key(self) -> str:
        """What the series is called in an address, as its task."""
        name = self.instrument.id.lower()
        return f"{name}-{self.subject}" if self.subject else name

    @property
    def lifted(self) -> tuple[Change, ...]:
        """What fell by two steps, or stands at "not at all"."""
        return lifted(self.changes)

    @property
    def rounds(self) -> tuple[ResponseView, ...]:
        """Every round of this series that was read, newest first."""
        return (self.now, *([self.before] if self.before else []), *self.earlier)


@dataclass(frozen=True)
class Point:
    """One answer in time. ``step`` is None when the answer was no step, or there was none."""

    at: datetime
    step: int | None
    code: str | None


def compare(
    instrument: Instrument,
    responses: Iterable[ResponseView],
    *,
    reader: Reader = "participant",
    subject: str = "",
) -> Comparison | None:
    """The newest response of the participant to the instrument, beside the one before it.

    None without any, or when the newest response is to another series. The coach compares only
    what is shown with the person's name.
    """
    own = [
        each
        for each in responses
        if (each.instrument, each.subject, each.rater) == (instrument.id, subject, "participant")
        and each.answers
        and continues(instrument, each.version)
    ]
    if not own:
        return None
    now, before = own[0], own[1] if len(own) > 1 else None
    found = changes(instrument, _known(instrument, before), _known(instrument, now))
    if reader == "coach":
        found = tuple(one for one in found if instrument.item(one.item_id).show.coach == "named")
    return Comparison(
        instrument,
        subject,
        answered_at(now),
        answered_at(before) if before else None,
        found,
        now,
        before,
        tuple(own[2:]),
    )


def comparisons(
    instruments: Iterable[Instrument],
    responses: tuple[ResponseView, ...],
    *,
    reader: Reader = "participant",
) -> tuple[Comparison, ...]:
    """Every series that has an answer: one for each instrument, and each activity asked about."""
    subjects: dict[str, list[str]] = {}
    for each in responses:
        known = subjects.setdefault(each.instrument, [])
        if each.subject not in known:
            known.append(each.subject)
    return tuple(
        one
        for instrument in instruments
        for subject in subjects.get(instrument.id, ())
        if (one := compare(instrument, responses, reader=reader, subject=subject)) is not None
    )


def trend(found: Comparison, item: Item) -> tuple[Point, ...]:
    """The answers to one item over time, oldest first."""
    points = []
    for response in reversed(found.rounds):
        code = response.codes.get(item.id)
        step = check_code(item, code).value if code and item.kind == "scale" else None
        points.append(Point(answered_at(response), step, code))
    return tuple(points)


def answered_at(response: ResponseView) -> datetime:
    """When the response was sent, or opened when it is not."""
    return response.completed_at or response.opened_at


def _known(instrument: Instrument, response: ResponseView | None) -> dict[str, str]:
    """The codes of items that the instrument still has: a series may go on in a new version."""
    kept = {item.id for item in instrument.items}
    codes = response.codes if response else {}
    return {item: code for item, code in codes.items() if item in kept}
