"""The days on which the plan is looked at together."""

from flask import Response, request

from webapp.coach.blueprint import blueprint
from webapp.coach.coordination_forms import FollowUpForm
from webapp.coach.forms import TapForm
from webapp.coach.plan_facts import remove
from webapp.coach.record import opened
from webapp.domain.audit.service import Receipt
from webapp.domain.coordination import around, facts
from webapp.domain.errors import Invalid
from webapp.kit.clock import now
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me


@blueprint.get("/<ref>/plan/follow-ups/new")
def new_follow_up(ref: str) -> Response:
    """A day, and who calls to it."""
    return _page(ref, None, FollowUpForm())


@blueprint.post("/<ref>/plan/follow-ups/new")
def plan_follow_up(ref: str) -> Response:
    """Stores the day."""
    return _store(ref, None)


@blueprint.get("/<ref>/plan/follow-ups/<day>")
def edit_follow_up(ref: str, day: str) -> Response:
    """The day, to be moved or taken away."""
    return _page(ref, day, FollowUpForm())


@blueprint.post("/<ref>/plan/follow-ups/<day>")
def move_follow_up(ref: str, day: str) -> Response:
    """Stores another day."""
    return _store(ref, day)


@blueprint.post("/<ref>/plan/follow-ups/<day>/remove")
def remove_follow_up(ref: str, day: str) -> Response:
    """Takes it away, or puts it back. The next page offers to put it back."""
    return remove(ref, "follow_up", day)


def _page(ref: str, name: str | None, form: FollowUpForm, status: int = 200) -> Response:
    with opened(ref, "whole") as (db, record):
        found = around.follow_up(db, record, name) if name else None
    if found and form.day.raw_data is None:
        form.process(obj=found)
    return page(
        "coach/follow_up.html",
        status,
        here="person",
        record=record,
        follow_up=found,
        form=form,
        action=request.path,
        tap=TapForm(formdata=None),
    )


def _store(ref: str, name: str | None) -> Response:
    form = FollowUpForm()
    if form.validate():
        with form.refusing():
            return saved(_written(ref, name, form), f"/coach/{ref}/plan/whole#follow-up")
    return _page(ref, name, form, 422)


def _written(ref: str, name: str | None, form: FollowUpForm) -> Receipt:
    day, caller, actor = form.day.data, form.caller.data or "", me().actor
    if day is None:
        raise Invalid("day", "empty")
    with opened(ref, "plan_facts") as (db, record):
        if name is None:
            return facts.plan_follow_up(
                db, actor=actor, record=record, day=day, caller=caller, key=form.once, now=now()
            )
        return facts.move_follow_up(
            db, actor=actor, record=record, ref=name, day=day, caller=caller, key=form.once,
            now=now(),
        )  # fmt: skip
