"""Tables: what goes with to the meeting, and the paper that was made."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id, Ref


class MeetingKit(Base):
    """What the participant lets go with to the next meeting, and in which order.

    Rows are only added: the newest since the last meeting counts. ``chosen`` holds names of things
    that are shared already, never their words.
    """

    __tablename__ = "meeting_kit"

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    chosen: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[datetime]


class Paper(Base):
    """One version of the paper for a meeting, exactly as it was printed.

    ``content`` never changes, and ``digest`` shows that it has not. A paper that the participant
    has taken back is opened by nobody else.
    """

    __tablename__ = "paper"
    __table_args__ = (CheckConstraint("made_by in ('participant', 'staff')", name="made_by"),)

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    made_by: Mapped[str] = mapped_column(String(16))
    made_by_id: Mapped[int]
    content: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    code: Mapped[str] = mapped_column(String(16))
    made_at: Mapped[datetime]
    taken_back_at: Mapped[datetime | None]
