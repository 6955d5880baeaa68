"""What is arranged around the next meeting, as parts of the one statement of a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Date, and_, bindparam, case, cast, func, literal, null, or_, select

from webapp.domain.meetings.booking_model import (
    Interpreter,
    MeetingGuest,
    MeetingMove,
    MeetingRequest,
)
from webapp.domain.meetings.booking_rules import Guest, InterpreterView, Request, Tongue
from webapp.domain.meetings.model import Meeting
from webapp.domain.people.model import Participant


@dataclass(frozen=True)
class Changed:
    """A meeting that the participant has not seen moved or called off. ``at``: when it was to be.

    ``seen`` is what they will have seen when they have read this.
    """

    ref: str
    at: datetime
    seen: int


@dataclass(frozen=True)
class Arranged:
    """Around the next meeting: what is asked, who comes, the interpreter; and all changes."""

    moved: tuple[Changed, ...] = ()
    cancelled: tuple[Changed, ...] = ()
    asked: Request | None = None
    guests: tuple[Guest, ...] = ()
    interpreter: InterpreterView = field(default_factory=InterpreterView)

    @property
    def changes(self) -> tuple[Changed, ...]:
        """What the participant has not seen yet: a meeting called off, or moved."""
        return (*self.cancelled, *self.moved)

    @property
    def waiting(self) -> tuple[Guest, ...]:
        """Those whom staff have named and the participant has not answered."""
        return tuple(each for each in self.guests if each.waits)

    @property
    def unwanted(self) -> tuple[Guest, ...]:
        """Those to whom the participant has said no."""
        return tuple(each for each in self.guests if each.says == "no")


def arranged(found: Iterable[Sequence[Any]]) -> Arranged:
    """What is arranged, from the rows of ``arranged_parts``; rows of other kinds are left out."""
    known = list(found)

    def of(kind: str) -> list[Sequence[Any]]:
        return [row for row in known if row[0] == kind]

    asked = [Request("", row[1], row[2], row[3], row[5]) for row in of("asked")]
    views = [_interpreter(row) for kind in _WANTED for row in of(kind)]
    return Arranged(
        moved=tuple(Changed(row[1], row[5], int(row[3])) for row in of("moved")),
        cancelled=tuple(Changed(row[1], row[5], int(row[3])) for row in of("cancelled")),
        asked=asked[0] if asked else None,
        guests=tuple(_guest(row) for row in sorted(of("guest"), key=lambda row: row[5])),
        interpreter=views[0] if views else InterpreterView(),
    )


_WANTED: Final = {"interpreter": None, "interpreter_yes": True, "interpreter_no": False}


def _interpreter(row: Sequence[Any]) -> InterpreterView:
    tongue = Tongue(row[3], row[2])
    return InterpreterView(_WANTED[row[0]], tongue, row[1], tongue)


def _guest(row: Sequence[Any]) -> Guest:
    named_by, _, says = row[1].partition("/")
    relation, _, organisation = row[3].partition("/")
    return Guest("", named_by, False, relation, row[2], organisation, "", "", says)


_TIME: Final = Meeting.starts_at.type
_NO_DAY: Final[Any] = cast(null(), Date())
_NO_TIME: Final[Any] = cast(null(), _TIME)
_COMING: Final = (
    Meeting.participant_id == bindparam("participant"),
    Meeting.starts_at > bindparam("over", type_=_TIME),
)


def arranged_parts() -> tuple[Any, ...]:
    """Five selects for the statement of a page, with the parameters ``participant`` and ``over``.

    Columns as everywhere there: kind, reference, text, language, day, moment, moment.
    """
    return (_moved(), _cancelled(), _asked(), _guests(), _interpreters())


def _number(value: Any) -> Any:
    return cast(value, MeetingRequest.lang.type)


def _moved() -> Any:
    """The time that the participant has last seen: the next move after it holds it."""
    first = and_(MeetingMove.meeting_id == Meeting.id, MeetingMove.number == Meeting.seen + 1)
    return (
        select(
            literal("moved"), Meeting.ref, MeetingMove.place, _number(Meeting.moves), _NO_DAY,
            MeetingMove.starts_at, MeetingMove.at,
        )
        .join(MeetingMove, first)
        .where(*_COMING, Meeting.cancelled_at.is_(None))
    )  # fmt: skip


def _cancelled() -> Any:
    return select(
        literal("cancelled"), Meeting.ref, Meeting.place, _number(Meeting.moves + 1), _NO_DAY,
        Meeting.starts_at, Meeting.cancelled_at,
    ).where(*_COMING, Meeting.cancelled_at.is_not(None), Meeting.seen <= Meeting.moves)  # fmt: skip


def _is_next(meeting_id: Any) -> Any:
    nearest = (
        select(Meeting.id)
        .where(*_COMING, Meeting.cancelled_at.is_(None))
        .order_by(Meeting.starts_at)
        .limit(1)
    )
    return meeting_id == nearest.scalar_subquery()


def _asked() -> Any:
    return select(
        literal("asked"), MeetingRequest.kind, MeetingRequest.text, MeetingRequest.lang, _NO_DAY,
        MeetingRequest.written_at, _NO_TIME,
    ).where(
        _is_next(MeetingRequest.meeting_id),
        MeetingRequest.withdrawn_at.is_(None),
        MeetingRequest.closed_at.is_(None),
    )  # fmt: skip


def _guests() -> Any:
    named = MeetingGuest.named_by + "/" + MeetingGuest.says
    of = MeetingGuest.relation + "/" + MeetingGuest.organisation
    return select(
        literal("guest"), named, MeetingGuest.name, of, _NO_DAY, MeetingGuest.added_at, _NO_TIME
    ).where(_is_next(MeetingGuest.meeting_id), MeetingGuest.removed_at.is_(None))


def _interpreters() -> Any:
    """The language is the booked one when one is booked."""
    booked = Interpreter.state == "booked"
    kind: Any = case(
        (Interpreter.wanted.is_(True), "interpreter_yes"),
        (Interpreter.wanted.is_(False), "interpreter_no"),
        else_="interpreter",
    )
    return select(
        kind, Interpreter.state,
        case((booked, Interpreter.booked_other), else_=Interpreter.other),
        case((booked, Interpreter.booked_language), else_=Interpreter.language),
        _NO_DAY, Interpreter.wished_at, Interpreter.handled_at,
    ).where(
        _is_next(Interpreter.meeting_id),
        or_(Interpreter.wanted.is_not(None), Interpreter.state != ""),
    )  # fmt: skip


def waiting_for_booking(coming: Any) -> tuple[Any, Any]:
    """For each person of a statement about people: questions without an answer (``asks``) and
    interpreters to arrange (``interpreters``), about meetings that are ``coming``."""
    asked = select(func.count(MeetingRequest.id)).join(
        Meeting, Meeting.id == MeetingRequest.meeting_id
    )
    wished = select(func.count(Interpreter.id)).join(Meeting, Meeting.id == Interpreter.meeting_id)
    open_ones = (MeetingRequest.withdrawn_at.is_(None), MeetingRequest.closed_at.is_(None))
    return (
        _of_person(asked.where(*open_ones), coming).label("asks"),
        _of_person(wished.where(_to_arrange()), coming).label("interpreters"),
    )


def _to_arrange() -> Any:
    """To be booked, booked again, or called off."""
    return or_(
        Interpreter.state == "again",
        and_(Interpreter.state == "", Interpreter.wanted.is_(True)),
        and_(Interpreter.state == "booked", Interpreter.wanted.is_(False)),
    )


def _of_person(counted: Any, coming: Any) -> Any:
    own = (Meeting.participant_id == Participant.id, Meeting.cancelled_at.is_(None), coming)
    return counted.where(*own).correlate(Participant).scalar_subquery()
