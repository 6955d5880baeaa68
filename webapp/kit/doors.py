"""The lock on a door: who may come in, and what happens to the words of somebody signed out."""

from collections.abc import Callable
from urllib.parse import quote

from flask import Response, flash, make_response, redirect, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError

from webapp.domain.errors import NotFound
from webapp.domain.people import kept
from webapp.extensions import csrf, htmx
from webapp.kit.clock import now
from webapp.kit.database import writing
from webapp.kit.languages import carried
from webapp.kit.requests import from_elsewhere, page_of_form, safe_path
from webapp.kit.signed_in import Who, me, who
from webapp.kit.signing import from_own_page, shown_to

SIGN_IN = {"participant": "/enter", "staff": "/staff/sign-in"}
NEVER_KEPT = frozenset({"csrf_token", "key", "pin", "password"})


def lock(kind: str, role: str | None = None) -> Callable[[], Response | None]:
    """A lock for a whole door: only this kind of person, and only with a token of this page."""

    def check() -> Response | None:
        person = who()
        if person is None or person.kind != kind:
            return ask_to_sign_in(kind)
        if role is not None and person.role != role:
            raise NotFound
        try:
            csrf.protect()
        except CSRFError:
            if from_elsewhere() or not from_own_page():
                raise
            return _ask_to_send_again(person)
        return None

    return check


def ask_to_sign_in(kind: str) -> Response:
    """Sends the browser to the sign-in page and back again, with what was typed kept.

    htmx gets 401, so that a sign-in page never lands inside another page.
    """
    posted = request.method == "POST"
    if htmx:
        headers = {} if posted else {"HX-Redirect": _address(kind, request.path)}
        return make_response("", 401, headers)
    back = page_of_form() if posted else request.full_path.rstrip("?")
    owner = shown_to() if posted and not from_elsewhere() else ""
    if owner:
        keep_form(back, owner)
        back = f"{back}?kept=1"
    return make_response(redirect(_address(kind, back), 303))


def _ask_to_send_again(person: Who) -> Response:
    """Back to the page of a form from before this person signed in anew, as in another tab, with
    what was typed. It is not taken as sent: much can have changed since that page was shown.
    """
    if htmx:
        return make_response("", 401)
    back = page_of_form()
    keep_form(back, person.keeper)
    flash(
        _(
            "You have signed in again since this page was opened, so nothing was saved. "
            "What you wrote is still here. Please send it once more."
        ),
        "warning",
    )
    return make_response(redirect(f"{back}?kept=1", 303))


def _address(kind: str, back: str) -> str:
    return carried(f"{SIGN_IN[kind]}?next={quote(back)}&ended=1")


def keep_form(path: str, owner: str) -> None:
    """Keeps what was typed for its owner, for the page at ``path``."""
    fields = {name: values for name, values in request.form.lists() if name not in NEVER_KEPT}
    with writing() as db:
        kept.keep(db, owner=owner, path=path[:200], fields=fields, now=now())


def home(person: Who) -> str:
    """The first page behind this person's own door."""
    if person.kind == "participant":
        return "/me"
    doors = {"coach": "/coach", "team": "/team", "project_leader": "/insight"}
    return doors.get(person.role, "/staff")


def way_in() -> str:
    """Where to go after signing in: back to the page that was asked for, or home."""
    own = home(me())
    wished = safe_path(request.values.get("next", ""), own)
    path = wished.partition("?")[0]
    return wished if path == own or path.startswith(f"{own}/") else own
