"""The whole plan on a date: freeze it, read what was frozen, and answer."""

from flask import Response

from webapp.domain.coordination.agreeing import propose_plan
from webapp.domain.coordination.now import newest, own_now, own_whole_now
from webapp.domain.errors import Conflict
from webapp.domain.people.service import is_protected
from webapp.domain.plan import service
from webapp.domain.plan.reading import FrozenPlan, own_plan, own_plans
from webapp.kit import languages
from webapp.kit.clock import now, today
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, part, saved
from webapp.kit.pdf import NoPdf, file
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import AnswerForm, filled
from webapp.participant.plan_forms import FreezeForm

ADDRESS = "/me/plan/agreed"


@blueprint.get("/plan/agreed")
def agreed_plans() -> Response:
    """Every version of the whole plan, newest first."""
    found = own_plans(reading(), participant_id=me().id)
    whole = own_now(reading(), participant_id=me().id, latest=newest(found))
    return page("participant/agreed_plans.html", here="plan", plans=found, whole=whole)


@blueprint.get("/plan/agreed/new")
def new_plan() -> Response:
    """The plan exactly as it would be frozen."""
    return _new_page(FreezeForm())


@blueprint.post("/plan/agreed/new")
def freeze_plan() -> Response:
    """Freezes the plan: I have said yes, and my coach is waited for."""
    form = FreezeForm()
    if form.validate_on_submit():
        with form.refusing(conflict="seen"):
            return _freeze(form)
    return _new_page(form, 409 if form.seen.errors else 422)


def _new_page(form: FreezeForm, status: int = 200) -> Response:
    found = own_whole_now(reading(), participant_id=me().id, day=today())
    form.seen.raw_data, form.seen.data = None, found.document.seen
    return page("participant/agreed_new.html", status, here="plan", whole=found, form=form)


def _freeze(form: FreezeForm) -> Response:
    with writing() as db:
        receipt = propose_plan(
            db,
            actor=me().actor,
            participant_id=me().id,
            seen=form.seen.data or "",
            key=form.once,
            now=now(),
        )
    return saved(receipt, f"{ADDRESS}/{receipt.object_ref}")


@blueprint.get("/plan/agreed/<ref>")
def agreed_plan(ref: str) -> Response:
    """One version, to read, print and answer."""
    return _page(ref, AnswerForm())


@blueprint.post("/plan/agreed/<ref>")
def answer_plan(ref: str) -> Response:
    """Stores yes, yes but, or no because, to the whole plan."""
    form, status = AnswerForm(), 422
    if form.validate_on_submit():
        with form.refusing():
            try:
                return _answer(ref, form)
            except Conflict:
                form.value.data, status = None, 409
                ref = own_plans(reading(), participant_id=me().id)[0].ref
    return _page(ref, form, status)


@blueprint.get("/plan/agreed/<ref>/plan.pdf")
def agreed_file(ref: str) -> Response:
    """The same as a file; where none can be made, the page, which says so."""
    try:
        return file(part("participant/agreed_pdf.html", frozen=_frozen(ref)), "plan")
    except NoPdf:
        return _page(ref, AnswerForm(), no_pdf=True)


def _answer(ref: str, form: AnswerForm) -> Response:
    with writing() as db:
        receipt = service.answer_plan(
            db,
            actor=me().actor,
            participant_id=me().id,
            ref=ref,
            value=form.value.data,
            reason=form.reason.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )
    return saved(receipt, f"{ADDRESS}/{ref}")


def _page(ref: str, form: AnswerForm, status: int = 200, *, no_pdf: bool = False) -> Response:
    frozen = _frozen(ref)
    if status == 200 and frozen.plan.participant:
        form = filled(form, value=frozen.plan.participant.value)
    return page(
        "participant/agreed_plan.html",
        status,
        here="plan",
        frozen=frozen,
        whole=own_now(reading(), participant_id=me().id, latest=frozen.newest),
        form=form,
        newer=status == 409,
        no_pdf=no_pdf,
        pdf=f"{ADDRESS}/{ref}/plan.pdf",
    )


def _frozen(ref: str) -> FrozenPlan:
    protected = is_protected(reading(), participant_id=me().id)
    return own_plan(reading(), participant_id=me().id, ref=ref, protected=protected)
