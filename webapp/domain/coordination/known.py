"""What a whole plan is made of, read once: shared things only, the same for both sides."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.domain.activities.rules import ActivityView, Overview, WorkPath, overview
from webapp.domain.coordination import reading
from webapp.domain.coordination.everything import Everything, everything
from webapp.domain.coordination.rules import ContactView, FollowUpView, TextView
from webapp.domain.database import rows
from webapp.domain.goals.reading import goals_in_plan, shared_goals
from webapp.domain.goals.rules import GoalView
from webapp.domain.people.model import Participant
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.sharing.gate import OpenedRecord


@dataclass(frozen=True)
class Person:
    """Whom the plan is for."""

    id: int
    name: str
    protected: bool
    started_on: date


@dataclass(frozen=True)
class Known:
    """What a whole plan is made of: shared texts and goals, and what stands around them."""

    person: Person
    texts: tuple[TextView, ...]
    goals: tuple[GoalView, ...]
    around: Everything
    day: date


def person_of(session: Session, *, participant_id: int) -> Person:
    """Whom the plan is for, by the number of their row."""
    return Person(*rows(session, _PERSON, participant=participant_id).all()[0])


def known(session: Session, record: OpenedRecord, *, day: date) -> Known:
    """What staff may read, through an opened record."""
    person = Person(record.participant_id, record.name, record.protected, record.started_on)
    texts, goals = reading.shared_texts(session, record), shared_goals(session, record)
    around = everything(session, participant_id=person.id, day=day)
    return Known(person, texts, goals, around, day)


def own_known(session: Session, *, person: Person, day: date) -> Known:
    """The same for the person: what the coach may read, and nothing else."""
    texts = reading.own_shared_texts(session, participant_id=person.id)
    goals = goals_in_plan(session, participant_id=person.id)
    around = everything(session, participant_id=person.id, day=day)
    return Known(person, texts, goals, around, day)


def path(found: Known) -> Overview:
    """The activities as they look that day, and the breaks."""
    changes = tuple(day_in_sweden(coach.since) for coach in found.around.facts.coaches[1:])
    path = WorkPath(found.around.activities, changes)
    return overview(path, found.person.started_on, found.day)


def activity_for(one: ActivityView, person: Person) -> ActivityView:
    """With protected identity no place and no contact, whatever was stored before."""
    if person.protected:
        return replace(one, organisation="", contact_name="", contact_phone="")
    return one


def contact_for(one: ContactView, person: Person) -> ContactView:
    """With protected identity only the organisation."""
    return replace(one, name="", role="", reach="") if person.protected else one


def follow_up_for(one: FollowUpView, person: Person) -> FollowUpView:
    """With protected identity nothing that could tell where."""
    return replace(one, caller="") if person.protected else one


_PERSON: Any = select(
    Participant.id, Participant.name, Participant.protected, Participant.started_on
).where(Participant.id == bindparam("participant"))
