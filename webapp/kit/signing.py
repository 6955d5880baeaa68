"""Signed values: the cookie of the session, and the token that every form of a page carries.

What signs them is made once for an application, as making it takes longer than signing.
"""

import secrets
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, g, request, session
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer

TOKEN = "csrf_token"  # noqa: S105 - the name under which Flask-WTF looks for it
HERE_NOW = 512  # browsers


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
    app.extensions["sign_token"] = lru_cache(maxsize=HERE_NOW)(signer.dumps)


def form_token() -> str:
    """The token of the forms of this page, as Flask-WTF would make it and keep it for a request."""
    found: str | None = g.get(TOKEN)
    if found is None:
        found = g.csrf_token = _sent() or _signed()
    return found


def _sent() -> str | None:
    """The token that came with this form: it was found to be right, and none is ever too old."""
    return request.form.get(TOKEN) if g.get("csrf_valid") and TOKEN in session else None


def _signed() -> str:
    own = session.get(TOKEN)
    if own is None:
        own = session[TOKEN] = secrets.token_hex(20)
    return str(current_app.extensions["sign_token"](own))
