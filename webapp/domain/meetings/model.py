"""Tables: meetings and wishes for them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id, Ref


class Meeting(Base):
    """A booked meeting between the participant and a member of staff.

    ``moves`` counts how often it was moved; ``seen`` is the move the participant has seen, and one
    more than ``moves`` when they have seen that it was cancelled.
    """

    __tablename__ = "meeting"

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    starts_at: Mapped[datetime] = mapped_column(index=True)
    place: Mapped[str] = mapped_column(String(200), default="")
    booked_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
    moves: Mapped[int] = mapped_column(default=0, server_default="0")
    seen: Mapped[int] = mapped_column(default=0, server_default="0")


class Wish(Base):
    """Something the participant wants to talk about at the next meeting. The coach reads it."""

    __tablename__ = "wish"

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    lang: Mapped[str] = mapped_column(String(16))
    written_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
