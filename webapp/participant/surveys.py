"""My answers: what can be answered now, and how one instrument begins and ends."""

from flask import Response, request

from webapp.domain.errors import Closed, NotFound
from webapp.domain.instruments.definitions import Instrument
from webapp.domain.instruments.load import catalogue
from webapp.domain.meetings.brief import compare
from webapp.domain.meetings.service import meetings
from webapp.domain.people.service import contact
from webapp.domain.surveys import service
from webapp.domain.surveys.reading import open_tasks, own_responses
from webapp.domain.surveys.rules import Task
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm


def tasks_now(only: Instrument | None = None) -> tuple[Task, ...]:
    """What the participant can answer now, of all instruments or of one."""
    db, at = reading(), now()
    by_meeting = only is None or only.rhythm.after_meeting
    met = meetings(db, participant_id=me().id, now=at).last_key if by_meeting else None
    return open_tasks(
        db,
        participant_id=me().id,
        started_on=me().person.started_on,
        last_meeting=met,
        now=at,
        only=only,
    )


def open_task(instrument: str) -> Task:
    """The open task of this instrument.

    Raises ``NotFound`` when there is none now, and ``Closed`` for an answer that comes too late.
    """
    asked = catalogue().get(instrument.upper())
    if asked is None:
        raise NotFound
    for task in tasks_now(asked):
        return task
    raise Closed if request.method == "POST" else NotFound


@blueprint.get("/surveys")
def surveys() -> Response:
    """What to answer now, and what was answered before."""
    responses = own_responses(reading(), participant_id=me().id)
    answered = [
        one for each in catalogue().values() if (one := compare(each, responses)) is not None
    ]
    return page("participant/surveys.html", here="answers", tasks=tasks_now(), answered=answered)


@blueprint.get("/surveys/<instrument>")
def survey(instrument: str) -> Response:
    """Why we ask, how long it takes, who sees it; then the first question, or the next."""
    task = open_task(instrument)
    coach = contact(reading(), participant_id=me().id)
    return page("participant/survey.html", here="answers", task=task, coach=coach)


@blueprint.get("/surveys/<instrument>/finish")
def finish(instrument: str) -> Response:
    """What has no answer yet, and the button that ends it."""
    task = open_task(instrument)
    answers = task.response.answers if task.response else {}
    left = [
        (number, item) for number, item in enumerate(task.items, start=1) if item.id not in answers
    ]
    return page("participant/finish.html", here="answers", task=task, left=left, form=TapForm())


@blueprint.post("/surveys/<instrument>/finish")
def finished(instrument: str) -> Response:
    """The coach can read it now."""
    task = open_task(instrument)
    with writing() as db:
        receipt = service.finish(db, actor=me().actor, task=task, key=TapForm().once, now=now())
    return saved(receipt, f"/me/ratings/{instrument}?thanks=1")
