"""My settings: language, this phone, and everywhere else I am signed in."""

from flask import Response
from flask_babel import gettext

from webapp.domain.people import service, signing_in
from webapp.kit import languages, signed_in
from webapp.kit.clock import now
from webapp.kit.database import writing
from webapp.kit.pages import done, page
from webapp.kit.signed_in import PHONE_COOKIE, leave, me, phone_token
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm, WritesForm


@blueprint.get("/settings")
def settings() -> Response:
    """What can be changed."""
    return _page(WritesForm(), TapForm())


@blueprint.post("/settings/writing")
def writes_in() -> Response:
    """The language of my own words, which can be another than the page's."""
    form = WritesForm()
    if form.validate_on_submit():
        with writing() as db:
            service.set_writing(db, participant_id=me().id, tag=form.tag.data)
        said = gettext("Saved. Your own words are marked with that language.")
        return done(said, "/me/settings#writing")
    return _page(form, TapForm(formdata=None), 422)


def _page(writes: WritesForm, form: TapForm, status: int = 200) -> Response:
    writes.tag.data = writes.tag.data or languages.own_words()
    return page(
        "participant/settings.html",
        status,
        here="home",
        writes=writes,
        form=form,
        known=phone_token(),
    )


@blueprint.post("/settings/phone")
def forget_phone() -> Response:
    """This phone is not mine any longer: the PIN alone is not enough here."""
    token = phone_token()
    if token:
        with writing() as db:
            signing_in.forget_phone(db, token=token, now=now())
    response = done(gettext("This phone is forgotten. Next time you need code and PIN."), "/me")
    response.delete_cookie(PHONE_COOKIE)
    return response


@blueprint.post("/settings/sign-out-everywhere")
def sign_out_everywhere() -> Response:
    """Ends all my sign-ins, on every phone."""
    with writing() as db:
        signing_in.end_all(db, participant_id=me().id, now=now())
    signed_in.end()
    response = leave(done(gettext("You are signed out everywhere."), "/"))
    response.delete_cookie(PHONE_COOKIE)
    return response
