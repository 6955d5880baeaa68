"""How I answered, now and last time, in words and a small picture."""

from flask import Response

from webapp.domain.errors import NotFound
from webapp.domain.instruments.load import catalogue
from webapp.domain.meetings.brief import Comparison, compare
from webapp.domain.surveys.reading import own_responses
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.surveys import tasks_now


def _comparisons() -> list[Comparison]:
    responses = own_responses(reading(), participant_id=me().id)
    found = [compare(each, responses) for each in catalogue().values()]
    return [one for one in found if one is not None]


@blueprint.get("/ratings")
def ratings() -> Response:
    """All instruments with an answer."""
    return page("participant/ratings.html", here="answers", comparisons=_comparisons())


@blueprint.get("/ratings/<instrument>")
def rating(instrument: str) -> Response:
    """One instrument: each area now and last time."""
    for one in _comparisons():
        if one.instrument.id == instrument.upper():
            still = any(task.instrument.id == one.instrument.id for task in tasks_now())
            return page("participant/rating.html", here="answers", one=one, open=still)
    raise NotFound
