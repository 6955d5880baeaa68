"""Booking a meeting, and calling one off."""

from datetime import datetime

from flask import Response, flash
from flask_babel import gettext
from sqlalchemy.orm import Session

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import MeetingForm, TapForm
from webapp.coach.record import opened
from webapp.domain.audit.service import Receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.meetings import service
from webapp.domain.meetings.coming import arrangement, at_the_same_time
from webapp.domain.sharing.gate import OpenedRecord
from webapp.kit import clock
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
    at = starts_at(form)
    with opened(ref, "meeting") as (db, record):
        receipt = service.book(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            starts_at=at,
            place=form.place.data or "",
            key=form.once,
            now=now(),
        )
        warn(others_then(db, record, at, receipt.object_ref))
    return receipt


def others_then(
    db: Session, record: OpenedRecord, at: datetime, meeting: str
) -> tuple[datetime, ...]:
    """When other meetings of this coach or this person overlap the meeting that begins then."""
    return at_the_same_time(
        db, staff_id=me().id, participant_id=record.participant_id, starts_at=at, but=meeting
    )


def warn(others: tuple[datetime, ...]) -> None:
    """Says that there are other meetings at that time. It may be meant, so it stops nothing."""
    if others:
        times = ", ".join(clock.day_clock(each) for each in others)
        # Translators: times is one or more, for example "Thursday 27 November at 10:00".
        flash(
            gettext("Look: there is another meeting at the same time: %(times)s.", times=times),
            "warning",
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
        found = arrangement(db, record, ref=meeting, now=now()).meeting
    if found.cancelled_at is not None:
        raise NotFound
    return page("coach/cancel.html", here="person", record=record, meeting=found, form=TapForm())


@blueprint.post("/<ref>/meetings/<meeting>/cancel")
def cancel(ref: str, meeting: str) -> Response:
    """Calls the meeting off. The participant's page says so until its time has passed."""
    with opened(ref, "cancelled_meeting") as (db, record):
        receipt = service.cancel(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=meeting,
            key=TapForm().once,
            now=now(),
        )
    return saved(receipt, f"/coach/{ref}")
