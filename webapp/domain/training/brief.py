"""What the coach reads about work training and gaps before a meeting: a few short lines."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from webapp.domain.activities.rules import Gap, gap_now, trained
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.training.reading import diary_and_activities
from webapp.domain.training.rules import Figures, Trend, figures, month, trend

NEW_COACH = timedelta(days=60)


@dataclass(frozen=True)
class TrainingBrief:
    """A gap that goes on, a new coach, and how the training goes. None: nothing to say."""

    gap: Gap | None
    new_coach_on: date | None
    figures: Figures | None
    trend: Trend | None


def training_brief(session: Session, record: OpenedRecord, *, day: date) -> TrainingBrief:
    """The lines for this day, from one statement."""
    diary, activities = diary_and_activities(session, record, day)
    since = day_in_sweden(record.with_coach_since)
    changed = record.started_on < since and day - since <= NEW_COACH
    training = trained(activities, day) and bool(diary.tasks)
    return TrainingBrief(
        gap=gap_now(activities, record.started_on, day),
        new_coach_on=since if changed else None,
        figures=figures(diary.tasks, *month(day)) if training else None,
        trend=trend(diary.energy, day) if training else None,
    )
