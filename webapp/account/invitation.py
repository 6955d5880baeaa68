"""An invitation: opening the link uses nothing up, the button does."""

from flask import Response, request
from flask_babel import gettext

from webapp.account.blueprint import blueprint
from webapp.account.enter import remember
from webapp.account.forms import InvitationForm
from webapp.domain.actors import Actor
from webapp.domain.errors import Closed, Invalid, NotFound
from webapp.domain.people import invitations, passwords, rules, service
from webapp.kit import languages, signed_in
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import done, page
from webapp.kit.signed_in import settings

STATUS = {"unknown": 404, "used": 410, "expired": 410, "revoked": 410}


def over(state: str) -> Response:
    """An invitation that cannot be used: what to do instead."""
    return page("account/invitation_over.html", STATUS[state], state=state)


@blueprint.get("/i/<token>")
def invitation(token: str) -> Response:
    """Choose a language; then, with ``lang`` in the address, choose a PIN."""
    state = _state(token)
    if state != "ready":
        return over(state)
    if request.args.get("lang") in languages.by_code():
        return page("account/pin.html", form=InvitationForm(), token=token)
    return page("account/welcome.html", token=token)


@blueprint.post("/i/<token>")
def use(token: str) -> Response:
    """Sets the PIN. Whoever was signed in on this phone is signed out first."""
    state = _state(token)
    if state != "ready":
        return over(state)
    form = InvitationForm()
    if form.validate_on_submit():
        with form.refusing():
            return _use(token, form)
    return page("account/pin.html", 422, form=form, token=token)


def _state(token: str) -> str:
    try:
        found = invitations.by_token(reading(), token=token, secret=settings().secret, now=now())
    except NotFound:
        return "unknown"
    return found.state


def _use(token: str, form: InvitationForm) -> Response:
    pin = form.pin.data or ""
    problem = rules.pin_problem(pin)
    if problem:
        raise Invalid("pin", problem)
    language = languages.current().code
    hashed = passwords.make_hash(pin)
    try:
        with writing() as db:
            person = invitations.use(
                db, token=token, pin_hash=hashed, secret=settings().secret, now=now()
            )
            service.set_language(db, actor=Actor("participant", person), language=language)
    except Closed as closed:
        return over(str(closed))
    own = form.phone.data == "own"
    signed_in.begin(participant_id=person, own=own)
    response = languages.keep(done(gettext("Welcome! This page is yours."), "/me"), language)
    return remember(response, person) if own else response
