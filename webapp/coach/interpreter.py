"""The interpreter at a meeting: booked, not possible, or not yet."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.booking_forms import InterpreterForm
from webapp.coach.record import opened
from webapp.domain.audit.service import Receipt
from webapp.domain.meetings import interpreting
from webapp.domain.meetings.coming import arrangement
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me


@blueprint.get("/<ref>/meetings/<meeting>/interpreter")
def interpreter_page(ref: str, meeting: str) -> Response:
    """What is wished, and what is booked."""
    return _page(ref, meeting, InterpreterForm())


@blueprint.post("/<ref>/meetings/<meeting>/interpreter")
def mark_interpreter(ref: str, meeting: str) -> Response:
    """Stores it. The participant sees it at once."""
    form = InterpreterForm()
    if form.validate():
        with form.refusing(conflict="state"):
            return saved(_mark(ref, meeting, form), f"/coach/{ref}/meetings/{meeting}#interpreter")
    return _page(ref, meeting, form, 422)


def _page(ref: str, meeting: str, form: InterpreterForm, status: int = 200) -> Response:
    with opened(ref, "page") as (db, record):
        found = arrangement(db, record, ref=meeting, now=now())
    own = record.language.split("@")[0]
    own = "" if own == languages.FIRST else own
    form.show(found.meeting.interpreter, own, found.meeting.moves)
    return page(
        "coach/interpreter.html", status, here="person", record=record, found=found, form=form
    )


def _mark(ref: str, meeting: str, form: InterpreterForm) -> Receipt:
    state = "" if form.state.data == "none" else form.state.data
    with opened(ref, "interpreter") as (db, record):
        return interpreting.mark_interpreter(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=meeting,
            seen=form.seen.data or 0,
            state=state,
            tongue=form.tongue,
            why=form.why.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )
