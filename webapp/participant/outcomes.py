"""Whether it is right, what the coach has written about how it goes for me."""

from flask import Response

from webapp.domain.audit.service import Receipt
from webapp.domain.outcomes import answering
from webapp.domain.outcomes.reading import own_outcome
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved_there
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import filled
from webapp.participant.step_forms import OutcomeForm


@blueprint.get("/steps/outcomes/<ref>")
def outcome(ref: str) -> Response:
    """What is written, and yes or no because."""
    found = own_outcome(reading(), participant_id=me().id, ref=ref)
    said = found.answer
    form = filled(
        OutcomeForm(), value=said.value if said else None, reason=said.reason if said else None
    )
    return page("participant/outcome.html", here="goals", outcome=found, form=form)


@blueprint.post("/steps/outcomes/<ref>")
def answer_outcome(ref: str) -> Response:
    """Stores the answer. The coach reads it."""
    form = OutcomeForm()
    if form.validate_on_submit():
        with form.refusing():
            return saved_there(_answer(ref, form), "/me/steps")
    found = own_outcome(reading(), participant_id=me().id, ref=ref)
    return page("participant/outcome.html", 422, here="goals", outcome=found, form=form)


def _answer(ref: str, form: OutcomeForm) -> Receipt:
    no = form.value.data == "no"
    with writing() as db:
        return answering.answer(
            db,
            actor=me().actor,
            ref=ref,
            value=form.value.data,
            reason=(form.reason.data or "") if no else "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )
