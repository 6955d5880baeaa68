"""The whole coordinated plan as one document, made from shared things only.

Both sides read the same. Every value is frozen and turns into JSON field by field.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from webapp.domain.activities.reading import activities
from webapp.domain.activities.rules import (
    ActivityView,
    Gap,
    Lane,
    Overview,
    WorkPath,
    overview,
)
from webapp.domain.coordination import around, reading, rules
from webapp.domain.coordination.around import Drive, Facts
from webapp.domain.coordination.rules import (
    CoachTime,
    ContactView,
    FollowUpView,
    Sides,
    TextView,
    sides,
)
from webapp.domain.goals.reading import own_goals, shared_goals
from webapp.domain.goals.rules import GoalView
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.plan.rules import PlanGoal, plan_of
from webapp.domain.sharing.gate import OpenedRecord


@dataclass(frozen=True)
class Owner:
    """Who has the overall responsibility. None of both while the person is between two coaches."""

    name: str
    organisation: str


@dataclass(frozen=True)
class WholeGoal:
    """A goal with its parts, as staff describe it, and how it will be seen that it is reached."""

    plan: PlanGoal
    described: Sides
    measured: Sides


@dataclass(frozen=True)
class WholeActivity:
    """An activity: who and when, what the person does, and what help they need."""

    activity: ActivityView
    myself: Sides
    help: Sides


@dataclass(frozen=True)
class WholeFollowUp:
    """A follow-up, and how it went in both sides' words. ``over``: its day has come."""

    follow_up: FollowUpView
    result: Sides
    over: bool


@dataclass(frozen=True)
class WholePlan:
    """Every field of a coordinated plan. Activities run side by side in lanes, in no order."""

    name: str
    protected: bool
    day: date
    owner: Owner | None
    coaches: tuple[CoachTime, ...]
    drives: tuple[Drive, ...]
    important: Sides
    needs: Sides
    myself: Sides
    help: Sides
    goals: tuple[WholeGoal, ...]
    lanes: Mapping[Lane, tuple[WholeActivity, ...]]
    coming: tuple[WholeActivity, ...]
    breaks: tuple[Gap, ...]
    contacts: tuple[ContactView, ...]
    next_follow_up: WholeFollowUp | None
    follow_ups: tuple[WholeFollowUp, ...]
    waiting: tuple[TextView, ...]


@dataclass(frozen=True)
class Person:
    """Whom the plan is for."""

    id: int
    name: str
    protected: bool
    started_on: date


def whole_plan(session: Session, record: OpenedRecord, *, day: date) -> WholePlan:
    """The plan for staff, through an opened record."""
    person = Person(record.participant_id, record.name, record.protected, record.started_on)
    texts, goals = reading.shared_texts(session, record), shared_goals(session, record)
    return _made(session, person, texts, goals, day)


def own_whole_plan(session: Session, *, person: Person, day: date) -> WholePlan:
    """The participant's own copy: exactly what the coach reads."""
    texts = reading.own_shared_texts(session, participant_id=person.id)
    goals = own_goals(session, participant_id=person.id)
    return _made(session, person, texts, goals, day)


def _made(
    session: Session,
    person: Person,
    texts: tuple[TextView, ...],
    goals: tuple[GoalView, ...],
    day: date,
) -> WholePlan:
    known = around.facts(session, participant_id=person.id)
    running = _path(activities(session, participant_id=person.id), known, person, day)
    over = rules.held(known.follow_ups, day)
    nearest = next((one for one in known.follow_ups if one.day > day), None)
    return WholePlan(
        name=person.name,
        protected=person.protected,
        day=day,
        owner=_owner(known),
        coaches=known.coaches,
        drives=known.drives,
        important=sides(texts, "important"),
        needs=sides(texts, "need"),
        myself=sides(texts, "myself"),
        help=sides(texts, "help"),
        goals=tuple(_goal(texts, goal) for goal in plan_of(goals).goals),
        lanes={
            lane: tuple(_activity(texts, one, person) for one in found)
            for lane, found in running.lanes.items()
        },
        coming=tuple(_activity(texts, one, person) for one in running.coming),
        breaks=running.breaks,
        contacts=tuple(_contact(one, person) for one in known.contacts),
        next_follow_up=_follow_up(texts, nearest, day) if nearest else None,
        follow_ups=tuple(_follow_up(texts, one, day) for one in over),
        waiting=rules.waiting(texts),
    )


def _path(found: tuple[ActivityView, ...], known: Facts, person: Person, day: date) -> Overview:
    changes = tuple(day_in_sweden(coach.since) for coach in known.coaches[1:])
    return overview(WorkPath(found, changes), person.started_on, day)


def _owner(known: Facts) -> Owner | None:
    if known.owner:
        return Owner(*known.owner)
    now = next((coach for coach in known.coaches if coach.until is None), None)
    return Owner(now.name, now.organisation) if now else None


def _goal(texts: tuple[TextView, ...], goal: PlanGoal) -> WholeGoal:
    ref = goal.goal.line.ref
    return WholeGoal(goal, sides(texts, "description", ref), sides(texts, "measure", ref))


def _activity(texts: tuple[TextView, ...], one: ActivityView, person: Person) -> WholeActivity:
    """With protected identity no place and no contact, whatever was stored before."""
    if person.protected:
        one = replace(one, organisation="", contact_name="", contact_phone="")
    return WholeActivity(one, sides(texts, "myself", one.ref), sides(texts, "help", one.ref))


def _contact(one: ContactView, person: Person) -> ContactView:
    return replace(one, name="", role="", reach="") if person.protected else one


def _follow_up(texts: tuple[TextView, ...], one: FollowUpView, day: date) -> WholeFollowUp:
    return WholeFollowUp(one, sides(texts, "result", one.ref), over=one.day <= day)
