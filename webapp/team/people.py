"""The people who share something with this organisation now. Nobody else exists here."""

from flask import Response

from webapp.domain.sharing.reading import sharers
from webapp.kit.clock import now
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.requests import page_number
from webapp.kit.signed_in import me
from webapp.team.blueprint import blueprint


@blueprint.get("")
def people_page() -> Response:
    """By name, page by page."""
    number = page_number()
    found, more = sharers(reading(), staff_id=me().id, page=number, now=now())
    return page("team/people.html", here="people", people=found, more=more, number=number)
