"""Pure rules about activities: what runs, what runs side by side, and where the gaps are.

Activities are lanes, never a staircase: several run at once, and none has to come before another.
Breaks and changes of coach set people back, so both are shown. Source: BIP and Finsam's work with
it (parallel activities, no gaps), Supported Employment (find, get, keep).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Lane = Literal["find", "get", "keep", "training", "health", "studies"]
LANES: tuple[Lane, ...] = ("find", "get", "keep", "training", "health", "studies")
WORK_LANES: tuple[Lane, ...] = ("find", "get", "keep")
GAP_DAYS = 14
QUIET_DAYS = 30
DAY = timedelta(days=1)


@dataclass(frozen=True)
class ActivityView:
    """One activity, as everybody who may see it reads it."""

    ref: str
    lane: Lane
    title: str
    lang: str
    organisation: str
    contact_name: str
    contact_phone: str
    started_on: date
    ended_on: date | None

    def runs(self, day: date) -> bool:
        """Whether it goes on that day. The first and the last day count."""
        return self.started_on <= day and (self.ended_on is None or day <= self.ended_on)


@dataclass(frozen=True)
class Gap:
    """A break in the path, from its first day to its last, both counted.

    ``nothing``: no activity ran. ``coach``: the coach was changed that day.
    """

    kind: Literal["nothing", "coach"]
    first: date
    last: date

    @property
    def days(self) -> int:
        """How long it is, in days."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class WorkPath:
    """Everything that has gone on for a person, and the days on which the coach was changed."""

    activities: tuple[ActivityView, ...]
    coach_changes: tuple[date, ...]


@dataclass(frozen=True)
class Overview:
    """The path as it looks one day: what runs, what comes, what is over, and the breaks.

    ``breaks`` are newest first. ``gap`` is the one that goes on now. ``quiet`` names the lanes of
    find, get and keep that ask something about the support, with the days.
    """

    lanes: Mapping[Lane, tuple[ActivityView, ...]]
    coming: tuple[ActivityView, ...]
    over: tuple[ActivityView, ...]
    breaks: tuple[Gap, ...]
    gap: Gap | None
    quiet: Mapping[Lane, int]


def overview(path: WorkPath, started_on: date, day: date) -> Overview:
    """The path of somebody who came on ``started_on``, as it looks on ``day``."""
    ours = path.activities
    return Overview(
        lanes=side_by_side(ours, day),
        coming=tuple(one for one in ours if one.started_on > day),
        over=tuple(one for one in reversed(ours) if one.ended_on and one.ended_on < day),
        breaks=gaps(ours, path.coach_changes, started_on, day)[::-1],
        gap=gap_now(ours, started_on, day),
        quiet=quiet_lanes(ours, started_on, day),
    )


def running(activities: Iterable[ActivityView], day: date) -> tuple[ActivityView, ...]:
    """The activities that go on that day."""
    return tuple(one for one in activities if one.runs(day))


def side_by_side(
    activities: Iterable[ActivityView], day: date
) -> Mapping[Lane, tuple[ActivityView, ...]]:
    """What goes on that day, lane by lane. Lanes in which nothing goes on are not in it."""
    found = running(activities, day)
    lanes = {lane: tuple(one for one in found if one.lane == lane) for lane in LANES}
    return {lane: there for lane, there in lanes.items() if there}


def trained(activities: Iterable[ActivityView], day: date) -> bool:
    """Whether work training goes on that day, or has gone on."""
    return any(one.lane == "training" and one.started_on <= day for one in activities)


def gaps(
    activities: Iterable[ActivityView], coach_changes: Iterable[date], started_on: date, day: date
) -> tuple[Gap, ...]:
    """The breaks from ``started_on`` to ``day``, oldest first.

    A stretch without any activity counts from 14 days on; a change of coach always does.
    """
    empty = (gap for gap in _empty(activities, started_on, day) if gap.days >= GAP_DAYS)
    changed = (Gap("coach", on, on) for on in coach_changes if started_on <= on <= day)
    return tuple(sorted([*empty, *changed], key=lambda gap: (gap.first, gap.kind)))


def _empty(activities: Iterable[ActivityView], started_on: date, day: date) -> Iterator[Gap]:
    """The stretches in which nothing runs, however short."""
    free = started_on
    for one in sorted(activities, key=lambda one: one.started_on):
        until = min(one.started_on - DAY, day)
        if free <= until:
            yield Gap("nothing", free, until)
        free = max(free, (one.ended_on or day) + DAY)
    if free <= day:
        yield Gap("nothing", free, day)


def gap_now(activities: Iterable[ActivityView], started_on: date, day: date) -> Gap | None:
    """The break that goes on that day, when nothing has run for 14 days or more."""
    found = [gap for gap in gaps(activities, (), started_on, day) if gap.last == day]
    return found[0] if found else None


def quiet_lanes(
    activities: Iterable[ActivityView], started_on: date, day: date
) -> Mapping[Lane, int]:
    """The lanes of find, get and keep in which nothing has run for 30 days or more, with the days.

    It is a question about the support, never about the person.
    Source: Supported Employment, whose steps are all in use during the whole process.
    """
    found = {}
    for lane in WORK_LANES:
        ours = [one for one in activities if one.lane == lane]
        gap = next((gap for gap in _empty(ours, started_on, day) if gap.last == day), None)
        if gap is not None and gap.days >= QUIET_DAYS:
            found[lane] = gap.days
    return found
