"""Before the meeting: everything to read in two minutes, on one page."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.record import opened
from webapp.domain.brief.prepare import prepare
from webapp.kit.briefs import content
from webapp.kit.clock import now
from webapp.kit.pages import page


@blueprint.get("/<ref>/brief")
def brief(ref: str) -> Response:
    """The brief, from what the participant shares and takes along."""
    with opened(ref, "brief") as (db, record):
        found = prepare(db, record, now=now())
    return page("coach/brief.html", here="person", **content(found))
