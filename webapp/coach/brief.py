"""Before the meeting: everything to read in two minutes, on one page."""

from dataclasses import dataclass

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.path_summary import PathSummary
from webapp.coach.ratings import table
from webapp.coach.record import opened
from webapp.domain.goals.reading import shared_goals
from webapp.domain.instruments.load import every_version
from webapp.domain.meetings.before import since_last_meeting
from webapp.domain.meetings.brief import Brief, make_brief
from webapp.domain.meetings.next_meeting import Arranged
from webapp.domain.outcomes.reading import ToTalkAbout
from webapp.domain.profile.reading import shared_entries
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.surveys.reading import shared_responses
from webapp.domain.training.brief import TrainingBrief, training_brief
from webapp.kit.clock import now, today
from webapp.kit.pages import page


@dataclass(frozen=True)
class Most:
    """How much of each kind has room on one page of paper; the plan has the rest."""

    news: int = 5
    goals: int = 3
    steps: int = 2
    tables: int = 3
    areas: int = 4
    lines: int = 3
    pairs: int = 2


MOST = Most()


@dataclass(frozen=True)
class Before:
    """Everything that the page tells, read in one transaction."""

    record: OpenedRecord
    brief: Brief
    path: PathSummary
    outcomes: ToTalkAbout
    training: TrainingBrief
    arranged: Arranged


@blueprint.get("/<ref>/brief")
def brief(ref: str) -> Response:
    """The brief, from what the participant shares."""
    found = _read(ref)
    tables = [table(one) for one in found.brief.comparisons if not one.subject][: MOST.tables]
    return page("coach/brief.html", here="person", tables=tables, most=MOST, **vars(found))


def _read(ref: str) -> Before:
    at = now()
    with opened(ref, "brief") as (db, record):
        last = since_last_meeting(db, record, now=at)
        since = last.meetings.since or record.with_coach_since
        told = make_brief(
            meetings=last.meetings,
            wishes=last.wishes,
            goals=shared_goals(db, record),
            responses=shared_responses(db, record, now=at),
            instruments=every_version(),
            since=since,
        )
        path = PathSummary(shared_entries(db, record), since, at)
        training = training_brief(db, record, day=today())
    return Before(record, told, path, last.talk, training, last.arranged)
