"""Use cases of asking: the participant wants another time or cannot come, the coach decides."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, Subject, write_receipt
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.meetings import booking_checks
from webapp.domain.meetings.booked import close_request, held
from webapp.domain.meetings.booking_model import MeetingRequest
from webapp.domain.meetings.model import Meeting


@once
def ask(
    session: Session,
    *,
    actor: Actor,
    ref: str,
    seen: int,
    kind: str,
    text: str,
    lang: str,
    key: str,
    now: datetime,
) -> Receipt:
    """The participant asks to move the meeting, or cannot come; no reason is needed.

    Raises ``Conflict`` when the meeting was moved meanwhile, ``Invalid`` when something is asked
    already, and ``NotFound``.
    """
    row = held(session, participant_id=actor.participant_id, ref=ref, now=now)
    if kind not in booking_checks.ASKS:
        raise Invalid("kind", "empty")
    text = booking_checks.check_words("text", text)
    if row.moves != seen:
        raise Conflict
    _room_to_ask(session, row)
    asked = MeetingRequest(
        ref=codes.new_ref(),
        meeting_id=row.id,
        moves=row.moves,
        kind=kind,
        text=text,
        lang=lang,
        written_at=now,
    )
    session.add(asked)
    about = Subject(actor.participant_id, asked.ref)
    return write_receipt(session, actor, about, "meeting_ask", f"{kind} {text}", key, now)


def _room_to_ask(session: Session, row: Meeting) -> None:
    every = select(func.count()).where(MeetingRequest.meeting_id == row.id)
    if session.scalar(every.where(*_OPEN)):
        raise Invalid("text", "open")
    if (session.scalar(every) or 0) >= booking_checks.MOST_REQUESTS:
        raise Invalid("text", "many")


@once
def take_back(
    session: Session, *, actor: Actor, ref: str, asked: str, back: bool, key: str, now: datetime
) -> Receipt:
    """The participant takes the question back, or asks it again after all.

    Raises ``Conflict`` when the coach has answered or the meeting was moved, and ``NotFound``.
    """
    row = held(session, participant_id=actor.participant_id, ref=ref, now=now)
    found = session.scalar(
        select(MeetingRequest).where(
            MeetingRequest.ref == asked, MeetingRequest.meeting_id == row.id
        )
    )
    if found is None:
        raise NotFound
    if found.closed_at is not None or found.moves != row.moves:
        raise Conflict
    if back and found.withdrawn_at is not None:
        _room_to_ask(session, row)
    found.withdrawn_at = None if back else now
    kind = "meeting_ask" if back else "meeting_unask"
    return write_receipt(
        session, actor, Subject(actor.participant_id, asked), kind, found.text, key, now
    )


@once
def keep(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    asked: str,
    reply: str,
    lang: str,
    key: str,
    now: datetime,
) -> Receipt:
    """The meeting stays, and the coach says why or how. Raises ``Invalid`` without words.

    ``asked`` is the question that the coach has read. Raises ``Conflict`` when it is not asked any
    more, and ``NotFound``.
    """
    row = held(session, participant_id=participant_id, ref=ref, now=now)
    words = booking_checks.check_words("reply", reply, needed=True)
    if not close_request(session, row, "kept", now, asked=asked, reply=words, reply_lang=lang):
        raise Conflict
    return write_receipt(session, actor, row, "meeting_kept", words, key, now)


_OPEN = (MeetingRequest.withdrawn_at.is_(None), MeetingRequest.closed_at.is_(None))
