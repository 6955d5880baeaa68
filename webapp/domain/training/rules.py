"""Pure rules of work training: figures from the log, energy over time, expected and experienced.

Source: work-integrating social enterprises (choose what suits now, grow into new tasks, change
between tasks). The figures are TRAN-S1 and TRAN-S2, and what the coach reads before a meeting.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from webapp.domain.actors import Party
from webapp.domain.errors import Invalid
from webapp.domain.texts import is_blank

Direction = Literal["more", "less", "same"]
LEVELS = range(1, 6)
MOST_TASKS = 100
MOST_SUPPORT = 20
LONGEST_TASK = 120
LONGEST_REASON = 1000
LONGEST_SUPPORT = {"what": 200, "from_whom": 80, "contact": 120}
DAY = timedelta(days=1)
WINDOW = timedelta(days=14)  # many train two or three days a week
FEWEST_DAYS = 2  # with one day a trend would be a mood
STEP = Fraction(1, 2)  # half a face
AREAS = ("job", "network", "living", "support")


@dataclass(frozen=True)
class TaskView:
    """A task with its log. ``planned`` says who put it on the list of a week, by its Monday.

    ``days`` are those on which it was done, as far back as was read; ``first_on`` and ``last_on``
    are the first and the last of all.
    """

    ref: str
    title: str
    lang: str
    author: Party
    wished_on: date | None
    removed_on: date | None
    first_on: date | None = None
    last_on: date | None = None
    planned: Mapping[date, Party] = field(default_factory=dict)
    days: frozenset[date] = frozenset()

    @property
    def waits(self) -> bool:
        """It is wished for, and has not been done since."""
        if self.wished_on is None or self.removed_on is not None:
            return False
        return self.last_on is None or self.last_on < self.wished_on


@dataclass(frozen=True)
class Diary:
    """The tasks in the order they were added, and the energy day by day, oldest first."""

    tasks: tuple[TaskView, ...]
    energy: tuple[tuple[date, int], ...]

    @property
    def listed(self) -> tuple[TaskView, ...]:
        """The tasks that have not been taken away."""
        return tuple(task for task in self.tasks if task.removed_on is None)

    def of_week(self, day: date) -> tuple[TaskView, ...]:
        """The tasks on the list of that day's week, and those done that day anyway."""
        week = monday(day)
        return tuple(task for task in self.listed if week in task.planned or day in task.days)

    def level(self, day: date) -> int | None:
        """The energy of that day, or None."""
        return dict(self.energy).get(day)


@dataclass(frozen=True)
class Figures:
    """What the log says about a time. Units: tasks, and times a task was done on a day.

    ``different`` is TRAN-S1. ``chosen`` and ``assigned`` are times the participant, or the place,
    had put the task on the week's list; ``unplanned`` times are in neither. ``new`` are the tasks
    done for the first time ever, and ``waiting`` the wishes not met at the end.
    """

    different: int
    chosen: int
    assigned: int
    unplanned: int
    new: tuple[TaskView, ...]
    waiting: tuple[TaskView, ...]

    @property
    def share(self) -> int | None:
        """TRAN-S2: per cent chosen by the participant, of what somebody had put on a list."""
        total = self.chosen + self.assigned
        return round(100 * self.chosen / total) if total else None


@dataclass(frozen=True)
class Trend:
    """Energy in the last fourteen days and in the fourteen before. None: too few days."""

    now: Fraction | None
    before: Fraction | None

    @property
    def direction(self) -> Direction | None:
        """Which way, from half a step on."""
        if self.now is None or self.before is None:
            return None
        if abs(self.now - self.before) < STEP:
            return "same"
        return "more" if self.now > self.before else "less"


@dataclass(frozen=True)
class Compared:
    """One area: what was expected at the start and what it became. Steps 1 to 5, or None."""

    area: str
    expected: int | None
    experienced: int | None

    @property
    def direction(self) -> Direction | None:
        """Whether it became more, less or the same as expected."""
        if self.expected is None or self.experienced is None:
            return None
        if self.expected == self.experienced:
            return "same"
        return "more" if self.experienced > self.expected else "less"


def monday(day: date) -> date:
    """The day that begins the week."""
    return day - timedelta(days=day.weekday())


def month(day: date) -> tuple[date, date]:
    """The first day of the month, and the day itself."""
    return day.replace(day=1), day


def month_before(day: date) -> tuple[date, date]:
    """The first and the last day of the month before."""
    last = day.replace(day=1) - DAY
    return last.replace(day=1), last


def figures(tasks: Iterable[TaskView], first: date, last: date) -> Figures:
    """The figures from ``first`` to ``last``, both counted. Tasks taken away count while done."""
    ours = list(tasks)
    times = [(task, day) for task in ours for day in task.days if first <= day <= last]
    by = [task.planned.get(monday(day)) for task, day in times]
    return Figures(
        different=len({task.ref for task, _ in times}),
        chosen=by.count("participant"),
        assigned=by.count("coach"),
        unplanned=by.count(None),
        new=tuple(task for task in ours if task.first_on and first <= task.first_on <= last),
        waiting=tuple(task for task in ours if task.waits and (task.wished_on or last) <= last),
    )


def trend(energy: Sequence[tuple[date, int]], day: date) -> Trend:
    """How the energy has changed until ``day``."""
    return Trend(_mean(energy, day - WINDOW, day), _mean(energy, day - 2 * WINDOW, day - WINDOW))


def _mean(energy: Sequence[tuple[date, int]], after: date, until: date) -> Fraction | None:
    found = [level for day, level in energy if after < day <= until]
    return Fraction(sum(found), len(found)) if len(found) >= FEWEST_DAYS else None


def compared(expected: Mapping[str, str], experienced: Mapping[str, str]) -> tuple[Compared, ...]:
    """Area by area, from answer codes by item id: TRAN-E1 to E4, and TRAN-X1 to X4.

    An area without an answer, or with "don't know" or "skip", has None there.
    """
    return tuple(
        Compared(area, _step(expected.get(f"TRAN-E{n}")), _step(experienced.get(f"TRAN-X{n}")))
        for n, area in enumerate(AREAS, start=1)
    )


def _step(code: str | None) -> int | None:
    return int(code) if code in ("1", "2", "3", "4", "5") else None


def check_text(name: str, text: str, longest: int) -> str:
    """The text without spaces around it. Raises ``Invalid`` when it is empty or too long."""
    if is_blank(text):
        raise Invalid(name, "empty")
    if len(text.strip()) > longest:
        raise Invalid(name, "long")
    return text.strip()
