"""What I share with other organisations: until when, for what, and taking it back."""

from flask import Response, flash, request

from webapp.domain.errors import Invalid
from webapp.domain.partners.names import own_names
from webapp.domain.partners.reading import shared_page
from webapp.domain.sharing import service
from webapp.domain.sharing.reading import own_consents
from webapp.domain.sharing.shared import own_shared
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import go, page, saved, saved_there
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm
from webapp.participant.sharing_forms import SharingForm


@blueprint.get("/sharing")
def sharing() -> Response:
    """Each consent that holds now, and those that have ended."""
    db, at = reading(), now()
    found = own_consents(db, participant_id=me().id)
    return page(
        "participant/sharing.html",
        here="home",
        living=[each for each in found if each.state(at) == "living"],
        ended=[each for each in found if each.state(at) != "living"],
        names=own_names(db, participant_id=me().id, now=at),
        tap=TapForm(),
        at=at,
    )


@blueprint.post("/sharing/<ref>/take-back")
def take_back(ref: str) -> Response:
    """Takes a consent back with one tap; the next page offers to undo it."""
    back = request.form.get("value") == "back"
    use_case = service.give_again if back else service.withdraw
    try:
        with writing() as db:
            receipt = use_case(db, actor=me().actor, ref=ref, key=TapForm().once, now=now())
    except Invalid:
        flash(str(SharingForm.problems["organisation.many"]), "warning")
        return go("/me/sharing")
    if back:
        return saved_there(receipt, "/me/sharing")
    return saved(receipt, f"/me/sharing?undo={ref}")


@blueprint.get("/sharing/<ref>/page")
def their_page(ref: str) -> Response:
    """The very page that the organisation reads, made by the same function."""
    db, at = reading(), now()
    found = shared_page(db, own_shared(db, participant_id=me().id, ref=ref, now=at), at)
    return page("participant/sharing_page.html", here="home", shared=found)
