"""What staff have written about me in the plan, and what I say to it."""

from flask import Response

from webapp.domain.coordination import answering
from webapp.domain.coordination import reading as plan_reading
from webapp.domain.coordination.rules import TextView
from webapp.domain.errors import NotFound
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved_there
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.coordination_forms import PlanAnswerForm
from webapp.participant.forms import filled
from webapp.participant.plan_texts import home_of


@blueprint.get("/plan/texts/<ref>/answer")
def ask_plan_answer(ref: str) -> Response:
    """What staff have written, and what I say to it."""
    text = _theirs(ref)
    said = text.line.participant
    form = filled(PlanAnswerForm(), seen=text.line.seen, value=said.value if said else None)
    return _answer_page(form, text)


@blueprint.post("/plan/texts/<ref>/answer")
def answer_plan_text(ref: str) -> Response:
    """Stores yes, yes but, or no because."""
    form, text = PlanAnswerForm(), _theirs(ref)
    if form.validate_on_submit():
        with form.refusing(conflict="reason"):
            return _answer(form, text)
    form.seen.raw_data, form.seen.data = None, text.line.seen
    return _answer_page(form, text, 422)


def _theirs(ref: str) -> TextView:
    text = plan_reading.find(plan_reading.own_texts(reading(), participant_id=me().id), ref)
    if text.author != "coach":
        raise NotFound
    return text


def _answer_page(form: PlanAnswerForm, text: TextView, status: int = 200) -> Response:
    return page("participant/plan_answer.html", status, here="plan", form=form, text=text)


def _answer(form: PlanAnswerForm, text: TextView) -> Response:
    with writing() as db:
        receipt = answering.answer(
            db,
            actor=me().actor,
            ref=text.ref,
            seen=form.seen.data or "",
            value=form.value.data,
            reason=form.reason.data or "",
            lang=languages.own_words(),
            key=form.once,
            now=now(),
        )
    return saved_there(receipt, home_of(text.part, bool(text.subject)))
