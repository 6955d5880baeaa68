"""After the meeting: what we decided, and whether we agree."""

from flask import Response, request

from webapp.domain.agreement.rules import LineView, Wording
from webapp.domain.audit.service import Receipt
from webapp.domain.decisions import service
from webapp.domain.decisions.reading import own_decided
from webapp.domain.decisions.rules import Decided
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.instruments.load import instrument
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.forms import beside
from webapp.kit.pages import page, saved_there, taken_away
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import AnswerForm, DecisionForm, TapForm, filled
from webapp.participant.surveys import tasks_now

AFTER_MEETING = "MOTE"


@blueprint.get("/meetings/<ref>/decided")
def decided(ref: str) -> Response:
    """What we decided at this meeting, and a field for more."""
    return _page(ref, DecisionForm())


@blueprint.post("/meetings/<ref>/decided")
def decide(ref: str) -> Response:
    """Stores one thing that we decided. My coach is asked to agree."""
    form = DecisionForm()
    if form.validate_on_submit():
        with form.refusing():
            return saved_there(_decide(ref, form), _address(ref))
    return _page(ref, form, 422)


def _decide(ref: str, form: DecisionForm) -> Receipt:
    with writing() as db:
        return service.decide(
            db,
            actor=me().actor,
            participant_id=me().id,
            meeting=ref,
            wording=Wording(form.text.data or "", languages.own_words()),
            key=form.once,
            now=now(),
        )


@blueprint.get("/meetings/<ref>/decided/<line>")
def decision(ref: str, line: str) -> Response:
    """One thing that we decided, what I say to it, and other words for it."""
    return _line_page(ref, line, AnswerForm())


@blueprint.post("/meetings/<ref>/decided/<line>")
def answer_decision(ref: str, line: str) -> Response:
    """Stores yes, yes but, or no because."""
    form = AnswerForm()
    if form.validate_on_submit():
        with form.refusing():
            try:
                return _answer(ref, line, form)
            except Conflict:
                return _line_page(ref, line, form, 409)
    return _line_page(ref, line, form, 422)


@blueprint.post("/meetings/<ref>/decided/<line>/text")
def reword_decision(ref: str, line: str) -> Response:
    """Stores other words. Both earlier answers stop counting."""
    form = DecisionForm()
    if form.validate_on_submit():
        with form.refusing():
            return _reword(ref, line, form)
    return _line_page(ref, line, AnswerForm(formdata=None), 422, form)


@blueprint.post("/meetings/<ref>/decided/<line>/remove")
def remove_decision(ref: str, line: str) -> Response:
    """Takes away what I wrote myself and nobody has answered, or puts it back."""
    back = request.form.get("value") == "back"
    with writing() as db:
        service.take_away(
            db,
            actor=me().actor,
            participant_id=me().id,
            ref=line,
            away=not back,
            key=TapForm().once,
            now=now(),
        )
    return taken_away(_address(ref), f"undo={line}", back=back)


def _answer(ref: str, line: str, form: AnswerForm) -> Response:
    with writing() as db:
        receipt = service.answer(
            db,
            actor=me().actor,
            participant_id=me().id,
            ref=line,
            seen=form.seen.data or "",
            value=form.value.data,
            reason=form.reason.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )
    return saved_there(receipt, _address(ref))


def _reword(ref: str, line: str, form: DecisionForm) -> Response:
    try:
        with writing() as db:
            receipt = service.reword(
                db,
                actor=me().actor,
                participant_id=me().id,
                ref=line,
                seen=form.seen.data or "",
                wording=Wording(form.text.data or "", languages.own_words()),
                key=form.once,
                now=now(),
            )
    except Conflict:
        form.seen.raw_data = form.seen.data = None  # the page fills in the new one
        raise Invalid("text", "conflict") from None
    return saved_there(receipt, _address(ref))


def _address(ref: str) -> str:
    return f"/me/meetings/{ref}/decided"


def _read(ref: str) -> Decided:
    return own_decided(reading(), participant_id=me().id, meeting=ref, now=now())


def _page(ref: str, form: DecisionForm, status: int = 200) -> Response:
    found = _read(ref)
    asked = [task for task in tasks_now(instrument(AFTER_MEETING)) if not task.done]
    return page(
        "participant/decided.html",
        status,
        here="home",
        decided=found,
        form=form,
        tap=TapForm(formdata=None),
        asked=asked[0] if asked else None,
    )


def _line_page(
    ref: str, line: str, form: AnswerForm, status: int = 200, words: DecisionForm | None = None
) -> Response:
    found = _read(ref)
    one = find(found, line)
    said = one.participant.value if one.participant else None
    if status == 409:
        form.seen.raw_data, form.seen.data = None, one.seen
    return page(
        "participant/decision.html",
        status,
        here="home",
        decided=found,
        line=one,
        form=filled(form, seen=one.seen, value=said),
        words_form=filled(words or beside(DecisionForm), text=one.wording.text, seen=one.seen),
        tap=TapForm(formdata=None),
        changed=status == 409,
    )


def find(found: Decided, ref: str) -> LineView:
    """The decision with this name. Raises ``NotFound``."""
    for line in found.lines:
        if line.ref == ref:
            return line
    raise NotFound
