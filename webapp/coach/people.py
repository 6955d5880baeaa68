"""My people: next meeting first, what is new, what waits for me."""

from typing import Any

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
    search = "".join(filter(str.isprintable, request.args.get("q", ""))).strip()[:80]
    number = min(max(1, request.args.get("page", 1, type=int)), 10_000)
    found, more = people(reading(), staff_id=me().id, search=search, page=number, now=now())
    context: dict[str, Any] = {"people": found, "more": more, "search": search, "number": number}
    return answer("coach/people.html", "coach/_people.html", here="people", **context)
