"""My meetings: the list, one of them, the file for a calendar, and "I have seen it"."""

from flask import Response

from webapp.domain.meetings import coming, moving
from webapp.domain.meetings.booking_rules import Arrangement
from webapp.kit.calendar_file import calendar_answer
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.booking_forms import SeenForm
from webapp.participant.forms import TapForm

ADDRESS = "/me/meetings"


@blueprint.get("/meetings")
def my_meetings() -> Response:
    """Every meeting to come, and those that were called off."""
    found = coming.own_coming(reading(), participant_id=me().id, now=now())
    return page("participant/meetings.html", here="home", meetings=found)


@blueprint.get("/meetings/<ref>")
def my_meeting(ref: str) -> Response:
    """When, where, who comes, the interpreter, and what I have asked."""
    return page("participant/my_meeting.html", here="home", found=arrangement(ref), tap=TapForm())


@blueprint.get("/meetings/<ref>.ics")
def my_calendar_file(ref: str) -> Response:
    """The meeting for my own calendar: a time and nothing else."""
    return calendar_answer(arrangement(ref).meeting)


@blueprint.post("/meetings/<ref>/seen")
def have_seen(ref: str) -> Response:
    """I have seen the new time, or that the meeting will not be. The coach sees that I know."""
    form = SeenForm()
    with writing() as db:
        receipt = moving.mark_seen(
            db, actor=me().actor, ref=ref, seen=form.number, key=form.once, now=now()
        )
    return saved(receipt, "/me")


def arrangement(ref: str) -> Arrangement:
    """One of my meetings with everything around it. Raises ``NotFound``."""
    return coming.own_arrangement(reading(), participant_id=me().id, ref=ref, now=now())
