"""One meeting: when it was moved, what is asked, who comes, the interpreter, a calendar file."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import TapForm
from webapp.coach.meetings import others_then
from webapp.coach.record import opened
from webapp.domain.meetings.coming import arrangement
from webapp.kit.calendar_file import calendar_answer
from webapp.kit.clock import now
from webapp.kit.pages import page


@blueprint.get("/<ref>/meetings/<meeting>")
def meeting_page(ref: str, meeting: str) -> Response:
    """Everything around the meeting, and other meetings at the same time."""
    with opened(ref, "page") as (db, record):
        found = arrangement(db, record, ref=meeting, now=now())
        others = others_then(db, record, found.meeting.starts_at, meeting)
    return page(
        "coach/booked.html", here="person", record=record, found=found, others=others, tap=TapForm()
    )


@blueprint.get("/<ref>/meetings/<meeting>.ics")
def calendar_file(ref: str, meeting: str) -> Response:
    """The meeting for the coach's own calendar: a time and nothing else."""
    with opened(ref, "page") as (db, record):
        found = arrangement(db, record, ref=meeting, now=now())
    return calendar_answer(found.meeting)
