"""Reading the meetings to come, and everything around one: three statements at most."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, and_, bindparam, cast, literal, null, or_, select, union_all
from sqlalchemy.orm import Session, aliased

from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.meetings.booking_model import (
    Interpreter,
    MeetingGuest,
    MeetingMove,
    MeetingRequest,
)
from webapp.domain.meetings.booking_rules import (
    Arrangement,
    Booked,
    Guest,
    InterpreterView,
    Move,
    Request,
    Tongue,
)
from webapp.domain.meetings.model import Meeting
from webapp.domain.meetings.rules import LENGTH
from webapp.domain.people.model import Organisation, Staff
from webapp.domain.people.rules import sort_name
from webapp.domain.sharing.gate import OpenedRecord


def own_coming(session: Session, *, participant_id: int, now: datetime) -> tuple[Booked, ...]:
    """The participant's meetings that are not over, the nearest first, also those called off."""
    return _coming(session, participant_id, now)


def coming(session: Session, record: OpenedRecord, *, now: datetime) -> tuple[Booked, ...]:
    """The same for the coach."""
    return _coming(session, record.participant_id, now)


def own_arrangement(
    session: Session, *, participant_id: int, ref: str, now: datetime
) -> Arrangement:
    """One of the participant's meetings with everything around it. Raises ``NotFound``."""
    return _arrangement(session, participant_id, ref, now)


def arrangement(session: Session, record: OpenedRecord, *, ref: str, now: datetime) -> Arrangement:
    """The same for the coach: all of it is told to both. Raises ``NotFound``."""
    return _arrangement(session, record.participant_id, ref, now)


def at_the_same_time(
    session: Session, *, staff_id: int, participant_id: int, starts_at: datetime, but: str = ""
) -> tuple[datetime, ...]:
    """When other meetings of the coach or the participant overlap one that begins then.

    ``but`` is the meeting itself.
    """
    found = session.scalars(
        select(Meeting.starts_at)
        .where(
            or_(Meeting.staff_id == staff_id, Meeting.participant_id == participant_id),
            Meeting.cancelled_at.is_(None),
            Meeting.ref != but,
            Meeting.starts_at > starts_at - LENGTH,
            Meeting.starts_at < starts_at + LENGTH,
        )
        .order_by(Meeting.starts_at)
    )
    return tuple(found)


def known_staff(session: Session) -> tuple[tuple[str, str, str], ...]:
    """Everybody on the staff of every organisation: reference, name, organisation."""
    found = session.execute(
        select(Staff.ref, Staff.name, Organisation.name)
        .join(Organisation, Organisation.id == Staff.organisation_id)
        .where(Staff.left_at.is_(None))
        .order_by(Staff.id)
    )
    known = [(ref, name, organisation) for ref, name, organisation in found]
    return tuple(sorted(known, key=lambda one: (sort_name(one[2]), sort_name(one[1]))))


def _coming(session: Session, participant_id: int, now: datetime) -> tuple[Booked, ...]:
    found = rows(session, _COMING, participant=participant_id, over=now - LENGTH)
    return tuple(_booked(row) for row in found)


def _arrangement(session: Session, participant_id: int, ref: str, now: datetime) -> Arrangement:
    meeting = next((one for one in _coming(session, participant_id, now) if one.ref == ref), None)
    if meeting is None:
        raise NotFound
    which = {"participant": participant_id, "ref": ref}
    happened = sorted(rows(session, _HAPPENED, **which), key=lambda row: int(row[1]), reverse=True)
    return Arrangement(
        meeting,
        tuple(Move(row[6], row[2], row[3], row[7]) for row in happened if row[0] == "move"),
        tuple(Request(*row[2:]) for row in happened if row[0] == "request"),
        tuple(_guest(row) for row in rows(session, _GUESTS, **which)),
    )


def _booked(row: Any) -> Booked:
    view = InterpreterView()
    if row[10] is not None:
        wanted, language, other, way, who, state = row[11:17]
        view = InterpreterView(
            wanted, Tongue(language, other, way, who), state, Tongue(*row[17:20]), *row[20:23]
        )
    values: tuple[Any, ...] = (*row[:10], view)
    return Booked(*values)


def _guest(row: Any) -> Guest:
    return Guest(row[0], row[1], row[2] is not None, *row[3:])


def _of_meeting(*columns: Any, table: Any) -> Any:
    return (
        select(*columns)
        .join(Meeting, Meeting.id == table.meeting_id)
        .where(Meeting.participant_id == bindparam("participant"), Meeting.ref == bindparam("ref"))
    )


_LAST = aliased(MeetingMove)
_COMING: Any = (
    select(
        Meeting.ref, Meeting.starts_at, Meeting.place, Staff.name, Meeting.booked_at,
        Meeting.cancelled_at, Meeting.moves, Meeting.seen, _LAST.starts_at, _LAST.at,
        Interpreter.id, Interpreter.wanted, Interpreter.language, Interpreter.other,
        Interpreter.way, Interpreter.who, Interpreter.state, Interpreter.booked_language,
        Interpreter.booked_other, Interpreter.booked_way, Interpreter.why, Interpreter.why_lang,
        Interpreter.handled_at,
    )
    .join(Staff, Staff.id == Meeting.staff_id)
    .outerjoin(_LAST, and_(_LAST.meeting_id == Meeting.id, _LAST.number == Meeting.moves))
    .outerjoin(Interpreter, Interpreter.meeting_id == Meeting.id)
    .where(
        Meeting.participant_id == bindparam("participant"),
        Meeting.starts_at > bindparam("over", type_=Meeting.starts_at.type),
    )
    .order_by(Meeting.starts_at, Meeting.id)
)  # fmt: skip
_NOTHING: Any = cast(null(), String())
# Moves and wishes in one statement: what kind it is, its number, then the columns of a wish.
_HAPPENED: Any = union_all(
    _of_meeting(
        literal("move"), cast(MeetingMove.number, String()), MeetingMove.place, Staff.name,
        _NOTHING, _NOTHING, MeetingMove.starts_at, MeetingMove.at, _NOTHING, _NOTHING, _NOTHING,
        table=MeetingMove,
    ).join(Staff, Staff.id == MeetingMove.staff_id),
    _of_meeting(
        literal("request"), cast(MeetingRequest.id, String()), MeetingRequest.ref,
        MeetingRequest.kind, MeetingRequest.text, MeetingRequest.lang, MeetingRequest.written_at,
        MeetingRequest.closed_at, MeetingRequest.outcome, MeetingRequest.reply,
        MeetingRequest.reply_lang, table=MeetingRequest,
    ).where(MeetingRequest.withdrawn_at.is_(None)),
)  # fmt: skip
_GUESTS: Any = (
    _of_meeting(
        MeetingGuest.ref, MeetingGuest.named_by, MeetingGuest.staff_id, MeetingGuest.relation,
        MeetingGuest.name, MeetingGuest.organisation, MeetingGuest.part, MeetingGuest.lang,
        MeetingGuest.says, MeetingGuest.reason, MeetingGuest.reason_lang, table=MeetingGuest,
    )
    .where(MeetingGuest.removed_at.is_(None))
    .order_by(MeetingGuest.id)
)  # fmt: skip
