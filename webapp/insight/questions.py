"""What project leaders answer about the work, and what staff have answered as a group."""

from flask import Response

from webapp.domain.colleagues.reading import results
from webapp.domain.colleagues.rules import asked_of_staff
from webapp.domain.errors import NotFound
from webapp.domain.instruments.definitions import Item
from webapp.insight.blueprint import blueprint
from webapp.insight.instruments import known
from webapp.kit import staff_questions
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.questions import options_of


@blueprint.get("/questions/<instrument>")
def questions(instrument: str) -> Response:
    """All questions on one page."""
    return staff_questions.show("insight/questions.html", instrument)


@blueprint.post("/questions/<instrument>")
def answer_questions(instrument: str) -> Response:
    """Stores the answers without a name."""
    return staff_questions.store("insight/questions.html", instrument)


@blueprint.get("/questions/<instrument>/result")
def result(instrument: str) -> Response:
    """How staff have answered, year by year, when enough have."""
    found = known(instrument)
    if not asked_of_staff(found):
        raise NotFound
    return page(
        "insight/result.html",
        here="home",
        instrument=found,
        results=results(reading(), instrument_id=found.id),
        texts=_texts,
    )


def _texts(item: Item) -> dict[str, str]:
    """The words of an item's answers by their codes."""
    return {option.code: option.text for option in options_of(item)}
