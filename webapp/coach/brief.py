"""Before the meeting: everything to read in two minutes, on one page."""

from dataclasses import dataclass

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.path_summary import PathSummary
from webapp.coach.ratings import table
from webapp.coach.record import opened
from webapp.domain.goals.reading import shared_goals
from webapp.domain.instruments.load import every_version
from webapp.domain.meetings.brief import Brief, make_brief
from webapp.domain.meetings.service import meetings, wishes
from webapp.domain.outcomes.reading import ToTalkAbout, to_talk_about
from webapp.domain.profile.reading import shared_entries
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.surveys.reading import shared_responses
from webapp.domain.training.brief import TrainingBrief, training_brief
from webapp.kit.clock import now, today
from webapp.kit.pages import page


@dataclass(frozen=True)
class Most:
    """How much of each kind has room on one page of paper; the plan has the rest."""

    news: int = 6
    goals: int = 3
    steps: int = 2
    areas: int = 5
    lines: int = 3
    pairs: int = 2


MOST = Most()


@blueprint.get("/<ref>/brief")
def brief(ref: str) -> Response:
    """The brief, from what the participant shares."""
    record, found, path, outcomes, training = _read(ref)
    return page(
        "coach/brief.html",
        here="person",
        record=record,
        brief=found,
        path=path,
        outcomes=outcomes,
        training=training,
        tables=[table(one) for one in found.comparisons],
        most=MOST,
    )


def _read(ref: str) -> tuple[OpenedRecord, Brief, PathSummary, ToTalkAbout, TrainingBrief]:
    with opened(ref, "brief") as (db, record):
        met = meetings(db, participant_id=record.participant_id, now=now())
        since = met.since or record.with_coach_since
        found = make_brief(
            meetings=met,
            wishes=wishes(db, participant_id=record.participant_id, since=met.since),
            goals=shared_goals(db, record),
            responses=shared_responses(db, record, now=now()),
            instruments=every_version(),
            since=since,
        )
        path = PathSummary(shared_entries(db, record), since, now())
        outcomes = to_talk_about(db, record, since=since)
        training = training_brief(db, record, day=today())
    return record, found, path, outcomes, training
