"""The meetings that have been, and the way to what was decided at each."""

from flask import Response

from webapp.domain.decisions.held import own_held
from webapp.kit.clock import now
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.requests import page_number
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint


@blueprint.get("/meetings/earlier")
def earlier_meetings() -> Response:
    """My meetings until now, newest first."""
    number = page_number()
    found, more = own_held(reading(), participant_id=me().id, page=number, now=now())
    return page("participant/held.html", here="home", held=found, number=number, more=more)
