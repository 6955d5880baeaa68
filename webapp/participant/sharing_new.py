"""A new consent to share, one question on each page; the last page shows what they will read."""

from flask import Response, request

from webapp.domain.errors import Invalid, NotFound
from webapp.domain.partners.names import own_names, to_choose
from webapp.domain.partners.reading import shared_page
from webapp.domain.partners.rules import SharedPage
from webapp.domain.sharing import service
from webapp.domain.sharing.reading import organisations, own_consent
from webapp.domain.sharing.shared import previewed
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.doors import keep_form
from webapp.kit.pages import go, page, saved_there
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.sharing_forms import ORDER, SharingForm


@blueprint.get("/sharing/new")
def new_sharing() -> Response:
    """The first question, or the one that the address names, when all before it are answered."""
    form = _form()
    if "change" in request.args:
        _of_living(form, request.args["change"])
    if request.args.get("step") in ORDER:
        form.step.data = request.args["step"]
    place = ORDER.index(form.at)
    if place == 0 or form.organisation.data is None:
        return _page(form, ORDER[0])
    return _page(form, form.wrong(ORDER[place - 1]) or form.at)


@blueprint.post("/sharing/new")
def share() -> Response:
    """The next question; after the last one it is stored."""
    form = _form()
    if request.form.get("go") == "back":
        return _go_on(max(0, ORDER.index(form.at) - 1))
    wrong = form.wrong()
    if wrong is not None:
        return _page(form, wrong, 422)
    if form.at != ORDER[-1]:
        return _go_on(ORDER.index(form.at) + 1)
    return _give(form)


def _go_on(place: int) -> Response:
    """To another question, by an address: so the browser's own way back leads to the one before."""
    keep_form(request.path, me().keeper)
    return go(f"{request.path}?kept=1&step={ORDER[place]}")


def _form() -> SharingForm:
    form = SharingForm()
    names = own_names(reading(), participant_id=me().id, now=now())
    form.offer(organisations(reading()), to_choose(names))
    return form


def _of_living(form: SharingForm, ref: str) -> None:
    consent = own_consent(reading(), participant_id=me().id, ref=ref)
    if consent.state(now()) != "living":
        raise NotFound
    form.show(consent)


def _give(form: SharingForm) -> Response:
    try:
        with writing() as db:
            receipt = service.give(
                db, actor=me().actor, offer=form.offered, key=form.once, now=now()
            )
    except Invalid as error:
        form.refuse(error)
        return _page(form, ORDER[0], 422)
    return saved_there(receipt, "/me/sharing")


def _page(form: SharingForm, step: str, status: int = 200) -> Response:
    form.step.data = step
    return page(
        "participant/sharing_new.html",
        status,
        here="home",
        form=form,
        step=step,
        number=ORDER.index(step) + 1,
        steps=len(ORDER),
        shared=_preview(form) if step == ORDER[-1] else None,
    )


def _preview(form: SharingForm) -> SharedPage:
    at = now()
    record = previewed(reading(), participant_id=me().id, offer=form.offered, now=at)
    return shared_page(reading(), record, at)
