"""What somebody shares with other organisations. The coach reads it, and can give no consent."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.record import opened
from webapp.domain.goals.reading import shared_goals
from webapp.domain.sharing.reading import consents
from webapp.kit.clock import now
from webapp.kit.pages import page


@blueprint.get("/<ref>/sharing")
def sharing(ref: str) -> Response:
    """Consents that hold, and those that have ended. Goals that are only the person's stay out."""
    with opened(ref, "sharing") as (db, record):
        found = consents(db, record)
        goals = {goal.line.ref: goal.line for goal in shared_goals(db, record)}
    at = now()
    return page(
        "coach/sharing.html",
        here="person",
        record=record,
        living=[each for each in found if each.state(at) == "living"],
        ended=[each for each in found if each.state(at) != "living"],
        goals=goals,
        at=at,
    )
