"""Tables: how meetings were moved, what is asked about them, who comes, and interpreters."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id, Ref


class MeetingMove(Base):
    """The time and the place a meeting had before a move. Rows are only added.

    ``number`` counts from 1 for each meeting, so that two moves at once cannot both be the next.
    """

    __tablename__ = "meeting_move"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    id: Mapped[Id]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    number: Mapped[int]
    starts_at: Mapped[datetime]
    place: Mapped[str] = mapped_column(String(200))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]


class MeetingRequest(Base):
    """The participant asks to move a meeting, or cannot come. The coach decides.

    ``outcome`` is moved, cancelled or kept; with kept, ``reply`` holds the coach's words.
    """

    __tablename__ = "meeting_request"

    id: Mapped[Id]
    ref: Mapped[Ref]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    moves: Mapped[int]
    kind: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)
    lang: Mapped[str] = mapped_column(String(16))
    written_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(String(16), default="")
    reply: Mapped[str] = mapped_column(Text, default="")
    reply_lang: Mapped[str] = mapped_column(String(16), default="")


class MeetingGuest(Base):
    """Somebody besides the two who comes to a meeting, named by one side.

    ``relation`` says who it is to a participant who names somebody; ``staff_id`` is known staff.
    The participant says yes or no to whom staff have named.
    """

    __tablename__ = "meeting_guest"

    id: Mapped[Id]
    ref: Mapped[Ref]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    named_by: Mapped[str] = mapped_column(String(16))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    relation: Mapped[str] = mapped_column(String(16), default="")
    name: Mapped[str] = mapped_column(String(80), default="")
    organisation: Mapped[str] = mapped_column(String(120), default="")
    part: Mapped[str] = mapped_column(String(80), default="")
    lang: Mapped[str] = mapped_column(String(16))
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    says: Mapped[str] = mapped_column(String(8), default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    reason_lang: Mapped[str] = mapped_column(String(16), default="")
    said_at: Mapped[datetime | None]


class Interpreter(Base):
    """The interpreter for one meeting: what the participant wishes, and what was booked.

    Languages are tags; ``other`` is for one that has no tag here. Nothing about the interpreter as
    a person is stored. ``state`` is "", booked, again or impossible.
    """

    __tablename__ = "interpreter"

    id: Mapped[Id]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), unique=True)
    wanted: Mapped[bool | None]
    language: Mapped[str] = mapped_column(String(16), default="")
    other: Mapped[str] = mapped_column(String(80), default="")
    who: Mapped[str] = mapped_column(String(8), default="any")
    way: Mapped[str] = mapped_column(String(8), default="any")
    wished_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(16), default="")
    booked_language: Mapped[str] = mapped_column(String(16), default="")
    booked_other: Mapped[str] = mapped_column(String(80), default="")
    booked_way: Mapped[str] = mapped_column(String(8), default="")
    why: Mapped[str] = mapped_column(Text, default="")
    why_lang: Mapped[str] = mapped_column(String(16), default="")
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    handled_at: Mapped[datetime | None]
