"""Who has opened my page, and my receipts."""

from itertools import groupby

from flask import Response

from webapp.domain.audit import service
from webapp.kit.clock import SWEDEN, today
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint


@blueprint.get("/log")
def log() -> Response:
    """Everybody who has opened my page, this week first."""
    lines = service.log(reading(), participant_id=me().id)
    this_week = today().isocalendar()[:2]
    weeks = [
        (week == this_week, list(group))
        for week, group in groupby(
            lines, key=lambda line: line.at.astimezone(SWEDEN).isocalendar()[:2]
        )
    ]
    return page("participant/log.html", here="home", weeks=weeks)


@blueprint.get("/receipts")
def receipts() -> Response:
    """What I have sent, and when."""
    found = service.receipts(reading(), participant_id=me().id)
    return page("participant/receipts.html", here="home", receipts=found)
