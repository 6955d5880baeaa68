"""The entrance to my path."""

from flask import Response

from webapp.domain.instruments.load import instrument
from webapp.domain.profile import summary
from webapp.kit.pages import page
from webapp.participant.blueprint import blueprint
from webapp.participant.path.writing import entries


@blueprint.get("/path")
def path() -> Response:
    """Three ways on: what helps me now, my job profile, my big goal."""
    found = entries()
    return page(
        "participant/path/path.html",
        here="goals",
        profile=instrument("PROF"),
        drives=summary.of_kind(found, "drive"),
        sections=summary.of_kind(found, "section"),
        big_goal=summary.big_goal(found),
        unread=summary.unread(found),
    )
