"""How it goes: what is registered about work and studies, and the steps the person shares."""

from flask import Response, request

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import TapForm
from webapp.coach.outcome_forms import OutcomeForm
from webapp.coach.record import opened
from webapp.domain.audit.service import Receipt
from webapp.domain.errors import NotFound
from webapp.domain.outcomes import service
from webapp.domain.outcomes.reading import all_outcomes, shared_steps
from webapp.domain.outcomes.rules import MOMENTS, Moment, due, standing
from webapp.kit.clock import now, today
from webapp.kit.pages import page, saved_there, taken_away
from webapp.kit.signed_in import me


@blueprint.get("/<ref>/outcome")
def outcome(ref: str) -> Response:
    """What stands, what the person says to it, what was corrected, and shared steps."""
    with opened(ref, "outcome") as (db, record):
        found = all_outcomes(db, record)
        steps = shared_steps(db, record)
    stands = standing(found)
    return page(
        "coach/outcome.html",
        here="person",
        record=record,
        moments=MOMENTS,
        outcomes=stands,
        earlier=[each for each in found if not each.stands],
        due=due(stands, today()),
        steps=steps,
        tap=TapForm(),
    )


@blueprint.get("/<ref>/outcome/<moment>")
def ask_outcome(ref: str, moment: str) -> Response:
    """What the person does at this moment."""
    return _page(ref, _moment(moment), OutcomeForm(_moment(moment)))


@blueprint.post("/<ref>/outcome/<moment>")
def register_outcome(ref: str, moment: str) -> Response:
    """Stores it, or a correction. The person is asked whether it is right."""
    form = OutcomeForm(_moment(moment))
    if form.validate():
        with form.refusing():
            return saved_there(_register(ref, _moment(moment), form), f"/coach/{ref}/outcome")
    return _page(ref, _moment(moment), form, 422)


def _moment(name: str) -> Moment:
    """The moment of an address such as ``months-6``."""
    for moment in MOMENTS:
        if moment == name.replace("-", "_"):
            return moment
    raise NotFound


def _page(ref: str, moment: Moment, form: OutcomeForm, status: int = 200) -> Response:
    with opened(ref, "outcome") as (db, record):
        before = standing(all_outcomes(db, record)).get(moment)
    if request.method == "GET" and "kept" not in request.args:
        day = {"happened_on": record.started_on if moment == "start" else today()}
        form.process(obj=before, data=day)
    return page(
        "coach/outcome_form.html",
        status,
        here="person",
        record=record,
        moment=moment,
        before=before,
        form=form,
    )


def _register(ref: str, moment: Moment, form: OutcomeForm) -> Receipt:
    with opened(ref, "outcome_set") as (db, record):
        return service.register(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            moment=moment,
            status=form.status.data,
            exit_reason=form.exit_reason.data if moment == "exit" else None,
            happened_on=form.happened_on.data or today(),
            key=form.once,
            now=now(),
        )


@blueprint.post("/<ref>/outcome/entries/<entry>")
def withdraw_outcome(ref: str, entry: str) -> Response:
    """Takes away what was registered by mistake; the next page offers to put it back."""
    back = request.form.get("value") == "back"
    with opened(ref, "outcome_set") as (db, record):
        service.withdraw(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=entry,
            back=back,
            key=TapForm().once,
            now=now(),
        )
    return taken_away(f"/coach/{ref}/outcome", f"undo={entry}", back=back)
