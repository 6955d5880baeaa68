"""A meeting that is to come, held so that only one change of it happens at a time."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.errors import NotFound
from webapp.domain.meetings.booking_model import MeetingRequest
from webapp.domain.meetings.model import Meeting
from webapp.domain.people.model import Participant


def held(session: Session, *, participant_id: int, ref: str, now: datetime) -> Meeting:
    """The meeting, if it has not begun and was not called off; others wait until this is stored.

    Raises ``NotFound``.
    """
    row = session.scalar(
        select(Meeting)
        .where(
            Meeting.ref == ref,
            Meeting.participant_id == participant_id,
            Meeting.cancelled_at.is_(None),
            Meeting.starts_at > now,
        )
        .with_for_update()
    )
    if row is None:
        raise NotFound
    return row


def is_taken(session: Session, participant_id: int, at: datetime) -> bool:
    """Whether the participant has a meeting at this very time that was not called off."""
    then = select(Meeting.id).where(
        Meeting.participant_id == participant_id,
        Meeting.starts_at == at,
        Meeting.cancelled_at.is_(None),
    )
    return session.scalar(then.limit(1)) is not None


def is_protected(session: Session, participant_id: int) -> bool:
    """Whether the participant has a protected identity."""
    return session.get_one(Participant, participant_id).protected


def close_request(
    session: Session,
    meeting: Meeting,
    outcome: str,
    now: datetime,
    *,
    asked: str | None = None,
    reply: str = "",
    reply_lang: str = "",
) -> bool:
    """Gives the participant's open question its answer.

    False when there was none, or another than ``asked``.
    """
    row = session.scalar(
        select(MeetingRequest).where(
            MeetingRequest.meeting_id == meeting.id,
            MeetingRequest.withdrawn_at.is_(None),
            MeetingRequest.closed_at.is_(None),
        )
    )
    if row is None or asked not in (None, row.ref):
        return False
    row.outcome, row.closed_at = outcome, now
    row.reply, row.reply_lang = reply, reply_lang
    return True
