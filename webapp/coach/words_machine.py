"""Asking a machine what own words mean: only when the coach taps, and marked as a machine's."""

from flask import Response
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from webapp.coach.blueprint import blueprint
from webapp.coach.record import opened
from webapp.coach.words import find_words, words_page
from webapp.coach.words_forms import MeaningForm
from webapp.domain.audit.service import Receipt
from webapp.domain.errors import Conflict, NotFound
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.words import service
from webapp.domain.words.reading import shared_words
from webapp.domain.words.rules import OwnWords, find
from webapp.kit import machine
from webapp.kit.clock import now
from webapp.kit.machine import NotTranslated
from webapp.kit.pages import saved
from webapp.kit.signed_in import me

PROBLEMS = {
    "silent": _l("The machine does not answer right now. Write what it means yourself, or wait."),
    "language": _l("The machine does not know this language. Ask an interpreter."),
    "long": _l("The text is too long for the machine. Ask an interpreter."),
}


@blueprint.post("/<ref>/words/<name>/machine")
def ask_machine(ref: str, name: str) -> Response:
    """Stores what a machine says that it means. What the coach has typed stays on the page."""
    form = MeaningForm()
    if not machine.is_on():
        raise NotFound
    if not form.validate():
        return words_page(*find_words(ref, name, "words"), form, 422)
    record, found = _read(ref, name)
    try:
        receipt = _store(ref, found, machine.translate(found.text, found.lang), form)
    except NotTranslated as problem:
        form.form_errors.append(PROBLEMS[problem.reason])
        return words_page(record, found, form, 422)
    except Conflict:
        form.form_errors.append(gettext("The words were changed just now. Read them again."))
        return words_page(*find_words(ref, name, "words"), form, 422)
    if form.text.data:
        return words_page(*find_words(ref, name, "words"), form)
    return saved(receipt, f"/coach/{ref}/words/{name}")


def _read(ref: str, name: str) -> tuple[OpenedRecord, OwnWords]:
    """The words, and a line in the log. Raises ``NotFound`` for a protected identity."""
    with opened(ref, "machine") as (db, record):
        if record.protected:
            raise NotFound  # their words go to no other server
        return record, find(shared_words(db, record), name)


def _store(ref: str, found: OwnWords, text: str, form: MeaningForm) -> Receipt:
    with opened(ref, "meaning") as (db, record):
        return service.tell_meaning(
            db,
            actor=me().actor,
            record=record,
            name=found.name,
            seen=found.digest,
            text=text,
            source="machine",
            key=form.once,
            now=now(),
        )
