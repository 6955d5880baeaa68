"""The common door. It has no lock; its forms carry a token like all others."""

from flask import Blueprint, request

from webapp.extensions import csrf
from webapp.kit.requests import from_elsewhere
from webapp.kit.signed_in import who
from webapp.kit.signing import from_own_page

blueprint = Blueprint("account", __name__)


@blueprint.before_request
def check_token() -> None:
    """Only what was sent from a page of this sign-in. To sign out an older page is enough, as
    whoever is told that it did not work may leave the phone signed in.
    """
    leaving = request.endpoint == "account.sign_out" and not from_elsewhere()
    if not (leaving and (who() is None or from_own_page())):
        csrf.protect()
