"""The first page, the code from a card, and the choice of language."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Response, request

from webapp.account import tries
from webapp.account.blueprint import blueprint
from webapp.account.enter import enter_with, known_here
from webapp.account.forms import CodeForm
from webapp.account.over import over
from webapp.domain.errors import Invalid, Locked, NotFound
from webapp.domain.people import invitations, service
from webapp.kit import languages
from webapp.kit.clock import is_today, now
from webapp.kit.database import reading, writing
from webapp.kit.doors import home
from webapp.kit.pages import go, page
from webapp.kit.requests import safe_path
from webapp.kit.signed_in import settings, who


@blueprint.get("/")
def start() -> Response:
    """The first page: language, code, and what this is. Signed-in people go to their own page."""
    person = who()
    if person is not None:
        return go(home(person))
    return page("account/start.html", form=CodeForm(), known=known_here())


@blueprint.post("/")
def code() -> Response:
    """The code from a card: to the invitation when it is new, else to the PIN."""
    form = CodeForm()
    if form.validate_on_submit():
        with form.refusing():
            return _with_code(form.code.data or "")
    return page("account/start.html", 422, form=form, known=known_here())


def _with_code(typed: str) -> Response:
    tries.count(tries.by_address("card"))
    try:
        found = invitations.by_code(reading(), code=typed, secret=settings().secret, now=now())
    except NotFound:
        raise Invalid("code", "unknown") from None
    if found.state == "ready":
        return go(f"/i/{found.token}")
    if found.state == "used" and found.has_pin:
        return enter_with(typed)
    return over(found.state)


@blueprint.errorhandler(Locked)
def locked(error: Locked) -> Response:
    """Too many tries: when to try again, and who can help."""
    return page("account/locked.html", 429, until=error.until, today=is_today(error.until))


@blueprint.post("/language")
def language() -> Response:
    """Another language, from now on and on this phone; then back to the same page."""
    chosen = request.form.get("language", "")
    response = go(_same_page(chosen))
    if chosen in languages.by_code():
        person = who()
        if person is not None:
            with writing() as db:
                service.set_language(db, actor=person.actor, language=chosen)
        languages.keep(response, chosen)
    return response


def _same_page(chosen: str) -> str:
    parts = urlsplit(safe_path(request.form.get("next", "/"), "/"))
    query = [(name, chosen if name == "lang" else value) for name, value in parse_qsl(parts.query)]
    return parts.path + (f"?{urlencode(query)}" if query else "")
