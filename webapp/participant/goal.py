"""One goal: its steps, who sees it, and how it is going."""

from flask import Response, request

from webapp.domain.agreement.rules import Wording
from webapp.domain.goals import service
from webapp.domain.goals.reading import own_goal
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm, TextForm, filled, now_sees


@blueprint.get("/goals/<ref>")
def goal(ref: str) -> Response:
    """The goal with its steps."""
    found = own_goal(reading(), participant_id=me().id, ref=ref)
    return page("participant/goal.html", here="goals", goal=found, tap=TapForm())


@blueprint.get("/goals/<ref>/edit")
def edit_goal(ref: str) -> Response:
    """Another text for the goal."""
    found = own_goal(reading(), participant_id=me().id, ref=ref)
    form = filled(TextForm(), text=found.line.wording.text, seen=found.line.seen)
    return page("participant/goal_edit.html", here="goals", goal=found, form=form)


@blueprint.post("/goals/<ref>/edit")
def rewrite_goal(ref: str) -> Response:
    """Stores another text. Both answers to the old one stop counting."""
    form = TextForm()
    if form.validate_on_submit():
        with form.refusing(conflict="text"):
            return _rewrite(ref, form)
    found = own_goal(reading(), participant_id=me().id, ref=ref)
    moved = now_sees(form, found.line)
    return page("participant/goal_edit.html", 422, here="goals", goal=found, form=form, moved=moved)


def _rewrite(ref: str, form: TextForm) -> Response:
    with writing() as db:
        receipt = service.edit_line(
            db,
            actor=me().actor,
            participant_id=me().id,
            ref=ref,
            seen=form.seen.data or "",
            wording=Wording(form.text.data or "", languages.own_words()),
            key=form.once,
            now=now(),
        )
    return saved(receipt, f"/me/goals/{ref}")


@blueprint.post("/goals/<ref>/status")
def goal_status(ref: str) -> Response:
    """Pauses, reaches, drops or takes up the goal. Each can be changed back."""
    with writing() as db:
        receipt = service.set_status(
            db,
            actor=me().actor,
            ref=ref,
            status=request.form.get("value", ""),
            key=TapForm().once,
            now=now(),
        )
    return saved(receipt, f"/me/goals/{ref}")


@blueprint.post("/goals/<ref>/share")
def share_goal(ref: str) -> Response:
    """Shares the goal with the coach, or makes it "only me" again."""
    with writing() as db:
        receipt = service.share_goal(
            db,
            actor=me().actor,
            ref=ref,
            shared=request.form.get("value") == "coach",
            key=TapForm().once,
            now=now(),
        )
    return saved(receipt, f"/me/goals/{ref}#readers")
