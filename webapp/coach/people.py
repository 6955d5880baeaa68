"""My people: next meeting first, what is new, what waits for me."""

from typing import Any

from flask import Response, request

from webapp.coach.blueprint import blueprint
from webapp.domain.brief.people_list import people
from webapp.kit.clock import now
from webapp.kit.database import reading
from webapp.kit.pages import answer
from webapp.kit.requests import page_number
from webapp.kit.signed_in import me


@blueprint.get("")
def people_page() -> Response:
    """The whole list, page by page."""
    number = page_number()
    return _list("", number)


@blueprint.post("")
def search() -> Response:
    """The people that a name finds. Sent as a form: a name has no place in an address."""
    return _list(request.form.get("q", "").strip()[:80], 1)


def _list(name: str, number: int) -> Response:
    found, more = people(
        reading(),
        staff_id=me().id,
        search=name,
        page=number,
        project_id=me().person.project_id,
        now=now(),
    )
    context: dict[str, Any] = {"people": found, "more": more, "search": name, "number": number}
    return answer("coach/people.html", "coach/_people.html", here="people", **context)
