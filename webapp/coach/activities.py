"""What goes on for a person: the lanes, a new activity, another text, and the last day."""

from dataclasses import asdict

from flask import Response, request
from sqlalchemy.orm import Session

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import TapForm
from webapp.coach.record import opened
from webapp.coach.training_forms import ActivityForm
from webapp.domain.activities import reading, rules, service
from webapp.domain.activities.facts import Facts
from webapp.domain.activities.rules import ActivityView
from webapp.domain.audit.service import Receipt
from webapp.domain.errors import Invalid
from webapp.domain.sharing.gate import OpenedRecord
from webapp.kit import languages
from webapp.kit.clock import now, today
from webapp.kit.pages import page, saved_there
from webapp.kit.signed_in import me


@blueprint.get("/<ref>/activities")
def activities(ref: str) -> Response:
    """What goes on now, lane by lane, what is over, and where the support had gaps."""
    with opened(ref, "activities") as (db, record):
        path = reading.work_path(db, participant_id=record.participant_id)
    found = rules.overview(path, record.started_on, today())
    return page(
        "coach/activities.html", here="person", record=record, overview=found, tap=TapForm()
    )


@blueprint.get("/<ref>/activities/new")
def new_activity(ref: str) -> Response:
    """The facts of something that begins."""
    return _new_page(ref, ActivityForm())


@blueprint.post("/<ref>/activities/new")
def add_activity(ref: str) -> Response:
    """Stores it. The participant sees it in the plan."""
    form = ActivityForm()
    if form.validate():
        with form.refusing():
            return saved_there(_add(ref, form), f"/coach/{ref}/activities")
    return _new_page(ref, form, 422)


def _new_page(ref: str, form: ActivityForm, status: int = 200) -> Response:
    with opened(ref, "activities") as (_db, record):
        pass  # only the name is shown
    return page(
        "coach/activity.html", status, here="person", record=record, activity=None, form=form
    )


def _add(ref: str, form: ActivityForm) -> Receipt:
    with opened(ref, "activity") as (db, record):
        return service.add_activity(
            db, actor=me().actor, record=record, facts=_facts(form), key=form.once, now=now()
        )


@blueprint.get("/<ref>/activities/<activity>")
def edit_activity(ref: str, activity: str) -> Response:
    """The facts as they stand, to correct."""
    return _edit_page(ref, activity, ActivityForm())


@blueprint.post("/<ref>/activities/<activity>")
def correct_activity(ref: str, activity: str) -> Response:
    """Stores the corrected facts."""
    form = ActivityForm()
    if form.validate():
        with form.refusing():
            return saved_there(_correct(ref, activity, form), f"/coach/{ref}/activities")
    return _edit_page(ref, activity, form, 422)


def _edit_page(ref: str, activity: str, form: ActivityForm, status: int = 200) -> Response:
    with opened(ref, "activities") as (db, record):
        found = _found(db, record, activity)
    if form.title.raw_data is None:
        form.process(data=asdict(found))
    return page(
        "coach/activity.html", status, here="person", record=record, activity=found, form=form
    )


def _correct(ref: str, activity: str, form: ActivityForm) -> Receipt:
    with opened(ref, "activity") as (db, record):
        before = _found(db, record, activity)
        return service.correct_activity(
            db,
            actor=me().actor,
            record=record,
            ref=activity,
            facts=_facts(form, before),
            key=form.once,
            now=now(),
        )


def _found(db: Session, record: OpenedRecord, activity: str) -> ActivityView:
    return reading.activity(db, participant_id=record.participant_id, ref=activity)


def _facts(form: ActivityForm, before: ActivityView | None = None) -> Facts:
    """What the form says. A title that stays as it was stays in its language."""
    title, first = form.title.data or "", form.started_on.data
    if first is None:
        raise Invalid("started_on", "empty")
    same = before is not None and before.title == title.strip()
    return Facts(
        lane=form.lane.data or "",
        title=title,
        lang=before.lang if before and same else languages.own_words(),
        started_on=first,
        ended_on=form.ended_on.data,
        organisation=form.organisation.data or "",
        contact_name=form.contact_name.data or "",
        contact_phone=form.contact_phone.data or "",
    )


@blueprint.post("/<ref>/activities/<activity>/end")
def end_activity(ref: str, activity: str) -> Response:
    """Today is its last day, or it goes on after all."""
    with opened(ref, "activity") as (db, record):
        receipt = service.end_activity(
            db,
            actor=me().actor,
            record=record,
            ref=activity,
            ended_on=today() if request.form.get("value") == "today" else None,
            key=TapForm().once,
            now=now(),
        )
    return saved_there(receipt, f"/coach/{ref}/activities")
