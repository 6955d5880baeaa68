"""Somebody's own path as far as it is shared, and answers to their questions."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import ReplyForm
from webapp.coach.record import opened
from webapp.domain.audit.service import Receipt
from webapp.domain.errors import NotFound
from webapp.domain.instruments.load import instrument
from webapp.domain.meetings.service import meetings
from webapp.domain.profile import replies
from webapp.domain.profile.path_summary import PathSummary
from webapp.domain.profile.reading import shared_entries
from webapp.domain.profile.rules import TOLD_TO_EMPLOYERS, EntryView, Reply
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.surveys.change import compare
from webapp.domain.surveys.reading import shared_responses
from webapp.kit import languages
from webapp.kit.briefs import MOST
from webapp.kit.clock import now
from webapp.kit.pages import page, saved_there
from webapp.kit.ratings import Ratings, table
from webapp.kit.signed_in import me

RATED = ("MIN", "BOST")


@blueprint.get("/<ref>/path")
def path(ref: str) -> Response:
    """What drives the person, what they ask, their job profile and their big goal."""
    record, found, tables = _read(ref)
    return page(
        "coach/path.html",
        here="person",
        record=record,
        path=found,
        told=instrument("PROF").item(TOLD_TO_EMPLOYERS),
        tables=tables,
        most=MOST,
    )


def _read(ref: str) -> tuple[OpenedRecord, PathSummary, list[Ratings]]:
    with opened(ref, "path") as (db, record):
        met = meetings(db, participant_id=record.participant_id, now=now())
        shared = shared_entries(db, record)
        responses = shared_responses(db, record, now=now())
    compared = [compare(instrument(each), responses) for each in RATED]
    summary = PathSummary(shared, met.since or record.with_coach_since, now())
    return record, summary, [table(one) for one in compared if one is not None]


@blueprint.get("/<ref>/path/questions/<question>")
def ask_reply(ref: str, question: str) -> Response:
    """The question, and room for an answer; what was answered already stands there."""
    record, asked = _question(ref, question)
    form = ReplyForm()
    form.show(asked.reply.reply if asked.reply else None)
    form.seen.data = asked.seen
    return _page(record, asked, form)


@blueprint.post("/<ref>/path/questions/<question>")
def reply(ref: str, question: str) -> Response:
    """Stores the answer, or who gives it and by when."""
    form = ReplyForm()
    if form.validate():
        with form.refusing(conflict="text"):
            return saved_there(_store(ref, question, form), f"/coach/{ref}/path")
    record, asked = _question(ref, question)
    form.seen.raw_data, form.seen.data = None, asked.seen
    return _page(record, asked, form, 422)


def _question(ref: str, question: str) -> tuple[OpenedRecord, EntryView]:
    with opened(ref, "path") as (db, record):
        entries = shared_entries(db, record).entries
    for entry in entries:
        if entry.ref == question and entry.kind == "question":
            return record, entry
    raise NotFound


def _page(record: OpenedRecord, asked: EntryView, form: ReplyForm, status: int = 200) -> Response:
    return page("coach/reply.html", status, here="person", record=record, question=asked, form=form)


def _store(ref: str, question: str, form: ReplyForm) -> Receipt:
    said = Reply(
        form.text.data or "", languages.own_words(), form.person.data or "", form.due_on.data
    )
    with opened(ref, "reply") as (db, record):
        return replies.reply(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            ref=question,
            seen=form.seen.data or "",
            reply=said,
            key=form.once,
            now=now(),
        )
