"""A meeting as a file for somebody's own calendar."""

from flask import Response
from flask_babel import gettext

from webapp.domain.meetings.booking_rules import Booked
from webapp.domain.meetings.ics import calendar_file
from webapp.domain.meetings.rules import LENGTH


def calendar_answer(meeting: Booked) -> Response:
    """The file to download. Its name, and all that stands in it, say nothing of anybody."""
    file = calendar_file(
        ref=meeting.ref,
        starts_at=meeting.starts_at,
        length=LENGTH,
        sequence=meeting.sequence,
        changed_at=meeting.changed_at,
        cancelled=meeting.cancelled_at is not None,
        # Translators: the title in a calendar that others may see. Say nothing more.
        title=gettext("Meeting"),
    )
    answer = Response(file, mimetype="text/calendar")
    answer.headers["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return answer
