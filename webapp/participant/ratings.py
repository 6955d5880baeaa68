"""How I answered, now and before, and how my coach and I see it, in words and small pictures."""

from typing import Any

from flask import Response

from webapp.domain.activities.reading import titles
from webapp.domain.errors import NotFound
from webapp.domain.instruments.load import catalogue
from webapp.domain.surveys.change import comparisons
from webapp.domain.surveys.lenses import lenses
from webapp.domain.surveys.reading import own_responses
from webapp.domain.surveys.rules import ResponseView, is_double
from webapp.kit.clock import now
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.surveys import tasks_now


def _responses() -> tuple[ResponseView, ...]:
    return own_responses(reading(), participant_id=me().id, now=now())


@blueprint.get("/ratings")
def ratings() -> Response:
    """All instruments with an answer."""
    found = comparisons(catalogue().values(), _responses())
    about = titles(reading(), participant_id=me().id)
    return page("participant/ratings.html", here="answers", comparisons=found, about=about)


@blueprint.get("/ratings/<key>")
def rating(key: str) -> Response:
    """One instrument: each area now and before; and both sides, when both may see it."""
    name, _, subject = key.partition("-")
    responses = _responses()
    for one in comparisons(catalogue().values(), responses):
        if (one.instrument.id, one.subject) == (name.upper(), subject):
            task = next((each for each in tasks_now(one.instrument) if each.key == key), None)
            context: dict[str, Any] = {
                "one": one,
                "task": task,
                "double": is_double(one.instrument),
            }
            context["about"] = titles(reading(), participant_id=me().id)
            both = lenses(one.instrument, responses)
            return page("participant/rating.html", here="answers", both=both, **context)
    raise NotFound
