"""A card that cannot be used."""

from flask import Response

from webapp.kit.pages import page

STATUS = {"unknown": 404, "used": 410, "expired": 410, "revoked": 410}


def over(state: str) -> Response:
    """An invitation that cannot be used: what to do instead."""
    return page("account/invitation_over.html", STATUS[state], state=state)
