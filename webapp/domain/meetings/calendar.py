"""A person's calendar, from which it follows what is asked when; and what their project asks."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from webapp.domain.activities.reading import activities
from webapp.domain.instruments.definitions import Instrument
from webapp.domain.instruments.load import catalogue
from webapp.domain.meetings.rules import Meetings
from webapp.domain.meetings.service import meetings
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.projects.reading import settings_of
from webapp.domain.surveys.rhythm import Calendar, Period

TRAINING = "training"


def calendar(
    session: Session,
    *,
    participant_id: int,
    started_on: date,
    ended_on: date | None = None,
    met: Meetings | None = None,
    only: Instrument | None = None,
    now: datetime,
) -> Calendar:
    """When the person began, ended and last met the coach, and what is going on.

    ``met`` saves a statement where the meetings are known already. ``only`` leaves out what does
    not decide when this instrument is asked.
    """
    met_matters = only is None or only.rhythm.after_meeting
    if met is None and met_matters:
        met = meetings(session, participant_id=participant_id, now=now)
    periods: tuple[Period, ...] = ()
    if only is None or only.rhythm.per in ("activity", "training"):
        periods = _periods(session, participant_id)
    return Calendar(started_on, ended_on, met.last_key if met else None, periods)


def _periods(session: Session, participant_id: int) -> tuple[Period, ...]:
    return tuple(
        Period(
            each.ref, each.title, each.lang, each.lane == TRAINING, each.started_on, each.ended_on
        )
        for each in activities(session, participant_id=participant_id)
    )


def instruments_on(
    session: Session, *, project_id: int | None, now: datetime
) -> tuple[Instrument, ...]:
    """The instruments that this project asks today; all of them without a project."""
    settings, day = settings_of(session, project_id), day_in_sweden(now)
    return tuple(each for each in catalogue().values() if settings.is_on(each.id, day))
