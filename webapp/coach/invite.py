"""Inviting a new participant: a name, a language, a card, and the first meeting."""

from flask import Response
from sqlalchemy.orm import Session

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import InviteForm
from webapp.coach.meetings import starts_at
from webapp.domain.audit.service import Receipt
from webapp.domain.meetings import service as meetings
from webapp.domain.meetings.booking_checks import check_place
from webapp.domain.people import invite as inviting
from webapp.domain.sharing.gate import open_record
from webapp.kit.clock import now
from webapp.kit.database import writing
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me, settings


@blueprint.get("/invite")
def invite() -> Response:
    """An empty form."""
    return page("coach/invite.html", here="invite", form=InviteForm())


@blueprint.post("/invite")
def make_invitation() -> Response:
    """Makes the participant, the card and the meeting, all or nothing."""
    form = InviteForm()
    if form.validate():
        with form.refusing():
            receipt = _store(form)
            return saved(receipt, f"/coach/{receipt.object_ref}/card")
    return page("coach/invite.html", 422, here="invite", form=form)


def _store(form: InviteForm) -> Receipt:
    with writing() as db:
        receipt = inviting.invite(
            db,
            actor=me().actor,
            name=form.name.data or "",
            language=form.language.data,
            protected=form.protected.data,
            secret=settings().secret,
            key=form.once,
            now=now(),
        )
        if form.has_meeting:
            _book(db, receipt.object_ref, form)
    return receipt


def _book(db: Session, ref: str, form: InviteForm) -> None:
    record = open_record(db, staff_id=me().id, ref=ref, what="meeting", now=now())
    place = form.place.data or ""
    # Before the day: nobody is asked to complete what cannot be stored.
    check_place(place, protected=record.protected)
    meetings.book(
        db,
        actor=me().actor,
        participant_id=record.participant_id,
        starts_at=starts_at(form),
        place=place,
        key=f"meeting-{form.once}",
        now=now(),
    )
