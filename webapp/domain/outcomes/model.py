"""Tables: outcomes, what the participant says to them, and the participant's own steps."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id, Ref


class Outcome(Base):
    """What somebody did at one moment, as the coach registered it.

    A correction is a new row, and the old one gets ``superseded_at``. What was registered by
    mistake gets ``withdrawn_at``, which can be taken back.
    """

    __tablename__ = "outcome"
    __table_args__ = (
        CheckConstraint("moment in ('start', 'exit', 'months_6', 'months_12')", name="moment"),
    )

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    moment: Mapped[str] = mapped_column(String(16))
    status: Mapped[str] = mapped_column(String(32))
    exit_reason: Mapped[str | None] = mapped_column(String(32))
    happened_on: Mapped[date]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    registered_at: Mapped[datetime]
    superseded_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]


class OutcomeAnswer(Base):
    """The participant's "yes, that is right" or "no, because …". Rows are only added."""

    __tablename__ = "outcome_answer"
    __table_args__ = (CheckConstraint("value in ('yes', 'no')", name="value"),)

    id: Mapped[Id]
    outcome_id: Mapped[int] = mapped_column(ForeignKey("outcome.id"), index=True)
    value: Mapped[str] = mapped_column(String(8))
    reason: Mapped[str] = mapped_column(Text, default="")
    lang: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]


class OwnStep(Base):
    """Something the participant has done, in own words. Without ``shared_at`` it is "only me"."""

    __tablename__ = "own_step"

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    lang: Mapped[str] = mapped_column(String(16))
    happened_on: Mapped[date]
    written_at: Mapped[datetime]
    shared_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]
