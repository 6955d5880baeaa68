"""The project leader's first page: what is here."""

from flask import Response

from webapp.domain.colleagues.rules import asked_of_staff, questions
from webapp.domain.instruments.load import catalogue
from webapp.insight.blueprint import blueprint
from webapp.kit.pages import page
from webapp.kit.signed_in import me


@blueprint.get("")
def home() -> Response:
    """Where to switch questions on and off, what to answer, and what groups have answered."""
    found = catalogue().values()
    return page(
        "insight/home.html",
        here="home",
        to_answer=[each for each in found if questions(each, me().role)],
        answered_by_staff=[each for each in found if asked_of_staff(each)],
    )
