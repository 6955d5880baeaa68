"""Changing something I have written, or taking it away."""

from typing import Any

from flask import Response, request
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from webapp.domain.errors import Invalid, NotFound
from webapp.domain.profile import service
from webapp.domain.profile.reading import own_entry, own_kind
from webapp.domain.profile.rules import EntryView, Words
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import done, saved_there, taken_away
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm, filled
from webapp.participant.path.forms import (
    ContactForm,
    DriveForm,
    QuestionForm,
    TryForm,
    WordsForm,
)
from webapp.participant.path.writing import form_page

FORMS = {"drive": DriveForm, "question": QuestionForm, "contact": ContactForm, "try": TryForm}
TITLES = {
    "drive": _l("What drives you?"),
    "question": _l("What do you need to know?"),
    "contact": _l("Who can help you?"),
    "try": _l("Something I want to try"),
}
HOMES = {
    "drive": "/me/min/drive",
    "question": "/me/min/questions",
    "contact": "/me/min/network",
    "section": "/me/profile",
    "big_goal": "/me/big-goal",
    "try": "/me/big-goal",
}


@blueprint.get("/path/<ref>")
def edit_entry(ref: str) -> Response:
    """What I wrote, to be changed."""
    form, entry = _form(ref)
    said = entry.words
    given: dict[str, Any] = {name: getattr(said, name) for name in ("person", "how", "due_on")}
    given["text"] = "" if said.part else said.text
    given["who"] = "coach" if entry.shared else "me"
    form = filled(form, **{name: value for name, value in given.items() if name in form})
    return _page(form, entry)


@blueprint.post("/path/<ref>")
def rewrite_entry(ref: str) -> Response:
    """Stores the change."""
    form, entry = _form(ref)
    if form.validate_on_submit():
        with form.refusing():
            return _rewrite(form, entry)
    return _page(form, entry, 422)


def _form(ref: str) -> tuple[WordsForm, EntryView]:
    entry = own_entry(reading(), participant_id=me().id, ref=ref)
    if entry.kind not in FORMS:
        raise NotFound
    return FORMS[entry.kind](), entry


def _page(form: WordsForm, entry: EntryView, status: int = 200) -> Response:
    title, back = str(TITLES[entry.kind]), HOMES[entry.kind]
    picture = entry.words.part is not None
    return form_page(
        form, title=title, back=back, status=status, entry=entry, picture=picture, quoted=picture
    )


def _words(form: WordsForm, entry: EntryView) -> Words:
    picture = entry.words.part is not None and not (form["text"].data or "").strip()
    return entry.words if picture else form.words()


def _rewrite(form: WordsForm, entry: EntryView) -> Response:
    with writing() as db:
        receipt = service.edit(
            db,
            actor=me().actor,
            ref=entry.ref,
            words=_words(form, entry),
            shared=form.shared,
            key=form.once,
            now=now(),
        )
    return saved_there(receipt, HOMES[entry.kind])


@blueprint.post("/path/<ref>/remove")
def remove_entry(ref: str) -> Response:
    """Takes it away, or puts it back. The next page offers to put it back."""
    kind = own_kind(reading(), participant_id=me().id, ref=ref)
    back, key = request.form.get("value") == "back", TapForm().once
    try:
        with writing() as db:
            service.remove(db, actor=me().actor, ref=ref, removed=not back, key=key, now=now())
    except Invalid:
        return done(gettext("There is no room for it. Take something away first."), HOMES[kind])
    return taken_away(HOMES[kind], f"undo={ref}", back=back)
