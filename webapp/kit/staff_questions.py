"""The page on which staff answer about the work: the same at every desk."""

from flask import Response, request
from flask_babel import gettext

from webapp.domain.colleagues import service
from webapp.domain.colleagues.reading import has_answered
from webapp.domain.colleagues.rules import occasion, questions
from webapp.domain.instruments.definitions import Instrument
from webapp.domain.instruments.load import catalogue
from webapp.domain.projects.reading import settings_of
from webapp.kit.clock import now, today
from webapp.kit.database import reading, writing
from webapp.kit.pages import done, page
from webapp.kit.questions import StaffQuestions, staff_form
from webapp.kit.signed_in import me


def show(template: str, instrument: str) -> Response:
    """The questions, or why there are none to answer now."""
    found = _asked(instrument)
    if found is None:
        return page(template, here="questions", state="none")
    return _page(template, found, _form(found))


def store(template: str, instrument: str) -> Response:
    """Stores the answers without a name, and shows the page again."""
    found = _asked(instrument)
    if found is None:
        return page(template, 422, here="questions", state="none")
    form = _form(found)
    if form.validate_on_submit():
        with form.refusing():
            return done(_stored(found, form), request.path)
    return _page(template, found, form, 422)


def _asked(instrument: str) -> Instrument | None:
    found = catalogue().get(instrument.upper())
    return found if found is not None and questions(found, me().role) else None


def _form(asked: Instrument) -> StaffQuestions:
    return staff_form(questions(asked, me().role))


def _stored(asked: Instrument, form: StaffQuestions) -> str:
    with writing() as db:
        new = service.answer(
            db, actor=me().actor, instrument_id=asked.id, codes=form.codes, now=now()
        )
    if new:
        return gettext("Thank you! Your answers are stored without your name.")
    return gettext("You have answered already this year. Nothing was changed.")


def _page(template: str, asked: Instrument, form: StaffQuestions, status: int = 200) -> Response:
    return page(template, status, here="questions", asked=asked, form=form, state=_state(asked))


def _state(asked: Instrument) -> str:
    """``open``, ``answered`` this year, or ``off`` in the person's project."""
    db, year = reading(), occasion(now())
    if not settings_of(db, me().person.project_id).is_on(asked.id, today()):
        return "off"
    there = has_answered(db, staff_id=me().id, instrument_id=asked.id, occasion=year)
    return "answered" if there else "open"
