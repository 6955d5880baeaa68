"""The participant's own words, and what they mean in Swedish."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.record import What, opened
from webapp.coach.words_forms import MeaningForm
from webapp.domain.audit.service import Receipt
from webapp.domain.meaning.rules import SAID_BY
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.words import service
from webapp.domain.words.reading import shared_words
from webapp.domain.words.rules import OwnWords, find, without_meaning
from webapp.kit import machine
from webapp.kit.clock import now
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me


@blueprint.get("/<ref>/words")
def words(ref: str) -> Response:
    """What the participant shares that is not in Swedish: first what nobody has told."""
    with opened(ref, "words") as (db, record):
        found = shared_words(db, record)
    missing = without_meaning(found)
    told = [each for each in found if each.meaning]
    return page("coach/words_list.html", here="person", record=record, missing=missing, told=told)


@blueprint.get("/<ref>/words/<name>")
def ask_meaning(ref: str, name: str) -> Response:
    """One text, and room for what it means; what was written before stands there."""
    form = MeaningForm()
    record, found = find_words(ref, name, "words")
    if found.meaning and form.text.raw_data is None and not form.text.data:
        form.text.data = found.meaning.text
    return words_page(record, found, form)


@blueprint.post("/<ref>/words/<name>")
def tell_meaning(ref: str, name: str) -> Response:
    """Stores what it means. The participant is asked whether that is what was meant."""
    form = MeaningForm()
    if form.validate():
        with form.refusing(conflict="text"):
            return saved(_tell(ref, name, form), f"/coach/{ref}/words#{name}")
    record, found = find_words(ref, name, "words")
    return words_page(record, found, form, 422)


def find_words(ref: str, name: str, what: What) -> tuple[OpenedRecord, OwnWords]:
    """The opened record and the words in it that are called so. Raises ``NotFound``."""
    with opened(ref, what) as (db, record):
        return record, find(shared_words(db, record), name)


def words_page(
    record: OpenedRecord, found: OwnWords, form: MeaningForm, status: int = 200
) -> Response:
    """One text with what it means, and the form to tell it."""
    form.seen.raw_data, form.seen.data = None, found.digest
    return page(
        "coach/words_one.html",
        status,
        here="person",
        record=record,
        words=found,
        form=form,
        machine=machine.is_on() and not record.protected,
    )


def _tell(ref: str, name: str, form: MeaningForm) -> Receipt:
    source = next((each for each in SAID_BY if each == form.source.data), SAID_BY[0])
    with opened(ref, "meaning") as (db, record):
        return service.tell_meaning(
            db,
            actor=me().actor,
            record=record,
            name=name,
            seen=form.seen.data or "",
            text=form.text.data or "",
            source=source,
            key=form.once,
            now=now(),
        )
