"""The brief: what the coach reads in two minutes before the meeting. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from webapp.domain.agreement.rules import LineView
from webapp.domain.goals.rules import GoalView, not_agreed
from webapp.domain.instruments.definitions import Instrument
from webapp.domain.instruments.rules import Change, changes, lifted
from webapp.domain.meetings.rules import Meetings, WishView
from webapp.domain.surveys.rules import ResponseView

NewsKind = Literal[
    "goal", "goal_edited", "step", "step_edited", "step_done", "paused", "reached", "dropped",
    "active", "answered",
]  # fmt: skip
AgendaKind = Literal["wishes", "wish_after_meeting", "lifted", "not_agreed", "no_steps", "no_goal"]
MOST_LINES_ON_AGENDA = 3


@dataclass(frozen=True)
class News:
    """One thing that changed since the last meeting. ``line`` or ``instrument`` says what."""

    kind: NewsKind
    at: datetime
    line: LineView | None = None
    instrument: Instrument | None = None


@dataclass(frozen=True)
class Comparison:
    """An instrument now and the time before, the largest change first."""

    instrument: Instrument
    now_at: datetime
    before_at: datetime | None
    changes: tuple[Change, ...]
    now: ResponseView
    before: ResponseView | None

    @property
    def lifted(self) -> tuple[Change, ...]:
        """What fell by two steps, or stands at "not at all"."""
        return lifted(self.changes)


@dataclass(frozen=True)
class AgendaPoint:
    """One suggested point. ``line`` or ``change`` says which, where there is one."""

    kind: AgendaKind
    line: LineView | None = None
    change: Change | None = None
    instrument: Instrument | None = None


@dataclass(frozen=True)
class Brief:
    """Everything the coach sees before the meeting, in the order of the page."""

    meetings: Meetings
    wishes: tuple[WishView, ...]
    last_wish: WishView | None
    news: tuple[News, ...]
    goals: tuple[GoalView, ...]
    comparisons: tuple[Comparison, ...]
    not_agreed: tuple[LineView, ...]
    agenda: tuple[AgendaPoint, ...]


def make_brief(
    *,
    meetings: Meetings,
    wishes: tuple[WishView, ...],
    goals: tuple[GoalView, ...],
    responses: tuple[ResponseView, ...],
    instruments: tuple[Instrument, ...],
    since: datetime,
) -> Brief:
    """The brief from the shared parts of the record. ``since`` is when the two last met."""
    comparisons = tuple(
        found for each in instruments if (found := compare(each, responses)) is not None
    )
    differing = tuple(not_agreed(goals))
    last_wish = _wish_after_meeting(responses, since)
    return Brief(
        meetings=meetings,
        wishes=wishes,
        last_wish=last_wish,
        news=tuple(news(goals, responses, instruments, since)),
        goals=tuple(goal for goal in goals if goal.status in ("active", "paused")),
        comparisons=comparisons,
        not_agreed=differing,
        agenda=tuple(_agenda(wishes, last_wish, comparisons, differing, goals)),
    )


def compare(instrument: Instrument, responses: tuple[ResponseView, ...]) -> Comparison | None:
    """The newest response to the instrument beside the one before it, or None without any."""
    own = [each for each in responses if each.instrument == instrument.id and each.answers]
    if not own:
        return None
    now, before = own[0], own[1] if len(own) > 1 else None
    if before is not None and before.version != now.version:
        before = None  # another wording starts another series
    found = changes(instrument, before.codes if before else {}, now.codes)
    return Comparison(
        instrument, now.opened_at, before.opened_at if before else None, found, now, before
    )


def news(
    goals: tuple[GoalView, ...],
    responses: tuple[ResponseView, ...],
    instruments: tuple[Instrument, ...],
    since: datetime,
) -> list[News]:
    """What the participant did since ``since``, newest first."""
    found = [one for goal in goals for one in _goal_news(goal)]
    known = {each.id: each for each in instruments}
    found += [
        News("answered", each.completed_at, instrument=known[each.instrument])
        for each in responses
        if each.completed_at is not None and each.instrument in known
    ]
    return sorted((one for one in found if one.at > since), key=lambda one: one.at, reverse=True)


def _goal_news(goal: GoalView) -> list[News]:
    line = goal.line
    found = []
    if line.author == "participant":
        at = max(line.written_at, line.shared_at or line.written_at)
        found.append(News("goal_edited" if line.edited else "goal", at, line))
    if goal.status != "active" or goal.status_at > line.created_at:
        found.append(News(goal.status, goal.status_at, line))
    for step in goal.steps:
        if step.done_at is not None:
            found.append(News("step_done", step.done_at, step.line))
        elif step.line.author == "participant":
            kind: NewsKind = "step_edited" if step.line.edited else "step"
            found.append(News(kind, step.line.written_at, step.line))
    return found


def _wish_after_meeting(responses: tuple[ResponseView, ...], since: datetime) -> WishView | None:
    for response in responses:
        if response.instrument == "MOTE" and response.completed_at is not None:
            answer = response.answers.get("MOTE-05")
            if answer and answer.code == "text" and answer.at >= since:
                return WishView("", answer.text, answer.language, answer.at)
            return None
    return None


def _agenda(
    wishes: tuple[WishView, ...],
    last_wish: WishView | None,
    comparisons: tuple[Comparison, ...],
    differing: tuple[LineView, ...],
    goals: tuple[GoalView, ...],
) -> list[AgendaPoint]:
    points = []
    if wishes or last_wish:
        points.append(AgendaPoint("wishes"))
    for each in comparisons:
        points += [
            AgendaPoint("lifted", change=change, instrument=each.instrument)
            for change in each.lifted
        ]
    points += [AgendaPoint("not_agreed", line=line) for line in differing[:MOST_LINES_ON_AGENDA]]
    active = [goal for goal in goals if goal.status == "active"]
    points += [AgendaPoint("no_steps", line=goal.line) for goal in active if not goal.steps]
    if not active:
        points.append(AgendaPoint("no_goal"))
    return points
