"""Use cases of moving a meeting, and of giving meetings to another coach."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.meetings import booking_checks, booking_rules, rules
from webapp.domain.meetings.booked import close_request, held, is_protected
from webapp.domain.meetings.booking_model import Interpreter, MeetingMove
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
    asked: str | None = None,
) -> Receipt:
    """Another time or place; the old one stays as history. Answers what the participant asked.

    ``seen`` is the number of moves that the coach saw. ``asked`` is the question that the coach
    has read, or empty: one that came after it stays open. None answers whichever it is. Raises
    ``Conflict`` when somebody moved it meanwhile, ``Invalid`` for a time or place that cannot be
    or is the same, and ``NotFound``.
    """
    row = held(session, participant_id=participant_id, ref=ref, now=now)
    if row.moves != seen:
        raise Conflict
    problem = rules.time_problem(starts_at, now)
    if problem:
        raise Invalid("day", problem)
    booking_checks.check_place(place, protected=is_protected(session, participant_id))
    if (row.starts_at, row.place) == (starts_at, place.strip()):
        raise Invalid("clock", "same")
    _store_move(session, row, actor, now)
    if row.starts_at != starts_at:
        _book_interpreter_again(session, row)
    row.starts_at, row.place = starts_at, place.strip()
    close_request(session, row, "moved", now, asked=asked)
    content = f"{starts_at.isoformat()} {place.strip()}"
    return write_receipt(session, actor, row, "move", content, key, now)


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
    return write_receipt(session, actor, row, "meeting_seen", str(row.seen), key, now)


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
