"""Tables: rounds, responses and answers."""

from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id


class Round(Base):
    """One occasion on which an instrument is asked. It is made with the first answer.

    ``subject`` is the reference of the activity that is asked about, or empty.
    """

    __tablename__ = "round"
    __table_args__ = (UniqueConstraint("participant_id", "instrument", "occasion"),)

    id: Mapped[Id]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"))
    instrument: Mapped[str] = mapped_column(String(8))
    version: Mapped[str] = mapped_column(String(16))
    occasion: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str] = mapped_column(String(16), default="", server_default="")
    form: Mapped[str] = mapped_column(String(16), default="ongoing", server_default="ongoing")
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]


class Response(Base):
    """What one side answers in a round: the participant, or the coach.

    ``named`` is False when the participant's answers are only to be counted.
    """

    __tablename__ = "response"
    __table_args__ = (
        UniqueConstraint("round_id", "rater"),
        CheckConstraint("rater in ('participant', 'coach')", name="rater"),
    )

    id: Mapped[Id]
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"))
    rater: Mapped[str] = mapped_column(String(16))
    rater_id: Mapped[int]
    named: Mapped[bool] = mapped_column(default=True, server_default=true())
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
    shown_order: Mapped[int] = mapped_column(default=0, server_default="0")
    shown_help: Mapped[bool | None]
    receipt_code: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]


class UnnamedAnswer(Base):
    """An answer that was cut loose from the person when it was sent. Only counted.

    Nothing here leads back: the number is drawn by chance, so that the order of the rows says
    nothing; there is no time finer than the month, and each answer stands alone.
    """

    __tablename__ = "unnamed_answer"

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False
    )
    instrument: Mapped[str] = mapped_column(String(8))
    version: Mapped[str] = mapped_column(String(16))
    form: Mapped[str] = mapped_column(String(16))
    content_hash: Mapped[str] = mapped_column(String(64))
    month: Mapped[date]
    item: Mapped[str] = mapped_column(String(16))
    code: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text, default="")
    lang: Mapped[str] = mapped_column(String(16), default="")
