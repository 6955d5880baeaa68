"""An interpreter at my meeting: whether, in which language, and how."""

from flask import Response

from webapp.domain.audit.service import Receipt
from webapp.domain.meetings import interpreting
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import writing
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.booking import ADDRESS, arrangement
from webapp.participant.booking_forms import InterpreterForm


@blueprint.get("/meetings/<ref>/interpreter")
def interpreter_page(ref: str) -> Response:
    """What I have wished, or a wish to begin with."""
    return _page(ref, InterpreterForm())


@blueprint.post("/meetings/<ref>/interpreter")
def wish_interpreter(ref: str) -> Response:
    """Stores the wish. The coach books."""
    form = InterpreterForm()
    if form.validate_on_submit():
        with form.refusing():
            return saved(_wish(ref, form), f"{ADDRESS}/{ref}#interpreter")
    return _page(ref, form, 422)


def _page(ref: str, form: InterpreterForm, status: int = 200) -> Response:
    found = arrangement(ref)
    form.show(found.meeting.interpreter, _own())
    return page("participant/interpreter.html", status, here="home", found=found, form=form)


def _own() -> str:
    """The language the person writes in; nobody needs an interpreter into Swedish."""
    tag = languages.own_words()
    return "" if tag == languages.FIRST else tag


def _wish(ref: str, form: InterpreterForm) -> Receipt:
    with writing() as db:
        return interpreting.wish_interpreter(
            db,
            actor=me().actor,
            ref=ref,
            wanted=form.wanted.data == "yes",
            tongue=form.tongue,
            key=form.once,
            now=now(),
        )
