"""The whole coordinated plan as one document, made from shared things only.

Both sides read the same. Every value is frozen and turns into JSON field by field.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from webapp.domain.activities.rules import (
    ActivityView,
    Gap,
    Lane,
)
from webapp.domain.coordination import known, rules
from webapp.domain.coordination.around import Drive, Facts
from webapp.domain.coordination.known import Known, Person
from webapp.domain.coordination.rules import (
    CoachTime,
    ContactView,
    FollowUpView,
    Sides,
    TextView,
    sides,
)
from webapp.domain.plan.rules import PlanGoal, plan_of
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.sharing.rules import ConsentView


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
    consents: tuple[ConsentView, ...]


def whole_plan(session: Session, record: OpenedRecord, *, day: date) -> WholePlan:
    """The plan for staff, through an opened record."""
    return whole(known.known(session, record, day=day))


def own_whole_plan(session: Session, *, person: Person, day: date) -> WholePlan:
    """The participant's own copy: exactly what the coach reads."""
    return whole(known.own_known(session, person=person, day=day))


def whole(found: Known) -> WholePlan:
    """The plan that this makes."""
    person, texts, day, facts = found.person, found.texts, found.day, found.around.facts
    running = known.path(found)
    over = rules.held(facts.follow_ups, day)
    nearest = next((one for one in facts.follow_ups if one.day > day), None)
    return WholePlan(
        name=person.name,
        protected=person.protected,
        day=day,
        owner=owner(facts),
        coaches=facts.coaches,
        drives=facts.drives,
        important=sides(texts, "important"),
        needs=sides(texts, "need"),
        myself=sides(texts, "myself"),
        help=sides(texts, "help"),
        goals=tuple(_goal(texts, goal) for goal in plan_of(found.goals).goals),
        lanes={
            lane: tuple(_activity(texts, one, person) for one in there)
            for lane, there in running.lanes.items()
        },
        coming=tuple(_activity(texts, one, person) for one in running.coming),
        breaks=running.breaks,
        contacts=tuple(known.contact_for(one, person) for one in facts.contacts),
        next_follow_up=_follow_up(texts, nearest, found) if nearest else None,
        follow_ups=tuple(_follow_up(texts, one, found) for one in over),
        waiting=rules.waiting(texts),
        consents=found.around.consents,
    )


def owner(facts: Facts) -> Owner | None:
    """Who has the overall responsibility: the one who was chosen, or the coach."""
    if facts.owner:
        return Owner(*facts.owner)
    now = next((coach for coach in facts.coaches if coach.until is None), None)
    return Owner(now.name, now.organisation) if now else None


def _goal(texts: tuple[TextView, ...], goal: PlanGoal) -> WholeGoal:
    ref = goal.goal.line.ref
    return WholeGoal(goal, sides(texts, "description", ref), sides(texts, "measure", ref))


def _activity(texts: tuple[TextView, ...], one: ActivityView, person: Person) -> WholeActivity:
    one = known.activity_for(one, person)
    return WholeActivity(one, sides(texts, "myself", one.ref), sides(texts, "help", one.ref))


def _follow_up(texts: tuple[TextView, ...], one: FollowUpView, found: Known) -> WholeFollowUp:
    one = known.follow_up_for(one, found.person)
    return WholeFollowUp(one, sides(texts, "result", one.ref), over=one.day <= found.day)
