"""Signed values: the cookie of the session, and the token that every form of a page carries.

What signs them is made once for an application, as making it takes longer than signing.
"""

import secrets
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, g, request, session
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import BadData, URLSafeTimedSerializer

from webapp.kit.signed_in import who

TOKEN = "csrf_token"  # noqa: S105 - the name under which Flask-WTF looks for it
HERE_NOW = 512  # browsers
SECRET = 20  # bytes


class Sessions(SecureCookieSessionInterface):
    """Flask's own sessions, with a signer that is kept."""

    kept: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """What signs the cookie; None without a secret key."""
        if self.kept is None:
            self.kept = super().get_signing_serializer(app)
        return self.kept


def init_app(app: Flask) -> None:
    """Signs with the application's secret key."""
    app.session_interface = Sessions()
    secret: Any = app.secret_key
    # With the words of Flask-WTF, which checks it. The time in a token counts for nothing, so that
    # those who are here now need not have theirs signed again for every page.
    signer = URLSafeTimedSerializer(secret, salt="wtf-csrf-token")
    app.extensions["read_token"] = signer.loads
    app.extensions["sign_token"] = lru_cache(maxsize=HERE_NOW)(signer.dumps)


def form_token() -> str:
    """The token of the forms of this page, as Flask-WTF would make it and keep it for a request."""
    found: str | None = g.get(TOKEN)
    if found is None:
        found = g.csrf_token = _sent() or _signed()
    return found


def from_own_page() -> bool:
    """Whether the form that came stood on a page that this browser's person was shown in an earlier
    sign-in: its token is one of ours, names the same person, and is not that of this sign-in.
    """
    person, own = who(), _read()
    return person is not None and own != session.get(TOKEN) and _keeper(own) == person.keeper


def shown_to() -> str:
    """The keeper of the person whom the page of the sent form was shown to; empty for nobody."""
    return _keeper(_read())


def _keeper(own: str) -> str:
    return own[2 * SECRET :]


def _read() -> str:
    try:
        return str(current_app.extensions["read_token"](request.form.get(TOKEN, "")))
    except BadData:
        return ""


def _sent() -> str | None:
    """The token that came with this form: it was found to be right, and none is ever too old."""
    return request.form.get(TOKEN) if g.get("csrf_valid") and TOKEN in session else None


def _signed() -> str:
    own = session.get(TOKEN)
    if own is None:
        person = who()
        own = session[TOKEN] = secrets.token_hex(SECRET) + (person.keeper if person else "")
    return str(current_app.extensions["sign_token"](own))
