"""Signing in with code and PIN, or with the PIN alone on one's own phone."""

from flask import Response, request, session
from flask_babel import gettext

from webapp.account import tries
from webapp.account.blueprint import blueprint
from webapp.account.forms import EnterForm, PinForm
from webapp.account.over import over
from webapp.domain import codes
from webapp.domain.errors import NotFound
from webapp.domain.people import invitations, signing_in
from webapp.domain.people.signing_in import Secret
from webapp.kit import languages, signed_in
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.doors import way_in
from webapp.kit.pages import done, go, page
from webapp.kit.signed_in import PHONE_COOKIE, leave, me, phone_token, settings

TYPED = "typed_code"


@blueprint.get("/enter")
def enter() -> Response:
    """The PIN, and the code too when this phone is not known."""
    code = session.pop(TYPED, "")
    known = None if code or "code" in request.args else known_here()
    form = PinForm(formdata=None) if known else EnterForm(formdata=None, code=code)
    return page("account/enter.html", form=form, known=known, next=_next())


@blueprint.post("/enter")
def check_in() -> Response:
    """Checks code and PIN and goes to the page that was asked for."""
    known = known_here()
    form = PinForm() if known and "code" not in request.form else EnterForm()
    if form.validate_on_submit():
        with form.refusing():
            return _by_phone(known, form) if not isinstance(form, EnterForm) else _by_code(form)
    return page("account/enter.html", 422, form=form, known=known, next=_next())


def enter_with(code: str) -> Response:
    """To the sign-in page, with this code filled in there once.

    A page that answers the sent code itself would send it again when somebody else goes back.
    """
    session[TYPED] = code
    return go(languages.carried("/enter?code=1"))


def _next() -> str:
    return request.values.get("next", "")


def known_here() -> Secret | None:
    """The person whose own phone this is, or None."""
    token = phone_token()
    found = signing_in.participant_by_device(reading(), token=token) if token else None
    return found if found and found.id is not None and found.hashed else None


def _by_phone(known: Secret | None, form: PinForm) -> Response:
    found = known or Secret(None, "", None)
    # Counted for this phone alone: nobody with a found card can lock the owner out of it.
    limits = tries.by_person(f"phone:{phone_token()}")
    person = tries.check(found, buckets=limits, field="pin", secret=form.pin.data or "")
    signed_in.begin(participant_id=person, own=True)
    return _in()


def _by_code(form: EnterForm) -> Response:
    found = signing_in.participant_by_code(
        reading(), code=form.code.data or "", secret=settings().secret
    )
    if found.id is None and _replaced(form.code.data or ""):
        return over("revoked")
    # An unknown code is counted as such.
    name = f"person:{found.id}" if found.id else f"code:{codes.tidy(form.code.data or '')}"
    limits = tries.by_address("enter") | tries.by_person(name)
    person = tries.check(found, buckets=limits, field="pin", secret=form.pin.data or "")
    own = form.phone.data == "own"
    signed_in.begin(participant_id=person, own=own)
    return remember(_in(), person) if own else _in()


def _replaced(code: str) -> bool:
    try:
        found = invitations.by_code(reading(), code=code, secret=settings().secret, now=now())
    except NotFound:
        return False
    return found.state == "revoked"


def _in() -> Response:
    """To the page that was asked for; the phone keeps the person's language when they leave."""
    own = me().person.language  # the address may have asked for another one
    code = own if own in languages.by_code() else languages.current().code
    return languages.keep(go(way_in()), code)


def remember(response: Response, participant_id: int) -> Response:
    """Knows this phone from now on."""
    with writing() as db:
        token = signing_in.remember_phone(db, participant_id=participant_id, now=now())
    signed_in.set_phone_cookie(response, token)
    return response


@blueprint.post("/enter/forget")
def forget() -> Response:
    """ "That is not me": this phone is no longer known to anybody."""
    token = phone_token()
    if token:
        with writing() as db:
            signing_in.forget_phone(db, token=token, now=now())
    response = go("/")
    response.delete_cookie(PHONE_COOKIE)
    return response


@blueprint.post("/sign-out")
def sign_out() -> Response:
    """Ends the sign-in. Nothing personal stays in the browser."""
    signed_in.end()
    return leave(done(gettext("You are signed out."), "/"))
