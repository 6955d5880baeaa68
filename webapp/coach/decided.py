"""After the meeting: what the two decided, and whether they agree."""

from typing import cast

from flask import Response, request

from webapp.coach.blueprint import blueprint
from webapp.coach.decision_forms import DecisionAnswerForm, DecisionForm
from webapp.coach.forms import TapForm
from webapp.coach.record import opened
from webapp.domain.agreement.rules import LineView, Value, Wording
from webapp.domain.audit.service import Receipt
from webapp.domain.decisions import service
from webapp.domain.decisions.reading import shared_decided
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.forms import beside
from webapp.kit.pages import page, saved_there, taken_away
from webapp.kit.signed_in import me


@blueprint.get("/<ref>/meetings/<meeting>/decided")
def decided(ref: str, meeting: str) -> Response:
    """What was decided at this meeting, and a field for more."""
    return _page(ref, meeting, DecisionForm())


@blueprint.post("/<ref>/meetings/<meeting>/decided")
def decide(ref: str, meeting: str) -> Response:
    """Stores one thing that was decided. The participant is asked to agree."""
    form = DecisionForm()
    if form.validate():
        with form.refusing():
            return saved_there(_decide(ref, meeting, form), _address(ref, meeting))
    return _page(ref, meeting, form, 422)


@blueprint.get("/<ref>/meetings/<meeting>/decided/<line>")
def decision(ref: str, meeting: str, line: str) -> Response:
    """One decision, the coach's answer to it, and other words for it."""
    return _line_page(ref, meeting, line)


@blueprint.post("/<ref>/meetings/<meeting>/decided/<line>")
def answer_decision(ref: str, meeting: str, line: str) -> Response:
    """Stores yes, yes but, or no because."""
    form = DecisionAnswerForm()
    if form.validate():
        with form.refusing():
            try:
                return saved_there(_answer(ref, line, form), _address(ref, meeting))
            except Conflict:
                return _line_page(ref, meeting, line, 409, form=form)
    return _line_page(ref, meeting, line, 422, form=form)


@blueprint.post("/<ref>/meetings/<meeting>/decided/<line>/text")
def reword_decision(ref: str, meeting: str, line: str) -> Response:
    """Stores other words. Both earlier answers stop counting."""
    form = DecisionForm()
    if form.validate():
        with form.refusing():
            return saved_there(_reword(ref, line, form), _address(ref, meeting))
    return _line_page(ref, meeting, line, 422, words=form)


@blueprint.post("/<ref>/meetings/<meeting>/decided/<line>/remove")
def remove_decision(ref: str, meeting: str, line: str) -> Response:
    """Takes away what a coach wrote and the participant has not answered, or puts it back."""
    back = request.form.get("value") == "back"
    with opened(ref, "decided") as (db, record):
        service.take_away(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=line,
            away=not back,
            key=TapForm().once,
            now=now(),
        )
    return taken_away(_address(ref, meeting), f"undo={line}", back=back)


def _decide(ref: str, meeting: str, form: DecisionForm) -> Receipt:
    with opened(ref, "decided") as (db, record):
        return service.decide(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            meeting=meeting,
            wording=Wording(form.text.data or "", languages.own_words()),
            key=form.once,
            now=now(),
        )


def _answer(ref: str, line: str, form: DecisionAnswerForm) -> Receipt:
    with opened(ref, "answer") as (db, record):
        return service.answer(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=line,
            seen=form.seen.data or "",
            value=cast(Value, form.value.data),
            reason=form.reason.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )


def _reword(ref: str, line: str, form: DecisionForm) -> Receipt:
    try:
        with opened(ref, "decided") as (db, record):
            return service.reword(
                db,
                actor=me().actor,
                participant_id=record.participant_id,
                ref=line,
                seen=form.seen.data or "",
                wording=Wording(form.text.data or "", languages.own_words()),
                key=form.once,
                now=now(),
            )
    except Conflict:
        form.seen.raw_data = None
        raise Invalid("text", "conflict") from None


def _address(ref: str, meeting: str) -> str:
    return f"/coach/{ref}/meetings/{meeting}/decided"


def _page(ref: str, meeting: str, form: DecisionForm, status: int = 200) -> Response:
    with opened(ref, "meeting_read") as (db, record):
        found = shared_decided(db, record, meeting=meeting, now=now())
    return page(
        "coach/decided.html",
        status,
        here="person",
        record=record,
        decided=found,
        form=form,
        tap=TapForm(formdata=None),
    )


def _line_page(
    ref: str,
    meeting: str,
    line: str,
    status: int = 200,
    *,
    form: DecisionAnswerForm | None = None,
    words: DecisionForm | None = None,
) -> Response:
    with opened(ref, "meeting_read") as (db, record):
        found = shared_decided(db, record, meeting=meeting, now=now())
    one = next((each for each in found.lines if each.ref == line), None)
    if one is None:
        raise NotFound
    return page(
        "coach/decision.html",
        status,
        here="person",
        record=record,
        decided=found,
        line=one,
        form=form or beside(DecisionAnswerForm),
        words_form=_filled(words or beside(DecisionForm), one),
        tap=TapForm(formdata=None),
        changed=status == 409,
    )


def _filled(form: DecisionForm, line: LineView) -> DecisionForm:
    """The form with the words as they stand now, unless others have been typed."""
    if form.text.raw_data is None:
        form.text.data = line.wording.text
    if form.seen.raw_data is None:
        form.seen.data = line.seen
    return form
