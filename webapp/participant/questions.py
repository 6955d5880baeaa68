"""One question a page. The answer is saved at the tap, and can be changed until the round ends."""

from dataclasses import dataclass
from typing import Any

from flask import Response, request

from webapp.domain.audit.service import Receipt
from webapp.domain.errors import Closed, Invalid, NotFound
from webapp.domain.instruments.definitions import Item
from webapp.domain.surveys import service
from webapp.domain.surveys.rhythm import Period
from webapp.domain.surveys.rules import Shown, Task
from webapp.extensions import htmx
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import writing
from webapp.kit.pages import answer, go, page, saved
from webapp.kit.questions import Option, has_faces, options_of
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.survey_forms import RatingForm
from webapp.participant.surveys import open_task


@dataclass(frozen=True)
class Question:
    """A question as it is shown: its place, its item and the stored answer, if any."""

    task: Task
    number: int

    @property
    def item(self) -> Item:
        """The item of the instrument."""
        return self.task.items[self.number - 1]

    @property
    def about(self) -> Period | None:
        """The activity that is asked about, if it is about one."""
        return self.task.occasion.about

    @property
    def options(self) -> list[Option]:
        """Every answer that can be given, in order."""
        return options_of(self.item)

    @property
    def stored(self) -> Any:
        """The stored answer, or None."""
        response = self.task.response
        return response.answers.get(self.item.id) if response else None

    @property
    def address(self) -> str:
        """The address of this question."""
        return f"/me/surveys/{self.task.key}/{self.number}"

    @property
    def after(self) -> str:
        """The address after this question."""
        base = f"/me/surveys/{self.task.key}"
        last = self.number == len(self.task.items)
        return f"{base}/finish" if last else f"{base}/{self.number + 1}"


def _question(key: str, number: int) -> Question:
    task = open_task(key)
    if not 1 <= number <= len(task.items):
        raise NotFound
    return Question(task, number)


@blueprint.get("/surveys/<key>/<int:number>")
def question(key: str, number: int) -> Response:
    """One question. Who sees the answers is chosen before the first."""
    found = _question(key, number)
    if found.task.named is None or found.task.locked:
        return go(f"/me/surveys/{found.task.key}")
    return _page(found, RatingForm())


@blueprint.post("/surveys/<key>/<int:number>")
def rate(key: str, number: int) -> Response:
    """Saves the answer: at the tap with htmx, else with the button, which goes to the next."""
    form = RatingForm()
    try:
        found = _question(key, number)
        if form.validate_on_submit():
            with form.refusing():
                receipt = _save(found, form)
                return _page(found, form, receipt=receipt) if htmx else saved(receipt, found.after)
    except Closed:
        return page("participant/closed.html", 410, here="answers", text=form.text.data)
    return _page(found, form, status=422)


def _save(question: Question, form: RatingForm) -> Receipt:
    item = question.item
    text = (form.text.data or "") if item.kind == "text" else ""
    code = form.code.data or ("text" if item.kind == "text" else "")
    if len(request.form.getlist("code")) > 1:
        raise Invalid("code", "two")
    with writing() as db:
        return service.save_answer(
            db,
            actor=me().actor,
            task=question.task,
            item=item,
            code=code,
            text=text if code == "text" else "",
            shown=_shown(question, form),
            key=form.once,
            now=now(),
        )


def _shown(question: Question, form: RatingForm) -> Shown:
    language = languages.current()
    variant = "faces" if has_faces(question.item) else "words"
    helped = form.helped.data == "1"
    return Shown(
        language.code, language.dir, variant, languages.own_words(), question.number, helped
    )


def _page(
    question: Question, form: RatingForm, status: int = 200, receipt: Receipt | None = None
) -> Response:
    stored = question.stored
    if form.text.raw_data is None and stored is not None:
        form.text.data = stored.text
    return answer(
        "participant/question.html",
        "participant/_saved.html",
        status,
        here="answers",
        question=question,
        form=form,
        receipt=receipt,
        chosen=form.code.data or (stored.code if stored else None),
    )
