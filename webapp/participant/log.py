"""Who has opened my page, and my receipts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from flask import Response, request

from webapp.domain.audit import log as written
from webapp.domain.audit import service
from webapp.domain.audit.log import LogLine
from webapp.kit.clock import SWEDEN, today
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint

PAGE = 200


@dataclass(frozen=True)
class Entry:
    """One thing somebody did, how many times that day, and when first."""

    line: LogLine
    times: int
    first_at: datetime


@blueprint.get("/log")
def log() -> Response:
    """Everybody who has opened my page, this week first."""
    number = min(max(1, request.args.get("page", 1, type=int)), 10_000)
    skip = (number - 1) * PAGE
    found = written.log(reading(), participant_id=me().id, most=PAGE + 1, skip=skip)
    weeks = [
        (date.fromisocalendar(*week, 1), list(_entries(group)))
        for week, group in groupby(found[:PAGE], key=lambda line: _day(line).isocalendar()[:2])
    ]
    return page(
        "participant/log.html",
        here="home",
        weeks=weeks,
        this_week=_monday(today()),
        number=number,
        more=len(found) > PAGE,
    )


def _entries(lines: Iterable[LogLine]) -> Iterator[Entry]:
    """The same thing done again by the same person on the same day is one entry."""
    same = lambda line: (_day(line), line.name, line.organisation, line.what)  # noqa: E731
    for _, group in groupby(lines, key=same):
        found = list(group)
        yield Entry(found[0], len(found), found[-1].at)


def _day(line: LogLine) -> date:
    return line.at.astimezone(SWEDEN).date()


def _monday(day: date) -> date:
    return date.fromisocalendar(*day.isocalendar()[:2], 1)


@blueprint.get("/receipts")
def receipts() -> Response:
    """What I have sent, and when."""
    found = service.receipts(reading(), participant_id=me().id)
    return page("participant/receipts.html", here="home", receipts=found)
