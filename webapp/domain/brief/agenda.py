"""What to talk about: what the participant takes along, and suggested points. Pure."""

from dataclasses import dataclass
from typing import Literal

from webapp.domain.agreement.rules import LineView
from webapp.domain.brief.kit_rules import AFTER, Kind
from webapp.domain.goals.rules import GoalView, not_agreed
from webapp.domain.instruments.definitions import Instrument
from webapp.domain.instruments.rules import Change
from webapp.domain.meetings.rules import WishView
from webapp.domain.surveys.change import Comparison
from webapp.domain.surveys.lenses import Lenses, Pair

AgendaKind = Literal["wishes", "lifted", "apart", "not_agreed", "no_steps", "no_goal", "next_goal"]
MOST_OF_A_KIND = 2  # a meeting has an hour


@dataclass(frozen=True)
class AgendaPoint:
    """One suggested point. ``line``, ``change`` or ``pair`` says which, where there is one.

    ``about`` is what of the kit it is about.
    """

    kind: AgendaKind
    line: LineView | None = None
    change: Change | None = None
    instrument: Instrument | None = None
    pair: Pair | None = None
    about: tuple[Kind, str] | None = None


@dataclass(frozen=True)
class Ticked:
    """One thing that the participant takes along."""

    kind: Kind
    ref: str
    what: WishView | GoalView | Comparison


def ticked(
    wishes: tuple[WishView, ...],
    last_wish: WishView | None,
    goals: tuple[GoalView, ...],
    compared: tuple[Comparison, ...],
) -> list[Ticked]:
    """All that goes with, kind by kind."""
    words = [*wishes, *([last_wish] if last_wish else [])]
    return [
        *(Ticked("words", wish.ref or AFTER, wish) for wish in words),
        *(Ticked("goal", goal.line.ref, goal) for goal in goals),
        *(Ticked("rating", one.key, one) for one in compared if not one.subject),
    ]


def suggested(
    order: list[Ticked],
    comparisons: tuple[Comparison, ...],
    double: tuple[Lenses, ...],
    taken: tuple[GoalView, ...],
    goals: tuple[GoalView, ...],
) -> list[AgendaPoint]:
    """What to talk about, of what the participant takes along (``taken``)."""
    most = MOST_OF_A_KIND
    wished = [(one.kind, one.ref) for one in order if one.kind == "words"]
    points = [AgendaPoint("wishes", about=about) for about in wished[:1]]
    fallen = [(one, change) for one in comparisons for change in one.lifted]
    fallen.sort(key=lambda pair: pair[1].steps)
    points += [
        AgendaPoint("lifted", None, change, one.instrument, about=("rating", one.key))
        for one, change in fallen[:most]
    ]
    apart = [(each.instrument.id.lower(), pair) for each in double for pair in each.apart]
    points += [AgendaPoint("apart", pair=pair, about=("rating", key)) for key, pair in apart[:most]]
    points += _of_goals(taken)
    active = any(goal.status == "active" for goal in goals)
    return points if active else [*points, AgendaPoint("next_goal" if goals else "no_goal")]


def _of_goals(taken: tuple[GoalView, ...]) -> list[AgendaPoint]:
    most = MOST_OF_A_KIND
    owner = {step.line.ref: goal.line.ref for goal in taken for step in goal.steps}
    differing = [
        AgendaPoint("not_agreed", line, about=("goal", owner.get(line.ref, line.ref)))
        for line in not_agreed(taken)[:most]
    ]
    without = [goal.line for goal in taken if goal.status == "active" and not goal.steps]
    points = [AgendaPoint("no_steps", line, about=("goal", line.ref)) for line in without[:most]]
    return [*differing, *points]
