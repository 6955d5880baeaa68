"""Use cases of moving: the coach moves a meeting, the participant asks to, the coach answers."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.service import Receipt, once
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.meetings import booking_rules, rules
from webapp.domain.meetings.booked import close_request, held, is_protected, receipt
from webapp.domain.meetings.booking_model import Interpreter, MeetingMove, MeetingRequest
from webapp.domain.meetings.model import Meeting


@once
def move(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    seen: int,
    starts_at: datetime,
    place: str,
    key: str,
    now: datetime,
) -> Receipt:
    """Another time or place; the old one stays as history. Answers what the participant asked.

    ``seen`` is the number of moves that the coach saw. Raises ``Conflict`` when somebody moved it
    meanwhile, ``Invalid`` for a time or place that cannot be or is the same, and ``NotFound``.
    """
    row = held(session, participant_id=participant_id, ref=ref, now=now)
    if row.moves != seen:
        raise Conflict
    problem = rules.time_problem(starts_at, now)
    if problem:
        raise Invalid("day", problem)
    booking_rules.check_place(place, protected=is_protected(session, participant_id))
    if (row.starts_at, row.place) == (starts_at, place.strip()):
        raise Invalid("clock", "same")
    _store_move(session, row, actor, now)
    if row.starts_at != starts_at:
        _book_interpreter_again(session, row)
    row.starts_at, row.place = starts_at, place.strip()
    close_request(session, row, "moved", now)
    content = f"{starts_at.isoformat()} {place.strip()}"
    return receipt(
        session, actor=actor, participant_id=participant_id, kind="move", ref=ref,
        content=content, key=key, now=now,
    )  # fmt: skip


def _store_move(session: Session, row: Meeting, actor: Actor, now: datetime) -> None:
    row.moves += 1
    session.add(
        MeetingMove(
            meeting_id=row.id,
            number=row.moves,
            starts_at=row.starts_at,
            place=row.place,
            staff_id=actor.id,
            at=now,
        )
    )


def _book_interpreter_again(session: Session, row: Meeting) -> None:
    found = session.scalar(select(Interpreter).where(Interpreter.meeting_id == row.id))
    if found is not None:
        found.state = booking_rules.after_change(found.state)


@once
def mark_seen(
    session: Session, *, actor: Actor, ref: str, seen: int, key: str, now: datetime
) -> Receipt:
    """The participant has seen how the meeting stands. ``seen`` is what stood on the page.

    Raises ``NotFound``.
    """
    row = session.scalar(
        select(Meeting)
        .where(Meeting.ref == ref, Meeting.participant_id == actor.participant_id)
        .with_for_update()
    )
    if row is None:
        raise NotFound
    most = row.moves + (row.cancelled_at is not None)
    row.seen = max(row.seen, min(seen, most))  # a page from yesterday has not shown the last move
    return receipt(
        session, actor=actor, participant_id=actor.participant_id, kind="meeting_seen", ref=ref,
        content=str(row.seen), key=key, now=now,
    )  # fmt: skip


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
    if kind not in booking_rules.ASKS:
        raise Invalid("kind", "empty")
    text = booking_rules.check_words("text", text)
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
    return receipt(
        session, actor=actor, participant_id=actor.participant_id, kind="meeting_ask",
        ref=asked.ref, content=f"{kind} {text}", key=key, now=now,
    )  # fmt: skip


def _room_to_ask(session: Session, row: Meeting) -> None:
    every = select(func.count()).where(MeetingRequest.meeting_id == row.id)
    if session.scalar(every.where(*_OPEN)):
        raise Invalid("text", "open")
    if (session.scalar(every) or 0) >= booking_rules.MOST_REQUESTS:
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
    return receipt(
        session, actor=actor, participant_id=actor.participant_id, kind=kind, ref=asked,
        content=found.text, key=key, now=now,
    )  # fmt: skip


@once
def keep(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    reply: str,
    lang: str,
    key: str,
    now: datetime,
) -> Receipt:
    """The meeting stays, and the coach says why or how. Raises ``Invalid`` without words.

    Raises ``Conflict`` when nothing is asked any more, and ``NotFound``.
    """
    row = held(session, participant_id=participant_id, ref=ref, now=now)
    words = booking_rules.check_words("reply", reply, needed=True)
    if not close_request(session, row, "kept", now, reply=words, reply_lang=lang):
        raise Conflict
    return receipt(
        session, actor=actor, participant_id=participant_id, kind="meeting_kept", ref=ref,
        content=words, key=key, now=now,
    )  # fmt: skip


def move_future_meetings(
    session: Session, participant_id: int, from_staff: int, to_staff: int, *, now: datetime
) -> int:
    """Gives the meetings to come with one coach to another, when the person changes coach.

    Meetings that were called off or have begun stay as they were. Gives how many were given over.
    """
    rows = session.scalars(
        select(Meeting.id).where(
            Meeting.participant_id == participant_id,
            Meeting.staff_id == from_staff,
            Meeting.cancelled_at.is_(None),
            Meeting.starts_at > now,
        )
    ).all()
    session.execute(update(Meeting).where(Meeting.id.in_(rows)).values(staff_id=to_staff))
    return len(rows)


_OPEN = (MeetingRequest.withdrawn_at.is_(None), MeetingRequest.closed_at.is_(None))
