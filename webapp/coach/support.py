"""The support card of the work training: what, from whom, and how to reach them."""

from flask import Response, request

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import TapForm
from webapp.coach.record import opened
from webapp.coach.training_forms import SupportForm
from webapp.domain.audit.service import Receipt
from webapp.domain.training import service
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.pages import page, saved, saved_there
from webapp.kit.signed_in import me


@blueprint.get("/<ref>/training/support/new")
def new_support(ref: str) -> Response:
    """One more line of the card."""
    return _page(ref, SupportForm())


@blueprint.post("/<ref>/training/support/new")
def add_support(ref: str) -> Response:
    """Stores the line. The participant sees it at once."""
    form = SupportForm()
    if form.validate():
        with form.refusing():
            return saved_there(_add(ref, form), f"/coach/{ref}/training")
    return _page(ref, form, 422)


def _page(ref: str, form: SupportForm, status: int = 200) -> Response:
    with opened(ref, "training") as (_db, record):
        pass  # only the name is shown
    return page("coach/training_support.html", status, here="person", record=record, form=form)


def _add(ref: str, form: SupportForm) -> Receipt:
    with opened(ref, "training_edit") as (db, record):
        return service.add_support(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            what=form.what.data or "",
            from_whom=form.from_whom.data or "",
            contact=form.contact.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )


@blueprint.post("/<ref>/training/support/<line>/remove")
def remove_support(ref: str, line: str) -> Response:
    """Takes a line off the card, or puts it back."""
    back = request.form.get("value") == "back"
    with opened(ref, "training_edit") as (db, record):
        receipt = service.remove_support(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=line,
            removed=not back,
            key=TapForm().once,
            now=now(),
        )
    address = f"/coach/{ref}/training"
    return (
        saved_there(receipt, address) if back else saved(receipt, f"{address}?undo_support={line}")
    )
