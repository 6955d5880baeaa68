"""What my own words became in Swedish, and whether that is what I meant."""

from typing import cast

from flask import Response, request

from webapp.domain.audit.service import Receipt
from webapp.domain.errors import NotFound
from webapp.domain.meaning.rules import Value
from webapp.domain.words import service
from webapp.domain.words.reading import own_words
from webapp.domain.words.rules import find, unanswered, without_meaning
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.words_forms import MeantForm

ADDRESS = "/me/words"


@blueprint.get("/words")
def words() -> Response:
    """My own words beside what they mean in Swedish: first what I have not answered."""
    found = own_words(reading(), participant_id=me().id)
    waiting = unanswered(found)
    return page(
        "participant/words_list.html",
        here="goals",
        waiting=waiting,
        answered=[each for each in found if each.meaning and each not in waiting],
        missing=len(without_meaning(found)),
        form=MeantForm(),
    )


@blueprint.get("/words/<name>")
def ask_meant(name: str) -> Response:
    """Not yet: room for what I meant instead."""
    return _page(name, MeantForm())


@blueprint.post("/words/<name>")
def answer_meaning(name: str) -> Response:
    """Stores my answer. My coach sees it beside the words."""
    form = MeantForm()
    if form.validate_on_submit():
        with form.refusing(conflict="text"):
            return saved(_answer(form), f"{ADDRESS}#{name}")
    return _page(name, form, 422)


def _page(name: str, form: MeantForm, status: int = 200) -> Response:
    found = find(own_words(reading(), participant_id=me().id), name)
    if found.meaning is None:
        raise NotFound
    form.seen.raw_data, form.seen.data = None, found.meaning.ref
    return page("participant/words_one.html", status, here="goals", words=found, form=form)


def _answer(form: MeantForm) -> Receipt:
    with writing() as db:
        return service.answer_meaning(
            db,
            actor=me().actor,
            ref=form.seen.data or "",
            value=cast(Value, request.form.get("value", "")),
            text=form.text.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )
