"""Who has opened my page, and asking about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from flask import Response
from flask_babel import gettext

from webapp.domain.audit import log as written
from webapp.domain.audit.log import LogLine
from webapp.domain.people.service import contact
from webapp.domain.profile.reading import asked_about
from webapp.domain.profile.rules import Words
from webapp.kit import languages
from webapp.kit.clock import SWEDEN, day_clock, monday, today, week
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.requests import page_number
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.log_words import ROLES, did
from webapp.participant.path.forms import QuestionForm
from webapp.participant.path.need import QUESTIONS
from webapp.participant.path.writing import store

PAGE = 200


@dataclass(frozen=True)
class Entry:
    """One thing somebody did, how many times that day, and when first. ``asked``: I have asked."""

    line: LogLine
    times: int
    first_at: datetime
    asked: bool

    @property
    def did(self) -> str:
        """What it was, as a sentence."""
        return did(self.line.what)

    @property
    def role(self) -> str:
        """Whether it was my coach or somebody else."""
        return str(ROLES.get(self.line.role, ""))


@blueprint.get("/log")
def log() -> Response:
    """Everybody who has opened my page, this week first."""
    number = page_number()
    skip = (number - 1) * PAGE
    found = written.log(reading(), participant_id=me().id, most=PAGE + 1, skip=skip)
    asked = asked_about(reading(), participant_id=me().id)
    weeks = [
        (_heading(first), list(_entries(group, asked)))
        for first, group in groupby(found[:PAGE], key=lambda line: monday(_day(line)))
    ]
    more = len(found) > PAGE
    return page("participant/log.html", here="home", weeks=weeks, number=number, more=more)


def _heading(first: date) -> str:
    if first == monday(today()):
        return gettext("This week")
    if first == monday(today() - timedelta(days=7)):
        return gettext("Last week")
    return week(first)


def _entries(lines: Iterable[LogLine], asked: frozenset[int]) -> Iterator[Entry]:
    """The same thing done again by the same person on the same day is one entry."""
    same = lambda line: (_day(line), line.name, line.role, line.organisation, line.what)  # noqa: E731
    for _, group in groupby(lines, key=same):
        found = list(group)
        known = not asked.isdisjoint(line.number for line in found)
        yield Entry(found[0], len(found), found[-1].at, known)


def _day(line: LogLine) -> date:
    return line.at.astimezone(SWEDEN).date()


@blueprint.get("/log/<int:number>")
def log_line(number: int) -> Response:
    """One thing somebody did, and a question about it that is ready to be sent or changed."""
    line, form = _line(number), QuestionForm()
    if form.text.data is None:
        form.text.data = _prepared(line)
    return _page(line, form)


@blueprint.post("/log/<int:number>")
def ask_about(number: int) -> Response:
    """Stores the question. The coach answers it where other questions are answered."""
    line, form = _line(number), QuestionForm()
    if form.validate_on_submit():
        with form.refusing():
            return store(form, "question", _words(form, line), QUESTIONS, about_log=number)
    return _page(line, form, 422)


def _line(number: int) -> LogLine:
    return written.line(reading(), participant_id=me().id, number=number)


def _prepared(line: LogLine) -> str:
    return gettext(
        # Translators: a question to the coach. what is a sentence, like "Read your plan."
        "I saw this about my page: %(name)s, %(organisation)s, %(when)s: “%(what)s”"
        " I want to know why.",
        name=line.name,
        organisation=line.organisation,
        when=day_clock(line.at),
        what=did(line.what),
    )


def _words(form: QuestionForm, line: LogLine) -> Words:
    """The words and their language: until they are changed, that of the page."""
    same = (form.text.data or "").strip() == _prepared(line)
    return Words(form.text.data or "", languages.current().tag) if same else form.words()


def _page(line: LogLine, form: QuestionForm, status: int = 200) -> Response:
    asked = line.number in asked_about(reading(), participant_id=me().id)
    return page(
        "participant/log_line.html",
        status,
        here="home",
        entry=Entry(line, 1, line.at, asked),
        form=form,
        coach=contact(reading(), participant_id=me().id),
    )
