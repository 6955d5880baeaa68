"""The next meeting, and what I want to talk about."""

from flask import Response, request

from webapp.domain.audit.service import Receipt
from webapp.domain.meetings import service
from webapp.domain.people.service import contact
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved_there, taken_away
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm, WishForm

ADDRESS = "/me/meetings/next"


@blueprint.get("/meetings/next")
def meeting() -> Response:
    """When and where, and what I have written."""
    return _page(WishForm())


@blueprint.post("/meetings/next")
def wish() -> Response:
    """Stores one thing to talk about."""
    form = WishForm()
    if form.validate_on_submit():
        with form.refusing():
            return saved_there(_wish(form), ADDRESS)
    return _page(form, 422)


def _wish(form: WishForm) -> Receipt:
    with writing() as db:
        return service.wish(
            db,
            actor=me().actor,
            text=form.text.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )


@blueprint.post("/meetings/next/wishes/<ref>")
def withdraw(ref: str) -> Response:
    """Takes a wish away, or puts it back."""
    back = request.form.get("value") == "back"
    with writing() as db:
        service.withdraw_wish(
            db, actor=me().actor, ref=ref, back=back, key=TapForm().once, now=now()
        )
    return taken_away(ADDRESS, f"undo={ref}", back=back)


def _page(form: WishForm, status: int = 200) -> Response:
    db = reading()
    met = service.meetings(db, participant_id=me().id, now=now())
    return page(
        "participant/meeting.html",
        status,
        here="home",
        form=form,
        tap=TapForm(formdata=None),
        meeting=met.next,
        begun=met.begun(now()),
        wishes=service.wishes(db, participant_id=me().id, since=met.since),
        coach=contact(db, participant_id=me().id),
    )
