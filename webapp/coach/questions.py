"""What coaches answer about the work itself. Nobody sees who answered what."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.kit import staff_questions


@blueprint.get("/questions/<instrument>")
def questions(instrument: str) -> Response:
    """All questions on one page."""
    return staff_questions.show("coach/questions.html", instrument)


@blueprint.post("/questions/<instrument>")
def answer_questions(instrument: str) -> Response:
    """Stores the answers without a name."""
    return staff_questions.store("coach/questions.html", instrument)
