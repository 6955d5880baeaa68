"""Who comes to my meeting: whom I bring, and yes or no to whom my coach has named."""

from flask import Response, request

from webapp.domain.audit.service import Receipt
from webapp.domain.errors import NotFound
from webapp.domain.meetings import company
from webapp.domain.meetings.booked import is_protected
from webapp.domain.meetings.booking_rules import Guest
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved_there, taken_away
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.booking import ADDRESS, arrangement
from webapp.participant.booking_forms import BringForm, GuestForm
from webapp.participant.forms import TapForm, filled


@blueprint.get("/meetings/<ref>/people/new")
def bring_page(ref: str) -> Response:
    """Whom I want to bring."""
    return _bring_page(ref, BringForm())


@blueprint.post("/meetings/<ref>/people/new")
def bring_guest(ref: str) -> Response:
    """Stores it. The coach sees it at once."""
    form = BringForm()
    if form.validate_on_submit():
        with form.refusing():
            return saved_there(_bring(ref, form), f"{ADDRESS}/{ref}")
    return _bring_page(ref, form, 422)


def _bring_page(ref: str, form: BringForm, status: int = 200) -> Response:
    found = arrangement(ref)
    protected = is_protected(reading(), me().id)
    return page(
        "participant/bring.html", status, here="home", found=found, protected=protected, form=form
    )


def _bring(ref: str, form: BringForm) -> Receipt:
    with writing() as db:
        return company.bring(
            db,
            actor=me().actor,
            ref=ref,
            relation=form.relation.data,
            name=form.name.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )


@blueprint.get("/meetings/<ref>/people/<guest>")
def guest_page(ref: str, guest: str) -> Response:
    """May this person come?"""
    person = _guest(ref, guest)
    form = filled(GuestForm(), says=person.says or None, reason=person.reason)
    return page("participant/guest.html", here="home", ref=ref, guest=person, form=form)


@blueprint.post("/meetings/<ref>/people/<guest>")
def answer_guest(ref: str, guest: str) -> Response:
    """Stores yes or no. The coach sees it at once."""
    form = GuestForm()
    if form.validate_on_submit():
        with form.refusing():
            return saved_there(_answer(ref, guest, form), f"{ADDRESS}/{ref}")
    person = _guest(ref, guest)
    return page("participant/guest.html", 422, here="home", ref=ref, guest=person, form=form)


def _answer(ref: str, guest: str, form: GuestForm) -> Receipt:
    with writing() as db:
        return company.answer_guest(
            db,
            actor=me().actor,
            ref=ref,
            guest=guest,
            says=form.says.data,
            reason=form.reason.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )


@blueprint.post("/meetings/<ref>/people/<guest>/away")
def unbring_guest(ref: str, guest: str) -> Response:
    """The person does not come with me after all, or does."""
    back = request.form.get("value") == "back"
    with writing() as db:
        company.take_away(
            db, actor=me().actor, participant_id=me().id, ref=ref, guest=guest, back=back,
            key=TapForm().once, now=now(),
        )  # fmt: skip
    return taken_away(f"{ADDRESS}/{ref}", f"undo={guest}", back=back, part="company")


def _guest(ref: str, guest: str) -> Guest:
    found = arrangement(ref).guest(guest)
    if found is None or found.named_by != "coach":
        raise NotFound
    return found
