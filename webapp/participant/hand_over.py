"""When I get another coach: what a coach should know about me, and what goes on."""

from flask import Response
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from webapp.domain.audit.service import Receipt
from webapp.domain.coordination import letters
from webapp.domain.coordination.handed import HANDED, LetterView
from webapp.domain.errors import NotFound
from webapp.domain.people.service import contact
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import done, page, saved
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.coordination_forms import ApprovalForm, LetterForm
from webapp.participant.forms import TapForm, filled

ADDRESS = "/me/hand-over"
PARTS = {
    "goals": _l("My goals and steps"),
    "important": _l("What is important to me"),
    "needs": _l("My needs, and how I think that follow-ups went"),
    "myself": _l("What I can do myself, and what help I need"),
    "path": _l("My path: what drives me, my job profile and my big goal"),
    "steps": _l("The steps that I have taken"),
}


def _letter() -> tuple[LetterView | None, str]:
    found = letters.own_letter(reading(), participant_id=me().id)
    return found or (None, "")


@blueprint.get("/hand-over")
def hand_over() -> Response:
    """My letter, who may read it and since when."""
    letter, _ = _letter()
    return page(
        "participant/hand_over.html",
        here="plan",
        letter=letter,
        coach=contact(reading(), participant_id=me().id),
        parts=PARTS,
        tap=TapForm(),
    )


@blueprint.get("/hand-over/write")
def new_letter() -> Response:
    """Room for what a coach should know about me."""
    letter, _ = _letter()
    form = LetterForm()
    if letter is not None:
        form = filled(form, text=letter.text)
        if form.reader.raw_data is None:
            form.reader.data = letter.reader
    return _write_page(form, letter)


@blueprint.post("/hand-over/write")
def write_letter() -> Response:
    """Stores it as a draft. The next page asks whether it may be read."""
    form = LetterForm()
    if form.validate_on_submit():
        with form.refusing():
            return saved(_write(form), f"{ADDRESS}/approve")
    return _write_page(form, _letter()[0], 422)


def _write(form: LetterForm) -> Receipt:
    with writing() as db:
        return letters.write(
            db,
            actor=me().actor,
            text=form.text.data or "",
            lang=languages.own_words(),
            reader=form.reader.data or "",
            key=form.once,
            now=now(),
        )


def _write_page(form: LetterForm, letter: LetterView | None, status: int = 200) -> Response:
    form.name_reader(contact(reading(), participant_id=me().id))
    return page("participant/letter.html", status, here="plan", form=form, letter=letter)


@blueprint.get("/hand-over/approve")
def ask_approval() -> Response:
    """The letter once more, and what goes on to the next coach."""
    return _approve_page(_form())


def _form() -> ApprovalForm:
    form = ApprovalForm()
    form.parts.choices = [(part, str(words)) for part, words in PARTS.items()]
    return form


@blueprint.post("/hand-over/approve")
def approve() -> Response:
    """From now on that coach may read it."""
    form = _form()
    if form.validate_on_submit():
        with form.refusing():
            return saved(_approve(form), ADDRESS)
    return _approve_page(form, 422)


def _approve(form: ApprovalForm) -> Receipt:
    with writing() as db:
        return letters.approve(
            db,
            actor=me().actor,
            seen=form.seen.data or "",
            parts=tuple(form.parts.data or ()),
            key=form.once,
            now=now(),
        )


def _approve_page(form: ApprovalForm, status: int = 200) -> Response:
    letter, ref = _letter()
    if letter is None:
        raise NotFound
    if form.parts.raw_data is None and not form.is_submitted():
        form.parts.data = list(letter.parts if letter.approved_at else HANDED)
    form.seen.raw_data, form.seen.data = None, ref
    return page("participant/approve.html", status, here="plan", form=form, letter=letter)


@blueprint.post("/hand-over/withdraw")
def withdraw_approval() -> Response:
    """I take my yes back: nobody else reads it from now on."""
    with writing() as db:
        letters.withdraw(db, actor=me().actor, key=TapForm().once, now=now())
    return done(gettext("Your yes is taken back. Only you can read your text now."), ADDRESS)
