"""Everything that a shared text has said, and what both answered."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.record import opened
from webapp.domain.agreement.history import shared_history
from webapp.domain.goals.reading import shared_goals
from webapp.domain.goals.rules import shared_line
from webapp.kit import languages
from webapp.kit.pages import page


@blueprint.get("/<ref>/plan/<line>/history")
def line_history(ref: str, line: str) -> Response:
    """Every version since it was shared, newest first."""
    with opened(ref, "plan") as (db, record):
        shared_line(shared_goals(db, record), line)  # not of a step that was taken away
        versions = shared_history(db, record, line)
    return page(
        "coach/line_history.html",
        here="person",
        record=record,
        versions=versions,
        spoken=dict(languages.written()),
    )
