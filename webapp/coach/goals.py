"""A goal that the coach suggests, and other words for a goal."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import GoalForm
from webapp.coach.lines import find_goal
from webapp.coach.plan_forms import WordsForm
from webapp.coach.record import opened
from webapp.domain.agreement.rules import Wording
from webapp.domain.audit.service import Receipt
from webapp.domain.goals import service
from webapp.domain.goals.reading import shared_goals
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.pages import page, saved_there
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
            return saved_there(_store(ref, form), f"/coach/{ref}/plan")
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


@blueprint.get("/<ref>/plan/goals/<line>")
def edit_goal(ref: str, line: str) -> Response:
    """Other words for a shared goal."""
    return _edit_page(ref, line, WordsForm())


@blueprint.post("/<ref>/plan/goals/<line>")
def rewrite_goal(ref: str, line: str) -> Response:
    """Stores other words. Both answers to the old ones stop counting."""
    form = WordsForm()
    if form.validate():
        with form.refusing(conflict="text"):
            return saved_there(_rewrite(ref, line, form), f"/coach/{ref}/plan")
    return _edit_page(ref, line, form, 422)


def _edit_page(ref: str, line: str, form: WordsForm, status: int = 200) -> Response:
    with opened(ref, "plan") as (db, record):
        goal = find_goal(shared_goals(db, record), line)
    if form.text.raw_data is None:
        form.text.data = goal.line.wording.text
    form.seen.raw_data, form.seen.data = None, goal.line.seen
    return page("coach/goal_edit.html", status, here="person", record=record, goal=goal, form=form)


def _rewrite(ref: str, line: str, form: WordsForm) -> Receipt:
    with opened(ref, "edit") as (db, record):
        find_goal(shared_goals(db, record), line)  # a step is changed on its own page
        return service.edit_line(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=line,
            seen=form.seen.data or "",
            wording=Wording(form.text.data or "", languages.own_words()),
            key=form.once,
            now=now(),
        )
