"""My steps: what I have done, in my own words. No points and no levels."""

from flask import Response, request
from flask_babel import gettext

from webapp.domain.audit.service import Receipt
from webapp.domain.outcomes import own_steps
from webapp.domain.outcomes.reading import own_outcomes, own_step
from webapp.domain.outcomes.reading import own_steps as read_steps
from webapp.kit import languages
from webapp.kit.clock import now, today
from webapp.kit.database import reading, writing
from webapp.kit.pages import done, page, place_of, saved_there
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm, filled
from webapp.participant.step_forms import OutcomeForm, OwnStepEditForm, OwnStepForm

ADDRESS = "/me/steps"


@blueprint.get("/steps")
def my_steps() -> Response:
    """What my coach has written about how it goes, and what I have done."""
    db = reading()
    return page(
        "participant/my_steps.html",
        here="goals",
        outcomes=own_outcomes(db, participant_id=me().id),
        steps=read_steps(db, participant_id=me().id),
        tap=TapForm(),
        answer=OutcomeForm(),
    )


@blueprint.get("/steps/new")
def new_own_step() -> Response:
    """What I did, when, and who sees it."""
    form = filled(OwnStepForm(), happened_on=today())
    return page("participant/own_step.html", here="goals", step=None, form=form)


@blueprint.post("/steps/new")
def write_own_step() -> Response:
    """Stores a step."""
    form = OwnStepForm()
    if form.validate_on_submit():
        with form.refusing():
            return saved_there(_write(form), ADDRESS)
    return page("participant/own_step.html", 422, here="goals", step=None, form=form)


def _write(form: OwnStepForm) -> Receipt:
    with writing() as db:
        return own_steps.write(
            db,
            actor=me().actor,
            text=form.text.data or "",
            lang=languages.own_words(),
            happened_on=form.happened_on.data or today(),
            shared=form.shared,
            key=form.once,
            now=now(),
        )


@blueprint.get("/steps/own/<ref>")
def edit_own_step(ref: str) -> Response:
    """Another text or day."""
    step = own_step(reading(), participant_id=me().id, ref=ref)
    form = filled(OwnStepEditForm(), text=step.text, happened_on=step.happened_on)
    return page("participant/own_step.html", here="goals", step=step, form=form)


@blueprint.post("/steps/own/<ref>")
def rewrite_own_step(ref: str) -> Response:
    """Stores the change."""
    step = own_step(reading(), participant_id=me().id, ref=ref)
    form = OwnStepEditForm()
    if form.validate_on_submit():
        with form.refusing():
            return saved_there(_rewrite(ref, form), ADDRESS)
    return page("participant/own_step.html", 422, here="goals", step=step, form=form)


def _rewrite(ref: str, form: OwnStepEditForm) -> Receipt:
    with writing() as db:
        return own_steps.edit(
            db,
            actor=me().actor,
            ref=ref,
            text=form.text.data or "",
            lang=languages.own_words(),
            happened_on=form.happened_on.data or today(),
            key=form.once,
            now=now(),
        )


@blueprint.post("/steps/own/<ref>/share")
def share_own_step(ref: str) -> Response:
    """Lets the coach read the step, or makes it "only me" again."""
    shared = request.form.get("value") == "coach"
    with writing() as db:
        receipt = own_steps.share(
            db, actor=me().actor, ref=ref, shared=shared, key=TapForm().once, now=now()
        )
    return saved_there(receipt, ADDRESS)


@blueprint.post("/steps/own/<ref>/remove")
def remove_own_step(ref: str) -> Response:
    """Takes the step away; the next page offers to put it back."""
    back = request.form.get("value") == "back"
    with writing() as db:
        own_steps.remove(
            db, actor=me().actor, ref=ref, removed=not back, key=TapForm().once, now=now()
        )
    if back:
        return done(gettext("The step is back."), place_of(ADDRESS, ref))
    return done(gettext("The step is taken away."), f"{ADDRESS}?undo={ref}")
