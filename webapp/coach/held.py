"""The meetings that have been with somebody, and the way to what was decided at each."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.record import opened
from webapp.domain.decisions.held import shared_held
from webapp.kit.clock import now
from webapp.kit.pages import page
from webapp.kit.requests import page_number


@blueprint.get("/<ref>/meetings/earlier")
def earlier_meetings(ref: str) -> Response:
    """The person's meetings until now, newest first."""
    number = page_number()
    with opened(ref, "meeting_read") as (db, record):
        found, more = shared_held(db, record, page=number, now=now())
    return page(
        "coach/held.html", here="person", record=record, held=found, number=number, more=more
    )
