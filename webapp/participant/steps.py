"""Steps towards a goal: add, change, do, take away."""

from flask import Response, request
from flask_babel import gettext

from webapp.domain.audit.service import Receipt
from webapp.domain.goals import service, steps
from webapp.domain.goals.reading import goal_of_step, goal_ref_of_step, own_goal
from webapp.kit.cards import card_text
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import done, page, place_of, saved_there
from webapp.kit.signed_in import me
from webapp.kit.step_cards import chosen, step_cards, step_wording
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import StepForm, TapForm, filled, now_sees


@blueprint.get("/goals/<ref>/steps/new")
def new_step(ref: str) -> Response:
    """What, who and by when: from a picture, or in own words."""
    form, card = StepForm(), chosen(request.args.get("card"))
    if card is not None:
        filled(form, text=card_text(card.id), doer=card.doer, card=card.id)
    return _new_page(ref, form)


def _new_page(ref: str, form: StepForm, status: int = 200) -> Response:
    goal = own_goal(reading(), participant_id=me().id, ref=ref)
    return page(
        "participant/step.html",
        status,
        here="goals",
        goal=goal,
        step=None,
        form=form,
        cards=step_cards(),
    )


@blueprint.post("/goals/<ref>/steps/new")
def add_step(ref: str) -> Response:
    """Stores a step."""
    form = StepForm()
    if form.validate_on_submit():
        with form.refusing():
            return saved_there(_add(ref, form), f"/me/goals/{ref}")
    return _new_page(ref, form, 422)


def _add(ref: str, form: StepForm) -> Receipt:
    with writing() as db:
        return steps.add_step(
            db,
            actor=me().actor,
            participant_id=me().id,
            goal_ref=ref,
            wording=step_wording(form),
            key=form.once,
            now=now(),
        )


@blueprint.get("/steps/<ref>/edit")
def edit_step(ref: str) -> Response:
    """Another text, doer or day for a step."""
    goal, step = goal_of_step(reading(), participant_id=me().id, ref=ref)
    said = step.line.wording
    form = filled(
        StepForm(),
        text=card_text(said.card) if said.card else said.text,
        card=said.card,
        doer=said.doer,
        doer_name=said.doer_name,
        due_on=said.due_on,
        seen=step.line.seen,
    )
    return page("participant/step.html", here="goals", goal=goal, step=step, form=form)


@blueprint.post("/steps/<ref>/edit")
def rewrite_step(ref: str) -> Response:
    """Stores the change. Both answers to the old text stop counting."""
    form = StepForm()
    if form.validate_on_submit():
        with form.refusing(conflict="text"):
            return _rewrite(ref, form)
    goal, step = goal_of_step(reading(), participant_id=me().id, ref=ref)
    found = {"goal": goal, "step": step, "moved": now_sees(form, step.line)}
    return page("participant/step.html", 422, here="goals", form=form, **found)


def _rewrite(ref: str, form: StepForm) -> Response:
    goal, step = goal_of_step(reading(), participant_id=me().id, ref=ref)
    with writing() as db:
        receipt = service.edit_line(
            db,
            actor=me().actor,
            participant_id=me().id,
            ref=ref,
            seen=form.seen.data or "",
            wording=step_wording(form, step.line.wording),
            key=form.once,
            now=now(),
        )
    return saved_there(receipt, f"/me/goals/{goal.line.ref}")


@blueprint.post("/steps/<ref>/done")
def mark_step(ref: str) -> Response:
    """The step is done, or not done after all."""
    with writing() as db:
        receipt = steps.mark_step(
            db,
            actor=me().actor,
            participant_id=me().id,
            ref=ref,
            done=request.form.get("value") == "done",
            key=TapForm().once,
            now=now(),
        )
    goal = goal_ref_of_step(reading(), participant_id=me().id, ref=ref)
    return saved_there(receipt, f"/me/goals/{goal}")


@blueprint.post("/steps/<ref>/remove")
def remove_step(ref: str) -> Response:
    """Takes the step away; the next page offers to put it back."""
    goal = goal_ref_of_step(reading(), participant_id=me().id, ref=ref)
    back = request.form.get("value") == "back"
    with writing() as db:
        steps.remove_step(
            db, actor=me().actor, ref=ref, removed=not back, key=TapForm().once, now=now()
        )
    if back:
        return done(gettext("The step is back."), place_of(f"/me/goals/{goal}", ref))
    return done(gettext("The step is taken away."), f"/me/goals/{goal}?undo={ref}")
