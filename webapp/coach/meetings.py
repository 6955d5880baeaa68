"""Booking the next meeting, and calling one off."""

from datetime import datetime

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import CancelForm, MeetingForm
from webapp.coach.record import opened
from webapp.domain.audit.service import Receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.meetings import service
from webapp.kit.clock import moment, now
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me


@blueprint.get("/<ref>/meetings/new")
def new_meeting(ref: str) -> Response:
    """Day, time and place of a new meeting."""
    return _page(ref, MeetingForm())


@blueprint.post("/<ref>/meetings/new")
def book(ref: str) -> Response:
    """Books the meeting."""
    form = MeetingForm()
    if form.validate():
        with form.refusing():
            return saved(_book(ref, form), f"/coach/{ref}")
    return _page(ref, form, 422)


def _page(ref: str, form: MeetingForm, status: int = 200) -> Response:
    with opened(ref, "page") as (db, record):
        met = service.meetings(db, participant_id=record.participant_id, now=now())
    return page("coach/meeting.html", status, here="person", record=record, meetings=met, form=form)


def _book(ref: str, form: MeetingForm) -> Receipt:
    with opened(ref, "meeting") as (db, record):
        return service.book(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            starts_at=starts_at(form),
            place=form.place.data or "",
            key=form.once,
            now=now(),
        )


def starts_at(form: MeetingForm) -> datetime:
    """The moment of the meeting. Raises ``Invalid`` when a part of it is missing or there is no
    such time, because the clocks are changed that night."""
    if form.day.data is None:
        raise Invalid("day", "empty")
    if form.clock.data is None:
        raise Invalid("clock", "empty")
    if form.day.data.year < now().year:
        raise Invalid("day", "past")
    found = moment(form.day.data, form.clock.data)
    if found != datetime.fromtimestamp(found.timestamp(), found.tzinfo):
        raise Invalid("clock", "gap")
    return found


@blueprint.get("/<ref>/meetings/<meeting>/cancel")
def ask_cancel(ref: str, meeting: str) -> Response:
    """Asks before the meeting is called off."""
    with opened(ref, "page") as (db, record):
        met = service.meetings(db, participant_id=record.participant_id, now=now())
    if met.next is None or met.next.ref != meeting:
        raise NotFound
    return page(
        "coach/cancel.html", here="person", record=record, meeting=met.next, form=CancelForm()
    )


@blueprint.post("/<ref>/meetings/<meeting>/cancel")
def cancel(ref: str, meeting: str) -> Response:
    """Calls the meeting off. The participant's page no longer shows it."""
    with opened(ref, "cancelled_meeting") as (db, record):
        receipt = service.cancel(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=meeting,
            key=CancelForm().once,
            now=now(),
        )
    return saved(receipt, f"/coach/{ref}")
