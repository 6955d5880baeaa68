"""Work training: figures, tasks, wishes and energy, and the tasks that the place adds."""

from dataclasses import dataclass

from flask import Response, request

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import TapForm
from webapp.coach.record import opened
from webapp.coach.training_forms import TaskForm
from webapp.domain.audit.service import Receipt
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.surveys.reading import shared_responses
from webapp.domain.surveys.rules import ResponseView
from webapp.domain.training import days, reading, rules, tasks
from webapp.domain.training.card import Card, shared_card
from webapp.domain.training.rules import Compared, Diary, Figures, Trend
from webapp.kit import languages
from webapp.kit.clock import now, today
from webapp.kit.pages import page, saved, saved_there
from webapp.kit.signed_in import me


@dataclass(frozen=True)
class Training:
    """What the coach sees of the training. ``areas`` compares expectation and experience."""

    record: OpenedRecord
    diary: Diary
    card: Card
    this_month: Figures
    last_month: Figures
    trend: Trend
    areas: tuple[Compared, ...]


@blueprint.get("/<ref>/training")
def training(ref: str) -> Response:
    """How the training goes."""
    return page(
        "coach/training.html",
        here="person",
        training=_read(ref),
        monday=rules.monday(today()),
        tap=TapForm(),
    )


def _read(ref: str) -> Training:
    day = today()
    with opened(ref, "training") as (db, record):
        diary = reading.diary(db, participant_id=record.participant_id, day=day)
        return Training(
            record=record,
            diary=diary,
            card=shared_card(db, record),
            this_month=rules.figures(diary.tasks, *rules.month(day)),
            last_month=rules.figures(diary.tasks, *rules.month_before(day)),
            trend=rules.trend(diary.energy, day),
            areas=_areas(shared_responses(db, record, now=now())),
        )


def _areas(responses: tuple[ResponseView, ...]) -> tuple[Compared, ...]:
    """What was expected at the start, beside the latest experience."""
    answered = [each.codes for each in responses if each.instrument == "TRAN"]
    expected = next((codes for codes in answered if "TRAN-E1" in codes), {})
    experienced = next((codes for codes in answered if "TRAN-X1" in codes), {})
    return rules.compared(expected, experienced)


@blueprint.get("/<ref>/training/tasks/new")
def new_task(ref: str) -> Response:
    """Words for a task of the place."""
    return _task_page(ref, TaskForm())


@blueprint.post("/<ref>/training/tasks/new")
def add_task(ref: str) -> Response:
    """Stores the task. The participant can choose it."""
    form = TaskForm()
    if form.validate():
        with form.refusing():
            return saved_there(_add(ref, form), f"/coach/{ref}/training")
    return _task_page(ref, form, 422)


def _task_page(ref: str, form: TaskForm, status: int = 200) -> Response:
    with opened(ref, "training") as (_db, record):
        pass  # only the name is shown
    return page("coach/training_task.html", status, here="person", record=record, form=form)


def _add(ref: str, form: TaskForm) -> Receipt:
    with opened(ref, "training_edit") as (db, record):
        return tasks.add_task(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            title=form.title.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )


@blueprint.post("/<ref>/training/tasks/<task>/week")
def assign_task(ref: str, task: str) -> Response:
    """The place puts the task on this week's list, or takes it off."""
    with opened(ref, "training_edit") as (db, record):
        receipt = days.assign_task(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=task,
            assigned=request.form.get("value") != "off",
            key=TapForm().once,
            now=now(),
        )
    return saved_there(receipt, f"/coach/{ref}/training")


@blueprint.post("/<ref>/training/tasks/<task>/remove")
def remove_task(ref: str, task: str) -> Response:
    """Takes a task of the place away, or puts it back."""
    back = request.form.get("value") == "back"
    with opened(ref, "training_edit") as (db, record):
        receipt = tasks.remove_task(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=task,
            removed=not back,
            key=TapForm().once,
            now=now(),
        )
    address = f"/coach/{ref}/training"
    return saved_there(receipt, address) if back else saved(receipt, f"{address}?undo={task}")
