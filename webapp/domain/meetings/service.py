"""Use cases of meetings and wishes."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, func, select, union_all
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.database import rows
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.meetings import rules
from webapp.domain.meetings.booked import close_request, held, is_protected, is_taken
from webapp.domain.meetings.booking_checks import check_place
from webapp.domain.meetings.interpreting import carry_over
from webapp.domain.meetings.model import Meeting, Wish
from webapp.domain.meetings.rules import Meetings, MeetingView, WishView
from webapp.domain.people.model import Staff

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)  # before anybody wrote anything


@once
def book(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    starts_at: datetime,
    place: str,
    key: str,
    now: datetime,
) -> Receipt:
    """Books a meeting with the coach who books it. A wish for an interpreter stands for it too.

    Raises ``Invalid`` for the past, too far, a time at which the participant has a meeting already,
    and a place that cannot be stored.
    """
    problem = rules.time_problem(starts_at, now)
    if problem:
        raise Invalid("day", problem)
    if is_taken(session, participant_id, starts_at):
        raise Invalid("clock", "taken")
    check_place(place, protected=bool(place) and is_protected(session, participant_id))
    row = Meeting(
        ref=codes.new_ref(),
        participant_id=participant_id,
        staff_id=actor.id,
        starts_at=starts_at,
        place=place.strip(),
        booked_at=now,
    )
    session.add(row)
    carry_over(session, row)
    content = starts_at.isoformat()
    return write_receipt(session, actor, row, "meeting", content, key, now)


@once
def cancel(
    session: Session, *, actor: Actor, participant_id: int, ref: str, key: str, now: datetime
) -> Receipt:
    """Cancels a meeting that has not begun. Raises ``NotFound``."""
    row = held(session, participant_id=participant_id, ref=ref, now=now)
    row.cancelled_at = now
    close_request(session, row, "cancelled", now)
    return write_receipt(session, actor, row, "cancel", ref, key, now)


@once
def wish(
    session: Session, *, actor: Actor, text: str, lang: str, key: str, now: datetime
) -> Receipt:
    """The participant writes what to talk about. Raises ``Invalid``: empty, long or too many."""
    problem = rules.wish_problem(text)
    if problem:
        raise Invalid("text", problem)
    _room_for_wish(session, actor.participant_id, now)
    row = Wish(
        ref=codes.new_ref(),
        participant_id=actor.participant_id,
        text=text.strip(),
        lang=lang,
        written_at=now,
    )
    session.add(row)
    return write_receipt(session, actor, row, "wish", text, key, now)


def _room_for_wish(session: Session, participant_id: int, now: datetime) -> None:
    open_wishes = session.scalar(
        select(func.count())
        .select_from(Wish)
        .where(
            Wish.participant_id == participant_id,
            Wish.withdrawn_at.is_(None),
            Wish.written_at > now - rules.WISH_WINDOW,
        )
    )
    if (open_wishes or 0) >= rules.MOST_WISHES:
        raise Invalid("text", "many")


@once
def withdraw_wish(
    session: Session, *, actor: Actor, ref: str, back: bool, key: str, now: datetime
) -> Receipt:
    """The participant takes a wish away, or puts it back. Raises ``NotFound``."""
    row = session.scalar(
        select(Wish).where(Wish.ref == ref, Wish.participant_id == actor.participant_id)
    )
    if row is None:
        raise NotFound
    row.withdrawn_at = None if back else now
    kind = "wish" if back else "unwish"
    return write_receipt(session, actor, row, kind, row.text, key, now)


def meetings(session: Session, *, participant_id: int, now: datetime) -> Meetings:
    """The last meeting that is over and the next one, in one statement.

    A meeting that is going on still counts as the next, so that its brief does not go blank.
    """
    over = now - rules.LENGTH
    found = rows(session, _LAST_AND_NEXT, participant=participant_id, over=over)
    views = [MeetingView(*row) for row in found]
    return Meetings(
        last=next((view for view in views if view.starts_at <= over), None),
        next=next((view for view in views if view.starts_at > over), None),
    )


def wishes(
    session: Session, *, participant_id: int, since: datetime | None
) -> tuple[WishView, ...]:
    """The participant's wishes since the last meeting, oldest first: all are for the coach."""
    found = rows(session, _WISHES, participant=participant_id, since=since or BEGINNING)
    return tuple(WishView(*row) for row in found)


def _last_and_next() -> Any:
    over = bindparam("over", type_=Meeting.starts_at.type)
    own = (
        select(Meeting.ref, Meeting.starts_at, Meeting.place, Staff.name)
        .join(Staff, Staff.id == Meeting.staff_id)
        .where(Meeting.participant_id == bindparam("participant"), Meeting.cancelled_at.is_(None))
    )
    last = own.where(Meeting.starts_at <= over).order_by(Meeting.starts_at.desc()).limit(1)
    coming = own.where(Meeting.starts_at > over).order_by(Meeting.starts_at).limit(1)
    return union_all(select(last.subquery()), select(coming.subquery()))


_LAST_AND_NEXT = _last_and_next()
_WISHES = (
    select(Wish.ref, Wish.text, Wish.lang, Wish.written_at)
    .where(
        Wish.participant_id == bindparam("participant"),
        Wish.withdrawn_at.is_(None),
        Wish.written_at >= bindparam("since"),
    )
    .order_by(Wish.id)
)
