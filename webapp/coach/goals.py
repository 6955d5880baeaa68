"""A goal that the coach suggests."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import GoalForm
from webapp.coach.record import opened
from webapp.domain.agreement.rules import Wording
from webapp.domain.audit.service import Receipt
from webapp.domain.goals import service
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me


@blueprint.get("/<ref>/plan/goals/new")
def new_goal(ref: str) -> Response:
    """Words for a goal to suggest."""
    return _page(ref, GoalForm())


@blueprint.post("/<ref>/plan/goals/new")
def suggest_goal(ref: str) -> Response:
    """Stores the suggested goal. It waits for the participant's answer."""
    form = GoalForm()
    if form.validate():
        with form.refusing():
            return saved(_store(ref, form), f"/coach/{ref}/plan")
    return _page(ref, form, 422)


def _page(ref: str, form: GoalForm, status: int = 200) -> Response:
    with opened(ref, "plan") as (_db, record):
        pass  # only the name is shown
    return page("coach/goal.html", status, here="person", record=record, form=form)


def _store(ref: str, form: GoalForm) -> Receipt:
    with opened(ref, "proposal") as (db, record):
        return service.set_goal(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            wording=Wording(form.text.data or "", languages.own_words()),
            shared=True,
            key=form.once,
            now=now(),
        )
