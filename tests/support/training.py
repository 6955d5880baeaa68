"""Work training in a test: an activity, tasks, and what was done with them."""

from datetime import date, timedelta
from typing import Any

from tests.support.people import Colleague, Participant
from tests.support.record import opened
from tests.support.store import Store
from webapp.domain.activities import service as activities
from webapp.domain.activities.facts import Facts
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.training import card, reading, tasks
from webapp.domain.training.rules import Diary, TaskView


def activity(
    store: Store, coach: Colleague, person: Participant, lane: str = "training", **facts: Any
) -> str:
    """Something that began yesterday. Gives its reference."""
    yesterday = day_in_sweden(store.now) - timedelta(days=1)
    given = {"title": "The bicycle workshop", "lang": "en", "started_on": yesterday, **facts}
    record = opened(store, coach, person)
    return store.do(
        activities.add_activity, actor=coach.actor, record=record, facts=Facts(lane=lane, **given)
    ).object_ref


def task(
    store: Store, person: Participant, title: str, *, by: Colleague | None = None, **how: Any
) -> str:
    """A task of the person, or one of the place, added by the coach. Gives its reference."""
    return store.do(
        tasks.add_task,
        actor=(by or person).actor,
        participant_id=person.id,
        title=title,
        lang="en",
        **how,
    ).object_ref


def diary(store: Store, person: Participant, day: date | None = None) -> Diary:
    """The log as it stands."""
    return store.ask(reading.diary, participant_id=person.id, day=day or day_in_sweden(store.now))


def view(store: Store, person: Participant, ref: str) -> TaskView:
    """One task with its log."""
    return next(one for one in diary(store, person).tasks if one.ref == ref)


def shared_card(store: Store, coach: Colleague, person: Participant) -> card.Card:
    """The card as the coach reads it."""
    return store.ask(card.shared_card, record=opened(store, coach, person))
