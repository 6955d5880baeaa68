"""The first page: the next meeting, one thing to do now, goals, and the person to call."""

from datetime import datetime, timedelta
from typing import Any

from flask import Response

from webapp.domain.brief.before import OwnPage, own_page
from webapp.domain.brief.now import thing_to_do
from webapp.domain.goals.reading import own_goals
from webapp.domain.goals.rules import GoalView, words_of
from webapp.domain.people import invitations
from webapp.kit import meanings
from webapp.kit.clock import now
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm
from webapp.participant.surveys import tasks_now

TOLD_FOR = timedelta(days=14)


@blueprint.get("")
def home() -> Response:
    """One thing for each visit."""
    db, person, at = reading(), me().id, now()
    found = own_page(db, participant_id=person, now=at)
    goals = own_goals(db, participant_id=person)
    meanings.show(found.meanings)
    return page(
        "participant/home.html",
        here="home",
        contact=found.contact,
        new_pin=_new_pin(at),
        **_to_do(found, goals, at),
        **_told(found, goals, at),
    )


def _to_do(found: OwnPage, goals: tuple[GoalView, ...], at: datetime) -> dict[str, Any]:
    """The next meeting, and the one thing to do now."""
    met, written = found.meetings, found.wishes
    tasks = () if me().person.paused_until(at) else tasks_now(met=met)
    thing = thing_to_do(tasks=tasks, goals=goals, meetings=met, wishes=written, now=at)
    return {
        "meeting": met.next,
        "arranged": found.arranged,
        "tap": TapForm() if found.arranged.cancelled or found.arranged.moved else None,
        "begun": met.begun(at),
        "thing": thing,
        "pause": TapForm() if thing.kind == "survey" else None,
    }


def _told(found: OwnPage, goals: tuple[GoalView, ...], at: datetime) -> dict[str, Any]:
    """What I have written, and what has become of it."""
    said = [*words_of(goals), *((wish.text, wish.lang) for wish in found.wishes)]
    return {
        "goals": [goal for goal in goals if goal.status == "active"],
        "wishes": found.wishes,
        "plan": found.plan,
        "meanings_waiting": found.meanings.waiting(said),
        "told_since": at - TOLD_FOR,
    }


def _new_pin(at: datetime) -> datetime | None:
    """When a PIN was chosen anew, for two weeks: whoever has the card could have done it."""
    person = me().person
    chosen = person.pin_set_at
    if chosen is None or at - chosen > TOLD_FOR:
        return None
    # The PIN of the very first card is no news.
    first = not invitations.used_again(reading(), participant_id=me().id)
    return None if first else chosen
