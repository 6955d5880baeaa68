"""Asking for another time, or saying that I cannot come. The coach decides."""

from flask import Response, request
from flask_babel import gettext

from webapp.domain.audit.service import Receipt
from webapp.domain.errors import Invalid
from webapp.domain.meetings import asking
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import writing
from webapp.kit.pages import done, page, saved
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.booking import ADDRESS, arrangement
from webapp.participant.booking_forms import AskForm
from webapp.participant.forms import TapForm


@blueprint.get("/meetings/<ref>/ask")
def ask_page(ref: str) -> Response:
    """What I want to say about the time."""
    return _page(ref, AskForm())


@blueprint.post("/meetings/<ref>/ask")
def ask_meeting(ref: str) -> Response:
    """Stores it. The coach sees it at once."""
    form = AskForm()
    if form.validate_on_submit():
        with form.refusing(conflict="text"):
            return saved(_ask(ref, form), f"{ADDRESS}/{ref}#time")
    return _page(ref, form, 422)


def _page(ref: str, form: AskForm, status: int = 200) -> Response:
    found = arrangement(ref)
    form.seen.raw_data, form.seen.data = None, found.meeting.moves
    return page("participant/ask.html", status, here="home", found=found, form=form)


def _ask(ref: str, form: AskForm) -> Receipt:
    with writing() as db:
        return asking.ask(
            db,
            actor=me().actor,
            ref=ref,
            seen=form.seen.data or 0,
            kind=form.kind.data,
            text=form.text.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )


@blueprint.post("/meetings/<ref>/ask/<asked>")
def unask_meeting(ref: str, asked: str) -> Response:
    """Takes the question back, or asks it again after all."""
    back = request.form.get("value") == "back"
    try:
        with writing() as db:
            asking.take_back(
                db, actor=me().actor, ref=ref, asked=asked, back=back, key=TapForm().once, now=now()
            )
    except Invalid:
        return done(gettext("You have asked already."), f"{ADDRESS}/{ref}#time")
    if back:
        return done(gettext("You have asked again."), f"{ADDRESS}/{ref}#time")
    return done(gettext("You have taken it back. Nothing else happens."), _undo(ref, asked))


def _undo(ref: str, asked: str) -> str:
    return f"{ADDRESS}/{ref}?asked={asked}#time"
