"""How answers change from round to round, area by area. Pure, and never one total.

Source: Danish guidance on measuring progress: small steps must be seen, each area by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
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
    def areas(self) -> tuple[Item, ...]:
        """The items whose steps the coach may follow over time."""
        items = self.instrument.answered_by("P")
        return tuple(item for item in items if item.kind == "scale" and is_named(item))

    @cached_property
    def lifted(self) -> tuple[Change, ...]:
        """What fell by two steps, or stands at "not at all"."""
        return lifted(self.changes)

    @property
    def rounds(self) -> tuple[ResponseView, ...]:
        """Every round of this series that was read, newest first."""
        known = (self.now, *([self.before] if self.before else []), *self.earlier)
        return tuple(sorted(known, key=lambda each: each.opened_at, reverse=True))


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
    own = _series(instrument, responses, subject)
    if not own:
        return None
    now, before = own[0], _before(own)
    found = changes(instrument, _known(instrument, before, now), _known(instrument, now, now))
    if reader == "coach":
        found = tuple(one for one in found if is_named(instrument.item(one.item_id)))
    return Comparison(
        instrument,
        subject,
        answered_at(now),
        answered_at(before) if before else None,
        found,
        now,
        before,
        tuple(each for each in own[1:] if each is not before),
    )


def is_named(item: Item) -> bool:
    """Whether the coach may see an answer to it with the person's name."""
    return item.show.coach == "named"


def _series(
    instrument: Instrument, responses: Iterable[ResponseView], subject: str
) -> list[ResponseView]:
    """The participant's own responses that can be compared, newest first."""
    wanted = (instrument.id, subject, "participant")
    return [
        each
        for each in responses
        if (each.instrument, each.subject, each.rater) == wanted
        and each.answers
        and continues(instrument, each.version)
    ]


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
        if response.form not in item.forms:
            continue
        code = response.codes.get(item.id)
        step = check_code(item, code).value if code and item.kind == "scale" else None
        points.append(Point(answered_at(response), step, code))
    return tuple(points)


def answered_at(response: ResponseView) -> datetime:
    """When the response was sent, or opened when it is not."""
    return response.completed_at or response.opened_at


def _before(own: list[ResponseView]) -> ResponseView | None:
    """The last earlier response that answers some of the same: forms take turns."""
    asked = own[0].answers.keys()
    return next((each for each in own[1:] if asked & each.answers.keys()), None)


def _known(
    instrument: Instrument, response: ResponseView | None, now: ResponseView
) -> dict[str, str]:
    """The codes of items that are asked now: a series may go on in a new version or form."""
    kept = {item.id for item in instrument.items if now.form in item.forms}
    codes = response.codes if response else {}
    return {item: code for item, code in codes.items() if item in kept}
