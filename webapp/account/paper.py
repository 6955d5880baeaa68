"""The square on a paper: to that very version, behind the right sign-in."""

from flask import Response

from webapp.account.blueprint import blueprint
from webapp.domain.errors import NotFound
from webapp.kit.pages import go, page
from webapp.kit.signed_in import who


@blueprint.get("/p/<ref>")
def paper(ref: str) -> Response:
    """Leads whoever is signed in to the paper; asks others who they are. Tells nothing itself."""
    person = who()
    if person is None:
        return page("account/paper.html", ref=ref)
    if person.kind == "participant":
        return go(f"/me/meetings/paper/{ref}")
    if person.role != "coach":
        raise NotFound
    return go(f"/coach/paper/{ref}")
