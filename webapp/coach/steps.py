"""Steps that the coach suggests, and another text for a step."""

from flask import Response, request
from flask_babel import gettext

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import StepForm
from webapp.coach.lines import find_goal, find_goal_and_step
from webapp.coach.record import opened
from webapp.domain.audit.service import Receipt
from webapp.domain.errors import NotFound
from webapp.domain.goals import service, steps
from webapp.domain.goals.reading import shared_goal_without, shared_goals
from webapp.kit.cards import card_text
from webapp.kit.clock import now
from webapp.kit.pages import page, saved_there
from webapp.kit.signed_in import me
from webapp.kit.step_cards import chosen, step_cards, step_wording


@blueprint.get("/<ref>/plan/<goal>/steps/new")
def new_step(ref: str, goal: str) -> Response:
    """A step to suggest for one goal: from a picture, or in own words."""
    form, card = StepForm(), chosen(request.args.get("card"))
    if card is not None and form.text.raw_data is None:
        form.process(data={"text": card_text(card.id), "doer": card.doer, "card": card.id})
    return _new_page(ref, goal, form)


@blueprint.post("/<ref>/plan/<goal>/steps/new")
def suggest_step(ref: str, goal: str) -> Response:
    """Stores the suggested step. It waits for the participant's answer."""
    form = StepForm()
    if form.validate():
        with form.refusing():
            return saved_there(_add(ref, goal, form), f"/coach/{ref}/plan")
    return _new_page(ref, goal, form, 422)


def _new_page(ref: str, goal: str, form: StepForm, status: int = 200) -> Response:
    with opened(ref, "plan") as (db, record):
        found = find_goal(shared_goals(db, record), goal)
    return page(
        "coach/step.html",
        status,
        here="person",
        record=record,
        goal=found,
        step=None,
        form=form,
        cards=step_cards(),
    )


def _add(ref: str, goal: str, form: StepForm) -> Receipt:
    with opened(ref, "proposal") as (db, record):
        return steps.add_step(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            goal_ref=goal,
            wording=step_wording(form),
            key=form.once,
            now=now(),
        )


@blueprint.get("/<ref>/plan/steps/<line>")
def edit_step(ref: str, line: str) -> Response:
    """Another text, doer or day for a step."""
    return _edit_page(ref, line, StepForm())


@blueprint.post("/<ref>/plan/steps/<line>")
def rewrite_step(ref: str, line: str) -> Response:
    """Stores the change. Both answers to the old text stop counting."""
    form = StepForm()
    try:
        if form.validate():
            with form.refusing(conflict="text"):
                return saved_there(_rewrite(ref, line, form), f"/coach/{ref}/plan")
        return _edit_page(ref, line, form, 422)
    except NotFound:
        return _taken_away_page(ref, line, form)


def _edit_page(ref: str, line: str, form: StepForm, status: int = 200) -> Response:
    with opened(ref, "plan") as (db, record):
        goal, step = find_goal_and_step(shared_goals(db, record), line)
    if form.text.raw_data is None:
        form.process(obj=step.line.wording)
        if step.line.wording.card:
            form.text.data = card_text(step.line.wording.card)
    form.seen.raw_data, form.seen.data = None, step.line.seen
    return page(
        "coach/step.html", status, here="person", record=record, goal=goal, step=step, form=form
    )


def _taken_away_page(ref: str, line: str, form: StepForm) -> Response:
    """What was typed, as a step to suggest. Raises ``NotFound`` when no step was taken away."""
    with opened(ref, "plan") as (db, record):
        goal = shared_goal_without(db, record, line)
    form.form_errors.append(
        gettext(
            "%(name)s has taken this step away. Your own words are still here."
            " You can suggest them as a new step.",
            name=record.name,
        )
    )
    return page(
        "coach/step.html", 409, here="person", record=record, goal=goal, step=None, form=form
    )


def _rewrite(ref: str, line: str, form: StepForm) -> Receipt:
    with opened(ref, "edit") as (db, record):
        _, step = find_goal_and_step(shared_goals(db, record), line)
        return service.edit_line(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=line,
            seen=form.seen.data or "",
            wording=step_wording(form, step.line.wording),
            key=form.once,
            now=now(),
        )
