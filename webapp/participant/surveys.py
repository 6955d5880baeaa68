"""My answers: what can be answered now, and how one instrument begins and ends."""

from typing import Any

from flask import Response, request
from flask_babel import gettext

from webapp.domain.activities.reading import titles
from webapp.domain.errors import Closed, NotFound
from webapp.domain.instruments.definitions import Instrument
from webapp.domain.instruments.load import catalogue
from webapp.domain.meetings.calendar import calendar, instruments_on
from webapp.domain.meetings.rules import Meetings
from webapp.domain.people.service import contact
from webapp.domain.surveys import service
from webapp.domain.surveys.change import comparisons
from webapp.domain.surveys.reading import own_responses
from webapp.domain.surveys.rules import Task, is_double
from webapp.domain.surveys.tasks import open_tasks
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import done, go, page, saved
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm
from webapp.participant.survey_forms import NamingForm, PauseForm


def tasks_now(only: Instrument | None = None, met: Meetings | None = None) -> tuple[Task, ...]:
    """What the participant can answer now, of all instruments or of one."""
    db, at, person = reading(), now(), me().person
    return open_tasks(
        db,
        participant_id=person.id,
        calendar=calendar(
            db,
            participant_id=person.id,
            started_on=person.started_on,
            ended_on=person.ended_on,
            met=met,
            only=only,
            now=at,
        ),
        instruments=[
            each
            for each in instruments_on(db, project_id=person.project_id, now=at)
            if only is None or each.id == only.id
        ],
        now=at,
    )


def open_task(key: str) -> Task:
    """The open task that an address calls ``key``.

    Raises ``NotFound`` when there is none now, and ``Closed`` for an answer that comes too late.
    """
    asked = catalogue().get(key.partition("-")[0].upper())
    if asked is None:
        raise NotFound
    for task in tasks_now(asked):
        if task.key == key.lower():
            return task
    raise Closed if request.method == "POST" else NotFound


@blueprint.get("/surveys")
def surveys() -> Response:
    """What to answer now, and what was answered before."""
    return surveys_page(PauseForm())


def surveys_page(form: PauseForm, status: int = 200) -> Response:
    """The page of all questions and answers, with this form for a rest."""
    left = [task for task in tasks_now() if not task.done]
    responses = own_responses(reading(), participant_id=me().id, now=now())
    return page(
        "participant/surveys.html",
        status,
        here="answers",
        tasks=[task for task in left if not task.instrument.rhythm.optional],
        optional=[task for task in left if task.instrument.rhythm.optional],
        answered=comparisons(catalogue().values(), responses),
        about=titles(reading(), participant_id=me().id),
        paused=me().person.paused_until(now()),
        form=form,
    )


@blueprint.get("/surveys/<key>")
def survey(key: str) -> Response:
    """Why we ask, how long it takes, who sees it; then the first question, or the next."""
    return _intro(open_task(key), NamingForm())


@blueprint.post("/surveys/<key>")
def choose(key: str) -> Response:
    """Whether my coach sees the answers, or only the statistics."""
    task, form = open_task(key), NamingForm()
    if form.validate():
        with form.refusing(), writing() as db:
            named = form.named.data == "coach"
            service.choose_naming(
                db, actor=me().actor, task=task, named=named, key=form.once, now=now()
            )
            return go(f"/me/surveys/{task.key}/{task.next_number}")
    return _intro(task, form, 422)


def _intro(task: Task, form: NamingForm, status: int = 200) -> Response:
    coach = contact(reading(), participant_id=me().id)
    form.name_reader(coach, task)
    context: dict[str, Any] = {
        "task": task,
        "coach": coach,
        "form": form,
        "double": is_double(task.instrument),
    }
    return page("participant/survey.html", status, here="answers", **context)


@blueprint.get("/surveys/<key>/finish")
def finish(key: str) -> Response:
    """What has no answer yet, and the button that ends it."""
    task = open_task(key)
    if task.named is None or task.locked:
        return go(f"/me/surveys/{task.key}")
    answers = task.response.answers if task.response else {}
    left = [
        (number, item) for number, item in enumerate(task.items, start=1) if item.id not in answers
    ]
    context: dict[str, Any] = {"task": task, "left": left, "double": is_double(task.instrument)}
    return page("participant/finish.html", here="answers", form=TapForm(), **context)


@blueprint.post("/surveys/<key>/finish")
def finished(key: str) -> Response:
    """The coach can read it now, or it is counted without a name. Twice is once."""
    task, receipt = open_task(key), None
    try:
        with writing() as db:
            receipt = service.finish(db, actor=me().actor, task=task, key=TapForm().once, now=now())
    except Closed:
        if not open_task(key).done:
            raise
    if not task.named:
        return done(gettext("Thank you! Your answers are sent without your name."), "/me/surveys")
    address = f"/me/ratings/{task.key}?thanks=1"
    return saved(receipt, address) if receipt else go(address)
