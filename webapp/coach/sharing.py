"""What somebody shares with other organisations. The coach reads it, and can give no consent."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.record import opened
from webapp.domain.partners.names import shared_names
from webapp.domain.sharing.reading import consents
from webapp.kit.clock import now
from webapp.kit.pages import page


@blueprint.get("/<ref>/sharing")
def sharing(ref: str) -> Response:
    """Consents that hold, and those that have ended. What is only the person's has no name."""
    at = now()
    with opened(ref, "sharing") as (db, record):
        found = consents(db, record)
        names = shared_names(db, record, now=at)
    return page(
        "coach/sharing.html",
        here="person",
        record=record,
        living=[each for each in found if each.state(at) == "living"],
        ended=[each for each in found if each.state(at) != "living"],
        names=names,
        at=at,
    )
