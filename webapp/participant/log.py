"""Who has opened my page, and my receipts."""

from itertools import groupby

from flask import Response, request

from webapp.domain.audit import service
from webapp.kit.clock import SWEDEN, today
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint

PAGE = 200


@blueprint.get("/log")
def log() -> Response:
    """Everybody who has opened my page, this week first."""
    number = min(max(1, request.args.get("page", 1, type=int)), 10_000)
    skip = (number - 1) * PAGE
    found = service.log(reading(), participant_id=me().id, most=PAGE + 1, skip=skip)
    lines = found[:PAGE]
    this_week = today().isocalendar()[:2]
    weeks = [
        (week == this_week, list(group))
        for week, group in groupby(
            lines, key=lambda line: line.at.astimezone(SWEDEN).isocalendar()[:2]
        )
    ]
    return page(
        "participant/log.html", here="home", weeks=weeks, number=number, more=len(found) > PAGE
    )


@blueprint.get("/receipts")
def receipts() -> Response:
    """What I have sent, and when."""
    found = service.receipts(reading(), participant_id=me().id)
    return page("participant/receipts.html", here="home", receipts=found)
