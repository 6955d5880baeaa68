"""Tables: rounds, responses and answers."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id


class Round(Base):
    """One occasion on which an instrument is asked. It is made with the first answer."""

    __tablename__ = "round"
    __table_args__ = (UniqueConstraint("participant_id", "instrument", "occasion"),)

    id: Mapped[Id]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"))
    instrument: Mapped[str] = mapped_column(String(8))
    version: Mapped[str] = mapped_column(String(16))
    occasion: Mapped[str] = mapped_column(String(32))
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]


class Response(Base):
    """What one side answers in a round: the participant, or the coach."""

    __tablename__ = "response"
    __table_args__ = (
        UniqueConstraint("round_id", "rater"),
        CheckConstraint("rater in ('participant', 'coach')", name="rater"),
    )

    id: Mapped[Id]
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"))
    rater: Mapped[str] = mapped_column(String(16))
    rater_id: Mapped[int]
    content_hash: Mapped[str] = mapped_column(String(64))
    started_at: Mapped[datetime]
    completed_at: Mapped[datetime | None]


class Answer(Base):
    """One answer: a code, never a position, and what was shown when it was given."""

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("response_id", "item"),)

    id: Mapped[Id]
    response_id: Mapped[int] = mapped_column(ForeignKey("response.id"))
    item: Mapped[str] = mapped_column(String(16))
    code: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text, default="")
    lang: Mapped[str] = mapped_column(String(16), default="")
    shown_language: Mapped[str] = mapped_column(String(16))
    shown_direction: Mapped[str] = mapped_column(String(3))
    shown_variant: Mapped[str] = mapped_column(String(16))
    receipt_code: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
