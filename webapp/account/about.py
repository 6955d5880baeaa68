"""What this is, who sees what, and how accessible it is."""

from datetime import date

from flask import Response

from webapp.account.blueprint import blueprint
from webapp.kit import machine
from webapp.kit.pages import page
from webapp.kit.signed_in import settings

CHECKED_ON = date(2026, 11, 21)  # the accessibility statement, against the pages themselves


@blueprint.get("/about/privacy")
def privacy() -> Response:
    """Who sees what, in plain words."""
    return page("account/privacy.html", contact=settings().contact, machine=machine.is_on())


@blueprint.get("/about/accessibility")
def accessibility() -> Response:
    """The accessibility statement."""
    return page("account/accessibility.html", contact=settings().contact, checked_on=CHECKED_ON)


@blueprint.get("/about/easy")
def easy() -> Response:
    """How the page works, in a few easy steps."""
    return page("account/easy.html")
