"""A person's calendar, from which it follows what is asked when."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from webapp.domain.meetings.rules import Meetings
from webapp.domain.meetings.service import meetings
from webapp.domain.surveys.rhythm import Calendar


def calendar(
    session: Session,
    *,
    participant_id: int,
    started_on: date,
    ended_on: date | None = None,
    met: Meetings | None = None,
    now: datetime,
) -> Calendar:
    """When the person began, ended and last met the coach, and what is going on.

    ``met`` saves a statement where the meetings are known already.
    """
    if met is None:
        met = meetings(session, participant_id=participant_id, now=now)
    return Calendar(started_on, ended_on, met.last_key)
