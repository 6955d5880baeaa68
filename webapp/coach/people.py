"""My people: next meeting first, what is new, what waits for me."""

from flask import Response, request

from webapp.coach.blueprint import blueprint
from webapp.domain.meetings.people_list import people
from webapp.kit.clock import now
from webapp.kit.database import reading
from webapp.kit.pages import answer
from webapp.kit.signed_in import me


@blueprint.get("")
def people_page() -> Response:
    """The list, or the part of it that the search finds."""
    search = request.args.get("q", "").strip()[:80]
    number = max(1, request.args.get("page", 1, type=int))
    found, more = people(
        reading(), staff_id=me().id, search=search, page=min(number, 10_000), now=now()
    )
    return answer(
        "coach/people.html",
        "coach/_people.html",
        here="people",
        people=found,
        more=more,
        search=search,
        number=number,
    )
