"""The plan: shared goals and their steps, and the coach's answers to them."""

from typing import cast

from flask import Response
from flask_babel import gettext, lazy_gettext
from sqlalchemy.orm import Session

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import AnswerForm
from webapp.coach.lines import Lines, find_step
from webapp.coach.record import opened
from webapp.domain.agreement.rules import Value
from webapp.domain.audit.service import Receipt
from webapp.domain.coordination.now import newest, now_for_staff
from webapp.domain.errors import Conflict, NotFound
from webapp.domain.goals import service, steps
from webapp.domain.goals.reading import shared_goal_without, shared_goals
from webapp.domain.plan.reading import plans
from webapp.domain.plan.rules import plan_of
from webapp.domain.sharing.gate import OpenedRecord
from webapp.extensions import htmx
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.pages import answer, page, saved_there
from webapp.kit.signed_in import me

DONE = ("done", "undone")
CHANGED = lazy_gettext(
    "The text was changed just before you answered. Read the new text, then answer again."
    " Your own words are still here."
)


@blueprint.get("/<ref>/plan")
def plan(ref: str) -> Response:
    """Goal by goal: who does what and by when, and whether both agree."""
    lines = _read(ref, AnswerForm())
    plan = plan_of(lines.goals)
    return page("coach/plan.html", here="person", lines=lines, plan=plan, whole=lines.whole)


@blueprint.post("/<ref>/plan")
def act(ref: str) -> Response:
    """Answers one line, or marks a step as done."""
    form, status = AnswerForm(), 422
    if form.validate():
        with form.refusing():
            try:
                return _stored(ref, form, _store(ref, form))
            except Conflict:
                form.form_errors.append(CHANGED)
                status = 422 if htmx else 409
            except NotFound:
                return _taken_away_page(ref, form)
    return _part(_read(ref, form), form, status)


def _stored(ref: str, form: AnswerForm, receipt: Receipt) -> Response:
    if not htmx:
        return saved_there(receipt, f"/coach/{ref}/plan")
    return _part(_read(ref, None), form, receipt=receipt)


def _taken_away_page(ref: str, form: AnswerForm) -> Response:
    """The plan, and the answer that was not sent. Raises ``NotFound`` when no step was taken away.

    A page with scripts has the words still, and says that it did not work.
    """
    if htmx:
        raise NotFound
    lines = _read(ref, form, gone=form.line.data)
    words = gettext(
        "%(name)s has taken this step away. Your answer was not sent.", name=lines.record.name
    )
    form.form_errors.append(words)
    plan = plan_of(lines.goals)
    return page(
        "coach/plan.html", 409, here="person", lines=lines, plan=plan, whole=lines.whole, gone=True
    )


def _read(ref: str, form: AnswerForm | None, gone: str | None = None) -> Lines:
    with opened(ref, "plan") as (db, record):
        if gone is not None:
            shared_goal_without(db, record, gone)
        goals = shared_goals(db, record)
        whole = now_for_staff(db, record, latest=newest(plans(db, record)), goals=goals)
        return Lines(record, goals, form, whole)


def _part(
    lines: Lines, form: AnswerForm, status: int = 200, receipt: Receipt | None = None
) -> Response:
    line, step = lines.find(form.line.data)
    if form.errors and form.seen.data not in (None, line.seen) and not form.form_errors:
        form.form_errors.append(CHANGED)
    return answer(
        "coach/plan.html",
        "coach/_line.html",
        status,
        here="person",
        lines=lines,
        plan=plan_of(lines.goals),
        whole=lines.whole,
        line=line,
        step=step,
        receipt=receipt,
        partly=bool(htmx),
    )


def _store(ref: str, form: AnswerForm) -> Receipt:
    marking = form.value.data in DONE
    with opened(ref, "step_done" if marking else "answer") as (db, record):
        return _mark(db, record, form) if marking else _take_stance(db, record, form)


def _take_stance(db: Session, record: OpenedRecord, form: AnswerForm) -> Receipt:
    return service.answer_line(
        db,
        actor=me().actor,
        participant_id=record.participant_id,
        ref=form.line.data or "",
        seen=form.seen.data or "",
        value=cast(Value, form.value.data),
        reason=form.reason.data or "",
        lang=languages.own_words(),
        key=form.once,
        now=now(),
    )


def _mark(db: Session, record: OpenedRecord, form: AnswerForm) -> Receipt:
    step = find_step(shared_goals(db, record), form.line.data)
    if step.line.wording.doer == "participant":
        raise NotFound  # the participant says when their own step is done
    return steps.mark_step(
        db,
        actor=me().actor,
        participant_id=record.participant_id,
        ref=form.line.data or "",
        done=form.value.data == "done",
        key=form.once,
        now=now(),
    )
