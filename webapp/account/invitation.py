"""An invitation: opening the link uses nothing up, the button does."""

from datetime import datetime

from flask import Response, request
from flask_babel import gettext

from webapp.account import tries
from webapp.account.blueprint import blueprint
from webapp.account.enter import known_here, remember
from webapp.account.forms import InvitationForm
from webapp.account.over import over
from webapp.domain.actors import Actor
from webapp.domain.errors import Closed, Invalid, NotFound
from webapp.domain.people import invitations, passwords, rules, service, signing_in
from webapp.domain.people.invitations import Found
from webapp.domain.people.signing_in import Secret
from webapp.kit import languages, signed_in
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import done, go, page
from webapp.kit.signed_in import settings, who


@blueprint.get("/i/<token>")
def invitation(token: str) -> Response:
    """Choose a language; then, with ``lang`` in the address, choose a PIN."""
    state = _state(token)
    if state != "ready":
        return _way_in(token) or over(state)
    if request.args.get("lang") in languages.by_code():
        return page("account/pin.html", form=InvitationForm(), token=token)
    languages.speak(_language(token))
    return page("account/welcome.html", token=token)


@blueprint.post("/i/<token>")
def use(token: str) -> Response:
    """Sets the PIN. Whoever was signed in on this phone is signed out first."""
    state, form = _state(token), InvitationForm()
    if state != "ready":
        return _again(token, form) if state == "used" else over(state)
    if form.validate_on_submit():
        with form.refusing():
            return _use(token, form)
    return page("account/pin.html", 422, form=form, token=token)


def _way_in(token: str) -> Response | None:
    """To the owner of a used card, who is signed in here or has this phone, their own page."""
    owner = _owner(token).id
    if owner is None:
        return None
    person, phone = who(), known_here()
    if person is not None and person.actor == Actor("participant", owner):
        return go("/me")
    return go("/enter") if phone is not None and phone.id == owner else None


def _again(token: str, form: InvitationForm) -> Response:
    """The same button tapped twice: the PIN that was just chosen opens the page."""
    found = _owner(token, used_since=now() - rules.SECOND_TAP)
    if found.id is None or not form.validate_on_submit():
        return _way_in(token) or over("used")
    limits = tries.by_address("enter") | tries.by_person(f"person:{found.id}")
    try:
        person = tries.check(found, buckets=limits, field="pin", secret=form.pin.data or "")
    except Invalid:
        return _way_in(token) or over("used")
    return _welcome(person, own=form.phone.data == "own")


def _owner(token: str, used_since: datetime | None = None) -> Secret:
    return signing_in.participant_by_link(
        reading(), token=token, secret=settings().secret, used_since=used_since
    )


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
    language = languages.current().code
    hashed = passwords.make_hash(form.pin.data or "")
    try:
        with writing() as db:
            person = invitations.use(
                db, token=token, pin_hash=hashed, secret=settings().secret, now=now()
            )
            service.set_language(db, actor=Actor("participant", person), language=language)
    except Closed as closed:
        return _again(token, form) if str(closed) == "used" else over(str(closed))
    return _welcome(person, own=form.phone.data == "own")


def _welcome(person: int, *, own: bool) -> Response:
    language = languages.current().code
    signed_in.begin(participant_id=person, own=own)
    response = languages.keep(done(gettext("Welcome! This page is yours."), "/me"), language)
    return remember(response, person) if own else response
