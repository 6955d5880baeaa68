"""Things I want to try, and how it was."""

from flask import Response, request
from flask_babel import gettext

from webapp.domain.errors import NotFound
from webapp.domain.profile import service
from webapp.domain.profile.reading import own_entry
from webapp.domain.profile.rules import EntryView
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import saved_there
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm, filled
from webapp.participant.path.forms import TriedForm, TryForm
from webapp.participant.path.writing import form_page, store

ADDRESS = "/me/big-goal"


@blueprint.get("/big-goal/tries/new")
def new_try() -> Response:
    """Something small to try."""
    return _page(TryForm())


@blueprint.post("/big-goal/tries/new")
def add_try() -> Response:
    """Stores something to try."""
    form = TryForm()
    if form.validate_on_submit():
        with form.refusing():
            return store(form, "try", form.words(), ADDRESS)
    return _page(form, 422)


def _page(form: TryForm, status: int = 200) -> Response:
    title = gettext("Something I want to try")
    return form_page(form, title=title, back=ADDRESS, status=status)


@blueprint.get("/big-goal/tries/<ref>")
def ask_tried(ref: str) -> Response:
    """How was it?"""
    entry = _try(ref)
    return _tried_page(filled(TriedForm(), outcome=entry.outcome), entry)


@blueprint.post("/big-goal/tries/<ref>")
def tried(ref: str) -> Response:
    """I have tried it."""
    entry, form = _try(ref), TriedForm()
    if form.validate_on_submit():
        with form.refusing():
            return _mark(ref, True, form.outcome.data or "", form.once, ADDRESS)
    return _tried_page(form, entry, 422)


@blueprint.post("/path/<ref>/done")
def mark_entry(ref: str) -> Response:
    """I have been in touch, or tried it; or not after all."""
    entry = own_entry(reading(), participant_id=me().id, ref=ref)
    done = request.form.get("value") == "done"
    address = "/me/min/network" if entry.kind == "contact" else ADDRESS
    return _mark(ref, done, "", TapForm().once, address)


def _try(ref: str) -> EntryView:
    entry = own_entry(reading(), participant_id=me().id, ref=ref)
    if entry.kind != "try":
        raise NotFound
    return entry


def _tried_page(form: TriedForm, entry: EntryView, status: int = 200) -> Response:
    title = gettext("I have tried this")
    return form_page(form, title=title, back=ADDRESS, status=status, entry=entry, quoted=True)


def _mark(ref: str, done: bool, outcome: str, key: str, address: str) -> Response:
    with writing() as db:
        receipt = service.mark(
            db,
            actor=me().actor,
            ref=ref,
            done=done,
            outcome=outcome,
            lang=languages.own_words(),
            key=key,
            now=now(),
        )
    return saved_there(receipt, address)
