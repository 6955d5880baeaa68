"""What the participant did since the two last met. Pure.

The list of people counts the same things in the database; a test holds the two together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from webapp.domain.agreement.rules import LineView
from webapp.domain.goals.rules import GoalView, StepView
from webapp.domain.instruments.definitions import Instrument
from webapp.domain.surveys.rules import ResponseView

NewsKind = Literal[
    "goal", "goal_edited", "step", "step_edited", "step_done", "paused", "reached", "dropped",
    "active", "said", "answered",
]  # fmt: skip


@dataclass(frozen=True)
class News:
    """One thing that changed. ``line`` or ``instrument`` says what."""

    kind: NewsKind
    at: datetime
    line: LineView | None = None
    instrument: Instrument | None = None


def news(
    goals: tuple[GoalView, ...],
    responses: tuple[ResponseView, ...],
    instruments: Iterable[Instrument],
    since: datetime,
) -> tuple[News, ...]:
    """What the participant did after ``since``, newest first."""
    titles = {each.id: each for each in instruments}
    found = [one for goal in goals for one in _of_goal(goal)]
    found += [
        News("answered", each.completed_at, instrument=titles[each.instrument])
        for each in responses
        if each.completed_at is not None
        and each.rater == "participant"
        and each.instrument in titles
    ]
    late = [one for one in found if one.at > since]
    return tuple(sorted(late, key=lambda one: one.at, reverse=True))


def _of_goal(goal: GoalView) -> Iterator[News]:
    line = goal.line
    yield from _of_line(line, "goal_edited" if line.edited else "goal")
    if goal.status_at > (line.shared_at or line.created_at):
        yield News(goal.status, goal.status_at, line)
    for step in goal.steps:
        yield from _of_step(step)


def _of_step(step: StepView) -> Iterator[News]:
    if step.done_at is None:
        yield from _of_line(step.line, "step_edited" if step.line.edited else "step")
    elif step.done_by == "participant":
        yield News("step_done", step.done_at, step.line)


def _of_line(line: LineView, kind: NewsKind) -> Iterator[News]:
    if line.author == "participant":
        # What was a draft becomes news when it is shared.
        yield News(kind, max(line.written_at, line.shared_at or line.written_at), line)
    elif line.participant is not None:
        yield News("said", line.participant.at, line)
