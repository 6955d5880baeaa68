"""An invitation: opening the link uses nothing up, the button does."""

from flask import Response, request
from flask_babel import gettext

from webapp.account.blueprint import blueprint
from webapp.account.enter import remember
from webapp.account.forms import InvitationForm
from webapp.account.over import over
from webapp.domain.actors import Actor
from webapp.domain.errors import Closed, Invalid, NotFound
from webapp.domain.people import invitations, passwords, rules, service
from webapp.domain.people.invitations import Found
from webapp.kit import languages, signed_in
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import done, page
from webapp.kit.signed_in import settings


@blueprint.get("/i/<token>")
def invitation(token: str) -> Response:
    """Choose a language; then, with ``lang`` in the address, choose a PIN."""
    state = _state(token)
    if state != "ready":
        return over(state)
    if request.args.get("lang") in languages.by_code():
        return page("account/pin.html", form=InvitationForm(), token=token)
    languages.speak(_language(token))
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
        return _found(token).state
    except NotFound:
        return "unknown"


def _language(token: str) -> str:
    return _found(token).language


def _found(token: str) -> Found:
    return invitations.by_token(reading(), token=token, secret=settings().secret, now=now())


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
