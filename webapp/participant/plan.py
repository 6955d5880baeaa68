"""My plan, and my answer to a text that both of us should agree on."""

from contextlib import suppress
from typing import Any

from flask import Response

from webapp.domain.activities import rules as activity_rules
from webapp.domain.activities.reading import activities
from webapp.domain.agreement.rules import LineView
from webapp.domain.coordination.now import newest, own_now
from webapp.domain.coordination.reading import own_texts
from webapp.domain.coordination.rules import waiting
from webapp.domain.errors import Conflict
from webapp.domain.goals import service
from webapp.domain.goals.reading import own_goals
from webapp.domain.goals.rules import GoalView, shared_line
from webapp.domain.partners.names import goal_names
from webapp.domain.plan.reading import own_plans
from webapp.domain.plan.rules import plan_of
from webapp.domain.sharing.reading import own_consents
from webapp.domain.sharing.rules import living
from webapp.kit import languages
from webapp.kit.clock import now, today
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved_there
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import AnswerForm, TapForm, filled, now_sees


@blueprint.get("/plan")
def plan() -> Response:
    """Goal by goal: my part, their part, when, and whether we agree."""
    goals = own_goals(reading(), participant_id=me().id)
    latest = newest(own_plans(reading(), participant_id=me().id))
    whole = own_now(reading(), participant_id=me().id, latest=latest, goals=goals)
    found = {"plan": plan_of(goals), "whole": whole, **_going_on(), **_shared(goals)}
    return page("participant/plan.html", here="plan", tap=TapForm(), **found)


def _shared(goals: tuple[GoalView, ...]) -> dict[str, Any]:
    """Who else may read what of mine."""
    at = now()
    given = living(own_consents(reading(), participant_id=me().id), at)
    return {"consents": given, "names": goal_names(goals), "goals_only": True, "at": at}


def _going_on() -> dict[str, Any]:
    """What goes on today, whether I have trained anywhere, and whether I have had to wait."""
    found, day = activities(reading(), participant_id=me().id), today()
    return {
        "lanes": activity_rules.side_by_side(found, day),
        "trained": activity_rules.trained(found, day),
        "described": waiting(own_texts(reading(), participant_id=me().id)),
        "gap": activity_rules.gap_now(found, me().person.started_on, day),
    }


@blueprint.get("/plan/<ref>")
def line(ref: str) -> Response:
    """One text of the plan, and what I say to it."""
    goal, found = _line(ref)
    said = found.participant.value if found.participant else None
    form = filled(AnswerForm(), seen=found.seen, value=said)
    return page("participant/line.html", here="plan", goal=goal, line=found, form=form)


@blueprint.post("/plan/<ref>")
def answer_line(ref: str) -> Response:
    """Stores yes, yes but, or no because."""
    form = AnswerForm()
    if form.validate_on_submit():
        with form.refusing(), suppress(Conflict):
            return _answer(ref, form)
    return _answer_again(ref, form)


def _answer_again(ref: str, form: AnswerForm) -> Response:
    """The page with what was typed. A text that is another by now is asked about anew."""
    goal, found = _line(ref)
    changed = now_sees(form, found)
    if changed:
        form.value.data = None
    return page(
        "participant/line.html",
        409 if changed else 422,
        here="plan",
        goal=goal,
        line=found,
        form=form,
        changed=changed,
    )


def _answer(ref: str, form: AnswerForm) -> Response:
    with writing() as db:
        receipt = service.answer_line(
            db,
            actor=me().actor,
            participant_id=me().id,
            ref=ref,
            seen=form.seen.data or "",
            value=form.value.data,
            reason=form.reason.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )
    return saved_there(receipt, "/me/plan")


def _line(ref: str) -> tuple[GoalView, LineView]:
    return shared_line(own_goals(reading(), participant_id=me().id), ref)
