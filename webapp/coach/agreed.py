"""The whole plan on a date: freeze it, read what was frozen, and answer for the coach's side."""

from typing import cast

from flask import Response
from flask_babel import lazy_gettext

from webapp.coach.blueprint import blueprint
from webapp.coach.plan_forms import FreezeForm, PlanAnswerForm
from webapp.coach.record import opened
from webapp.domain.agreement.rules import Value
from webapp.domain.audit.service import Receipt
from webapp.domain.coordination.agreeing import propose_plan
from webapp.domain.coordination.now import newest, now_for_staff, whole_now
from webapp.domain.errors import Conflict
from webapp.domain.plan import service
from webapp.domain.plan.now import PlanNow
from webapp.domain.plan.reading import FrozenPlan, plans, shared_plan
from webapp.domain.sharing.gate import OpenedRecord
from webapp.kit import languages
from webapp.kit.clock import now, today
from webapp.kit.pages import page, part, saved
from webapp.kit.pdf import NoPdf, file
from webapp.kit.signed_in import me

NEWER = lazy_gettext(
    "The plan was changed just before you answered. This is the newest one. Read it, then answer."
    " Your own words are still here."
)


@blueprint.get("/<ref>/plan/agreed")
def agreed_plans(ref: str) -> Response:
    """Every version of the whole plan, newest first."""
    with opened(ref, "plan") as (db, record):
        found = plans(db, record)
        whole = now_for_staff(db, record, latest=newest(found))
    return page("coach/agreed_plans.html", here="person", record=record, plans=found, whole=whole)


@blueprint.get("/<ref>/plan/agreed/new")
def new_plan(ref: str) -> Response:
    """The plan exactly as it would be frozen."""
    return _new_page(ref, FreezeForm())


@blueprint.post("/<ref>/plan/agreed/new")
def freeze_plan(ref: str) -> Response:
    """Freezes the plan: the coach has said yes, and the participant is waited for."""
    form = FreezeForm()
    if form.validate():
        with form.refusing(conflict="seen"):
            receipt = _freeze(ref, form)
            return saved(receipt, f"/coach/{ref}/plan/agreed/{receipt.object_ref}")
    return _new_page(ref, form, 409 if form.seen.errors else 422)


def _new_page(ref: str, form: FreezeForm, status: int = 200) -> Response:
    with opened(ref, "plan") as (db, record):
        whole = whole_now(db, record, day=today())
    form.seen.raw_data, form.seen.data = None, whole.document.seen
    return page(
        "coach/agreed_new.html", status, here="person", record=record, whole=whole, form=form
    )


def _freeze(ref: str, form: FreezeForm) -> Receipt:
    with opened(ref, "plan_frozen") as (db, record):
        return propose_plan(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            seen=form.seen.data or "",
            key=form.once,
            now=now(),
        )


@blueprint.get("/<ref>/plan/agreed/<plan>")
def agreed_plan(ref: str, plan: str) -> Response:
    """One version, to read, print and answer."""
    return _page(ref, plan, PlanAnswerForm())


@blueprint.post("/<ref>/plan/agreed/<plan>")
def answer_plan(ref: str, plan: str) -> Response:
    """Stores yes, yes but, or no because, to the whole plan."""
    form = PlanAnswerForm()
    if form.validate():
        with form.refusing():
            try:
                return saved(_answer(ref, plan, form), f"/coach/{ref}/plan/agreed/{plan}")
            except Conflict:
                form.form_errors.append(NEWER)
                return _page(ref, None, form, 409)
    return _page(ref, plan, form, 422)


@blueprint.get("/<ref>/plan/agreed/<plan>/plan.pdf")
def agreed_file(ref: str, plan: str) -> Response:
    """The same as a file; where none can be made, the page, which says so."""
    with opened(ref, "plan") as (db, record):
        frozen = shared_plan(db, record, plan)
        whole = now_for_staff(db, record, latest=frozen.newest)
    try:
        return file(part("coach/agreed_pdf.html", frozen=frozen, record=record), "plan")
    except NoPdf:
        return _shown(record, frozen, whole, PlanAnswerForm(), no_pdf=True)


def _answer(ref: str, plan: str, form: PlanAnswerForm) -> Receipt:
    with opened(ref, "answer") as (db, record):
        return service.answer_plan(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=plan,
            value=cast(Value, form.value.data),
            reason=form.reason.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )


def _page(ref: str, plan: str | None, form: PlanAnswerForm, status: int = 200) -> Response:
    with opened(ref, "plan") as (db, record):
        frozen = shared_plan(db, record, plan)
        whole = now_for_staff(db, record, latest=frozen.newest)
    return _shown(record, frozen, whole, form, status)


def _shown(
    record: OpenedRecord,
    frozen: FrozenPlan,
    whole: PlanNow,
    form: PlanAnswerForm,
    status: int = 200,
    *,
    no_pdf: bool = False,
) -> Response:
    return page(
        "coach/agreed_plan.html",
        status,
        here="person",
        record=record,
        frozen=frozen,
        whole=whole,
        form=form,
        no_pdf=no_pdf,
        pdf=f"/coach/{record.ref}/plan/agreed/{frozen.plan.ref}/plan.pdf",
    )
