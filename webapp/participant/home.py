"""The first page: the next meeting, one thing to do now, goals, and the person to call."""

from datetime import datetime, timedelta

from flask import Response

from webapp.domain.goals.reading import own_goals
from webapp.domain.goals.rules import words_of
from webapp.domain.meetings.before import own_page
from webapp.domain.meetings.now import thing_to_do
from webapp.kit import meanings
from webapp.kit.clock import now
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm
from webapp.participant.surveys import tasks_now

TOLD_FOR = timedelta(days=14)
FIRST_DAYS = timedelta(days=30)  # the first card works for so long: its PIN is no news


@blueprint.get("")
def home() -> Response:
    """One thing for each visit."""
    db, person, at = reading(), me().id, now()
    found = own_page(db, participant_id=person, now=at)
    met, written = found.meetings, found.wishes
    goals = own_goals(db, participant_id=person)
    meanings.show(found.meanings)
    tasks = () if me().person.paused_until(at) else tasks_now(met=met)
    thing = thing_to_do(tasks=tasks, goals=goals, meetings=met, wishes=written, now=at)
    return page(
        "participant/home.html",
        here="home",
        meeting=met.next,
        arranged=found.arranged,
        tap=TapForm() if found.arranged.changes else None,
        begun=met.begun(at),
        thing=thing,
        goals=[goal for goal in goals if goal.status == "active"],
        contact=found.contact,
        wishes=written,
        plan=found.plan,
        new_pin=_new_pin(at),
        meanings_waiting=found.meanings.waiting(
            [*words_of(goals), *((wish.text, wish.lang) for wish in written)]
        ),
        told_since=at - TOLD_FOR,
        pause=TapForm() if thing.kind == "survey" else None,
    )


def _new_pin(at: datetime) -> datetime | None:
    """When a PIN was chosen anew, for two weeks: whoever has the card could have done it."""
    person = me().person
    chosen = person.pin_set_at
    if chosen is None or at - chosen > TOLD_FOR:
        return None
    return chosen if chosen.date() > person.started_on + FIRST_DAYS else None
