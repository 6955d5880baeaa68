"""Who comes to a meeting: staff from a list, or others in words. The participant says yes or no."""

from flask import Response, request

from webapp.coach.blueprint import blueprint
from webapp.coach.booking_forms import GuestForm
from webapp.coach.forms import TapForm
from webapp.coach.record import opened
from webapp.domain.audit.service import Receipt
from webapp.domain.meetings import company
from webapp.domain.meetings.booking_rules import Guest
from webapp.domain.meetings.coming import arrangement, known_staff
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import reading
from webapp.kit.pages import page, saved_there, taken_away
from webapp.kit.signed_in import me


@blueprint.get("/<ref>/meetings/<meeting>/people/new")
def guest_page(ref: str, meeting: str) -> Response:
    """Who should come."""
    return _page(ref, meeting, _form())


@blueprint.post("/<ref>/meetings/<meeting>/people/new")
def name_guest(ref: str, meeting: str) -> Response:
    """Stores who should come. The participant sees the name at once."""
    form = _form()
    if form.validate():
        with form.refusing():
            return saved_there(_name(ref, meeting, form), f"/coach/{ref}/meetings/{meeting}")
    return _page(ref, meeting, form, 422)


def _form() -> GuestForm:
    form = GuestForm()
    form.offer(known_staff(reading()))
    return form


def _page(ref: str, meeting: str, form: GuestForm, status: int = 200) -> Response:
    with opened(ref, "page") as (db, record):
        found = arrangement(db, record, ref=meeting, now=now())
    return page("coach/guest.html", status, here="person", record=record, found=found, form=form)


def _name(ref: str, meeting: str, form: GuestForm) -> Receipt:
    words = (form.name.data or "", form.organisation.data or "", form.part.data or "")
    with opened(ref, "meeting_guest") as (db, record):
        return company.name_guest(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=meeting,
            guest=Guest("", "coach", False, "", *words, languages.own_words()),
            staff_ref=form.staff.data or "",
            key=form.once,
            now=now(),
        )


@blueprint.post("/<ref>/meetings/<meeting>/people/<guest>")
def unname_guest(ref: str, meeting: str, guest: str) -> Response:
    """The person does not come after all, or does."""
    back = request.form.get("value") == "back"
    address = f"/coach/{ref}/meetings/{meeting}"
    with opened(ref, "meeting_guest") as (db, record):
        company.take_away(
            db, actor=me().actor, participant_id=record.participant_id, ref=meeting, guest=guest,
            back=back, key=TapForm().once, now=now(),
        )  # fmt: skip
    return taken_away(address, f"undo={guest}", back=back, part="company")
