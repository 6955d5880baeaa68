"""Everything that stands in the brief, read once for the coach and for the participant alike."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.domain.brief.before import since_last_meeting
from webapp.domain.brief.rules import Brief, make_brief
from webapp.domain.brief.words_summary import WordsSummary, words_summary
from webapp.domain.coordination.news import PlanNews
from webapp.domain.decisions.rules import DecidedShort
from webapp.domain.goals.reading import shared_goals
from webapp.domain.instruments.load import every_version
from webapp.domain.meaning.rules import Meanings
from webapp.domain.meetings.next_meeting import Arranged
from webapp.domain.outcomes.reading import ToTalkAbout
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.plan.brief import NewestPlan
from webapp.domain.profile.path_summary import PathSummary
from webapp.domain.profile.reading import shared_entries
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.sharing.reading import ToMention
from webapp.domain.surveys.reading import shared_responses
from webapp.domain.training.brief import TrainingBrief, training_brief


@dataclass(frozen=True)
class Before:
    """Everything that the page tells, read in one transaction."""

    record: OpenedRecord
    brief: Brief
    path: PathSummary
    training: TrainingBrief
    outcomes: ToTalkAbout
    decided: tuple[DecidedShort, ...]
    meanings: Meanings
    own_words: WordsSummary
    whole: NewestPlan | None
    consents: ToMention
    coordination: PlanNews
    arranged: Arranged


def prepare(session: Session, record: OpenedRecord, *, now: datetime) -> Before:
    """The brief of an opened record: what the participant shares, as they have chosen it.

    Nothing in it is the coach's alone, so the participant may see all of it.
    """
    last = since_last_meeting(session, record, now=now)
    since = last.meetings.since or record.with_coach_since
    told = make_brief(
        meetings=last.meetings,
        wishes=last.wishes,
        goals=shared_goals(session, record),
        responses=shared_responses(session, record, now=now),
        instruments=every_version(),
        since=since,
        kit=last.kit,
    )
    path = PathSummary(shared_entries(session, record), since, now)
    training = training_brief(session, record, day=day_in_sweden(now))
    return Before(
        record,
        told,
        path,
        training,
        outcomes=last.talk,
        decided=last.decided,
        meanings=last.meanings,
        own_words=words_summary(told, path, last),
        whole=last.plan,
        consents=last.consents,
        coordination=last.coordination,
        arranged=last.arranged,
    )
