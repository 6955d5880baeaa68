"""Moving a meeting, and answering when the participant asks for another time."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.booking_forms import KeepForm, MoveForm
from webapp.coach.meetings import others_then, starts_at, warn
from webapp.coach.record import opened
from webapp.domain.audit.service import Receipt
from webapp.domain.meetings import asking, moving
from webapp.domain.meetings.coming import arrangement
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me


@blueprint.get("/<ref>/meetings/<meeting>/move")
def move_page(ref: str, meeting: str) -> Response:
    """Another day, time or place."""
    return _move_page(ref, meeting, MoveForm())


@blueprint.post("/<ref>/meetings/<meeting>/move")
def move_meeting(ref: str, meeting: str) -> Response:
    """Moves it. The participant sees both times at once."""
    form = MoveForm()
    if form.validate():
        with form.refusing(conflict="day"):
            return saved(_move(ref, meeting, form), f"/coach/{ref}/meetings/{meeting}")
    return _move_page(ref, meeting, form, 422)


def _move_page(ref: str, meeting: str, form: MoveForm, status: int = 200) -> Response:
    with opened(ref, "page") as (db, record):
        found = arrangement(db, record, ref=meeting, now=now())
    form.show(found.meeting, found.asked.ref if found.asked else "")
    return page("coach/move.html", status, here="person", record=record, found=found, form=form)


def _move(ref: str, meeting: str, form: MoveForm) -> Receipt:
    at = starts_at(form)
    with opened(ref, "moved_meeting") as (db, record):
        receipt = moving.move(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=meeting,
            seen=form.seen.data or 0,
            starts_at=at,
            place=form.place.data or "",
            asked=form.asked.data or "",
            key=form.once,
            now=now(),
        )
        warn(others_then(db, record, at, meeting))
    return receipt


@blueprint.get("/<ref>/meetings/<meeting>/keep")
def keep_page(ref: str, meeting: str) -> Response:
    """Why the time stays, or how it can be solved in another way."""
    return _keep_page(ref, meeting, KeepForm())


@blueprint.post("/<ref>/meetings/<meeting>/keep")
def keep_meeting(ref: str, meeting: str) -> Response:
    """Stores the answer. The participant sees it at once."""
    form = KeepForm()
    if form.validate():
        with form.refusing(conflict="reply"):
            return saved(_keep(ref, meeting, form), f"/coach/{ref}/meetings/{meeting}")
    return _keep_page(ref, meeting, form, 422)


def _keep_page(ref: str, meeting: str, form: KeepForm, status: int = 200) -> Response:
    with opened(ref, "page") as (db, record):
        found = arrangement(db, record, ref=meeting, now=now())
    form.asked.raw_data, form.asked.data = None, found.asked.ref if found.asked else ""
    return page("coach/keep.html", status, here="person", record=record, found=found, form=form)


def _keep(ref: str, meeting: str, form: KeepForm) -> Receipt:
    with opened(ref, "kept_meeting") as (db, record):
        return asking.keep(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=meeting,
            asked=form.asked.data or "",
            reply=form.reply.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )
