"""What drives me, what I need to know, who can help me: three cards. And my questions.

Source: the three themes of MIN-modellen (motivation, information, network).
"""

from flask import Response, request

from webapp.domain.errors import Conflict
from webapp.domain.instruments.load import instrument
from webapp.domain.people.service import contact
from webapp.domain.profile import replies, summary
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved_there
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm
from webapp.participant.path.forms import QuestionForm
from webapp.participant.path.writing import entries, store
from webapp.participant.surveys import tasks_now

QUESTIONS = "/me/min/questions"


@blueprint.get("/min")
def needs() -> Response:
    """Three cards, each with a small page of its own."""
    found, asked = entries(), instrument("MIN")
    return page(
        "participant/path/min.html",
        here="goals",
        instrument=asked,
        drives=summary.of_kind(found, "drive"),
        waiting=summary.waiting(found),
        unread=summary.unread(found),
        contacts=summary.of_kind(found, "contact"),
        task=next(iter(tasks_now(asked)), None),
    )


@blueprint.get("/min/questions")
def questions() -> Response:
    """My questions with their answers, and room for a new one."""
    return _questions(QuestionForm())


@blueprint.post("/min/questions")
def ask() -> Response:
    """Stores a question to the coach."""
    form = QuestionForm()
    if form.validate_on_submit():
        with form.refusing():
            return store(form, "question", form.words(), QUESTIONS)
    return _questions(form, 422)


def _questions(form: QuestionForm, status: int = 200, changed: str | None = None) -> Response:
    return page(
        "participant/path/questions.html",
        status,
        here="goals",
        form=form,
        changed=changed,
        tap=TapForm(formdata=None),
        questions=summary.of_kind(entries(), "question")[::-1],
        coach=contact(reading(), participant_id=me().id),
    )


@blueprint.post("/min/questions/<ref>/read")
def read_reply(ref: str) -> Response:
    """I have read the answer: it is no longer new. Another one that came since is shown first."""
    seen, key = request.form.get("seen", ""), TapForm().once
    try:
        with writing() as db:
            receipt = replies.mark_read(
                db, actor=me().actor, ref=ref, seen=seen, key=key, now=now()
            )
    except Conflict:
        return _questions(QuestionForm(formdata=None), 409, changed=ref)
    return saved_there(receipt, QUESTIONS)
