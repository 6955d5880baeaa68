"""The coach's own rating, given before the participant's can be seen; and how both see it."""

from typing import Any

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.record import opened
from webapp.domain.audit.service import Receipt
from webapp.domain.errors import Closed, NotFound
from webapp.domain.instruments.load import catalogue
from webapp.domain.meetings.calendar import calendar, instruments_on
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.surveys import rating
from webapp.domain.surveys.change import comparisons
from webapp.domain.surveys.lenses import lenses
from webapp.domain.surveys.reading import shared_responses
from webapp.domain.surveys.rhythm import Calendar
from webapp.domain.surveys.rules import Shown, Task
from webapp.domain.surveys.tasks import coach_tasks
from webapp.kit import languages
from webapp.kit.briefs import Most
from webapp.kit.clock import now
from webapp.kit.pages import page, saved
from webapp.kit.questions import StaffQuestions, staff_form
from webapp.kit.ratings import private, table
from webapp.kit.signed_in import me

ROOM = 20  # areas in one table: as many as an instrument has


@blueprint.get("/<ref>/ratings")
def ratings(ref: str) -> Response:
    """How both see it, each area now and before, and what the coach can rate now."""
    with opened(ref, "ratings") as (db, record):
        responses = shared_responses(db, record, now=now())
        when = _calendar(db, record)
        tasks = _tasks(db, record, when)
    found = comparisons(catalogue().values(), responses, reader="coach")
    both = [one for each in catalogue().values() if (one := lenses(each, responses))]
    return page(
        "coach/ratings.html",
        here="person",
        record=record,
        tasks=tasks,
        found=[(one, table(one)) for one in found],
        most=Most(areas=ROOM),
        both=both,
        private=private(responses),
        about={period.ref: period for period in when.periods},
    )


def _calendar(db: Any, record: OpenedRecord) -> Calendar:
    return calendar(
        db,
        participant_id=record.participant_id,
        started_on=record.started_on,
        ended_on=record.ended_on,
        now=now(),
    )


def _tasks(db: Any, record: OpenedRecord, when: Calendar) -> tuple[Task, ...]:
    at = now()
    asked = instruments_on(db, project_id=record.project_id, now=at)
    return coach_tasks(db, record, calendar=when, instruments=asked, now=at)


def _task(db: Any, record: OpenedRecord, key: str) -> Task:
    for task in _tasks(db, record, _calendar(db, record)):
        if task.key == key:
            return task
    raise NotFound


def _form(task: Task) -> StaffQuestions:
    """The coach's questions, with what was answered before."""
    return staff_form(task.items, task.response.codes if task.response else None)


@blueprint.get("/<ref>/surveys/<key>")
def rate_page(ref: str, key: str) -> Response:
    """All statements on one page: a desk has room, and opening it leaves one line in the log."""
    return _page(ref, key, None)


@blueprint.post("/<ref>/surveys/<key>")
def rate(ref: str, key: str) -> Response:
    """Stores the whole rating."""
    try:
        with opened(ref, "page") as (db, record):
            task = _task(db, record, key)
            form = _form(task)
            if form.validate():
                with form.refusing():
                    receipt = _save(db, record, task, form)
                    return saved(receipt, f"/coach/{ref}/ratings")
    except Closed:
        return _page(ref, key, None, 410)
    return _page(ref, key, form, 422)


def _save(db: Any, record: OpenedRecord, task: Task, form: Any) -> Receipt:
    language = languages.current()
    return rating.rate(
        db,
        actor=me().actor,
        record=record,
        task=task,
        codes={item.id: form[item.id].data for item in task.items},
        shown=Shown(language.code, language.dir, "words"),
        key=form.once,
        now=now(),
    )


def _page(ref: str, key: str, form: Any, status: int = 200) -> Response:
    with opened(ref, "page") as (db, record):
        task = _task(db, record, key)
    form = form or _form(task)
    return page("coach/rate.html", status, here="person", record=record, task=task, form=form)
