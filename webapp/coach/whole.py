"""The whole coordinated plan: the same document that the participant has."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import TapForm
from webapp.coach.record import opened
from webapp.domain.coordination.whole import whole_plan as read
from webapp.domain.partners.names import shared_names
from webapp.kit.clock import now, today
from webapp.kit.pages import page


@blueprint.get("/<ref>/plan/whole")
def whole_plan(ref: str) -> Response:
    """Everything that both share, with ways to write the staff's part."""
    with opened(ref, "whole") as (db, record):
        plan = read(db, record, day=today())
        names = shared_names(db, record, now=now())
    return page(
        "coach/whole.html",
        here="person",
        record=record,
        plan=plan,
        consents=plan.consents,
        names=names,
        at=now(),
        tap=TapForm(),
    )
