"""What staff write in the coordinated plan: beside the person's own words, never over them."""

from flask import Response, request
from sqlalchemy.orm import Session

from webapp.coach.blueprint import blueprint
from webapp.coach.coordination_forms import PlanTextForm
from webapp.coach.forms import TapForm
from webapp.coach.record import opened
from webapp.domain.agreement.rules import Wording
from webapp.domain.audit.service import Receipt
from webapp.domain.coordination import reading as plan_reading
from webapp.domain.coordination import service
from webapp.domain.coordination.rules import PLACES, TextView
from webapp.domain.coordination.subjects import About, find, kind_of
from webapp.domain.errors import NotFound
from webapp.domain.goals.reading import shared_goals
from webapp.domain.sharing.gate import OpenedRecord
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.pages import page, saved_there, taken_away
from webapp.kit.signed_in import me


@blueprint.get("/<ref>/plan/write/<part>")
@blueprint.get("/<ref>/plan/write/<part>/<about>")
def new_plan_text(ref: str, part: str, about: str | None = None) -> Response:
    """Room for the staff's words in one part of the plan."""
    return _new(ref, part, about, PlanTextForm())


@blueprint.post("/<ref>/plan/write/<part>")
@blueprint.post("/<ref>/plan/write/<part>/<about>")
def write_plan_text(ref: str, part: str, about: str | None = None) -> Response:
    """Stores them. The person reads them at once."""
    form = PlanTextForm()
    if form.validate():
        with form.refusing():
            return saved_there(_write(ref, part, about, form), _whole(ref))
    return _new(ref, part, about, form, 422)


def _whole(ref: str) -> str:
    return f"/coach/{ref}/plan/whole"


def _new(ref: str, part: str, about: str | None, form: PlanTextForm, status: int = 200) -> Response:
    with opened(ref, "whole") as (db, record):
        named = _about(db, record, part, about)
    return _page(record, part, named, None, form, status)


def _about(db: Session, record: OpenedRecord, part: str, ref: str | None) -> About | None:
    if part not in PLACES or "coach" not in PLACES[part].sides:
        raise NotFound
    kind = kind_of(part, ref)
    goals = shared_goals(db, record) if kind and kind[0] == "goal" else ()
    return find(db, participant_id=record.participant_id, part=part, ref=ref, goals=goals)


def _page(
    record: OpenedRecord,
    part: str,
    about: About | None,
    text: TextView | None,
    form: PlanTextForm,
    status: int,
) -> Response:
    return page(
        "coach/plan_write.html",
        status,
        here="person",
        record=record,
        part=part,
        about=about,
        text=text,
        form=form,
        action=request.path,
        tap=TapForm(formdata=None),
    )


def _write(ref: str, part: str, about: str | None, form: PlanTextForm) -> Receipt:
    with opened(ref, "plan_text") as (db, record):
        return service.write(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            part=part,
            about=kind_of(part, about),
            wording=Wording(form.text.data or "", languages.own_words()),
            shared=True,
            key=form.once,
            now=now(),
        )


@blueprint.get("/<ref>/plan/texts/<text>")
def edit_plan_text(ref: str, text: str) -> Response:
    """What staff wrote, to be changed."""
    return _edit(ref, text, PlanTextForm())


@blueprint.post("/<ref>/plan/texts/<text>")
def rewrite_plan_text(ref: str, text: str) -> Response:
    """Stores the change. The person's answer to the old words stops counting."""
    form = PlanTextForm()
    if form.validate():
        with form.refusing(conflict="text"):
            return saved_there(_rewrite(ref, text, form), _whole(ref))
    return _edit(ref, text, form, 422)


def _edit(ref: str, name: str, form: PlanTextForm, status: int = 200) -> Response:
    with opened(ref, "whole") as (db, record):
        text = plan_reading.find(plan_reading.shared_texts(db, record), name)
        if text.author != "coach":
            raise NotFound
        about = _about(db, record, text.part, text.subject)
    if form.text.raw_data is None and not form.text.data:
        form.text.data = text.line.wording.text
    form.seen.raw_data, form.seen.data = None, text.line.seen
    return _page(record, text.part, about, text, form, status)


def _rewrite(ref: str, name: str, form: PlanTextForm) -> Receipt:
    with opened(ref, "plan_text") as (db, record):
        return service.edit(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=name,
            seen=form.seen.data or "",
            wording=Wording(form.text.data or "", languages.own_words()),
            shared=True,
            key=form.once,
            now=now(),
        )


@blueprint.post("/<ref>/plan/texts/<text>/remove")
def remove_plan_text(ref: str, text: str) -> Response:
    """Takes the text away, or puts it back. The next page offers to put it back."""
    back = request.form.get("value") == "back"
    with opened(ref, "plan_text") as (db, record):
        service.remove(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=text,
            removed=not back,
            key=TapForm().once,
            now=now(),
        )
    return taken_away(_whole(ref), f"undo={text}", back=back)
