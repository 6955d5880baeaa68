"""Everything that a shared text has said, and what both answered."""

from flask import Response
from sqlalchemy.orm import Session

from webapp.coach.blueprint import blueprint
from webapp.coach.record import opened
from webapp.domain.agreement.history import shared_history
from webapp.domain.coordination.reading import shared_texts
from webapp.domain.decisions.reading import shared_decisions
from webapp.domain.errors import NotFound
from webapp.domain.goals.reading import shared_goals
from webapp.domain.sharing.gate import OpenedRecord
from webapp.kit import languages
from webapp.kit.pages import page


@blueprint.get("/<ref>/plan/<line>/history")
def line_history(ref: str, line: str) -> Response:
    """Every version since it was shared, newest first. Not of what was taken away."""
    with opened(ref, "plan") as (db, record):
        decisions = shared_decisions(db, record)
        if line not in decisions.keys() | _readable(db, record):
            raise NotFound
        versions = shared_history(db, record, line)
    return page(
        "coach/line_history.html",
        here="person",
        record=record,
        versions=versions,
        line=line,
        meeting=decisions.get(line),
        spoken=dict(languages.written()),
    )


def _readable(db: Session, record: OpenedRecord) -> set[str]:
    """The goals, steps and texts of the plan that the coach can open now."""
    goals = shared_goals(db, record)
    lines = {line.ref for goal in goals for line in (goal.line, *(s.line for s in goal.steps))}
    texts = {text.ref for text in shared_texts(db, record)}
    return lines | texts
