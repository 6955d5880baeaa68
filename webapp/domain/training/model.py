"""Tables: why I am here, tasks, the tasks of a week, what was done, energy, and the support."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id, Ref


class TrainingReason(Base):
    """Why the person is in work training. Without ``shared_at`` nobody else can open it."""

    __tablename__ = "training_reason"

    id: Mapped[Id]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), unique=True)
    text: Mapped[str] = mapped_column(Text)
    lang: Mapped[str] = mapped_column(String(16))
    shared_at: Mapped[datetime | None]
    written_at: Mapped[datetime]


class TrainingTask(Base):
    """A task of the place, or one that the participant wishes for. Both sides add."""

    __tablename__ = "training_task"
    __table_args__ = (CheckConstraint("author in ('participant', 'coach')", name="author"),)

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    title: Mapped[str] = mapped_column(String(120))
    lang: Mapped[str] = mapped_column(String(16))
    author: Mapped[str] = mapped_column(String(16))
    wished_on: Mapped[date | None]
    added_at: Mapped[datetime]
    removed_on: Mapped[date | None]


class TrainingWeek(Base):
    """A task on the list of one week, and who put it there. ``monday`` begins the week."""

    __tablename__ = "training_week"
    __table_args__ = (
        UniqueConstraint("task_id", "monday"),
        CheckConstraint("author in ('participant', 'coach')", name="author"),
    )

    id: Mapped[Id]
    task_id: Mapped[int] = mapped_column(ForeignKey("training_task.id"))
    monday: Mapped[date]
    author: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]


class TrainingDone(Base):
    """The participant did the task that day."""

    __tablename__ = "training_done"
    __table_args__ = (UniqueConstraint("task_id", "day"),)

    id: Mapped[Id]
    task_id: Mapped[int] = mapped_column(ForeignKey("training_task.id"))
    day: Mapped[date]
    at: Mapped[datetime]


class TrainingEnergy(Base):
    """How much energy was left after a day, from 1 (none) to 5 (a lot)."""

    __tablename__ = "training_energy"
    __table_args__ = (
        UniqueConstraint("participant_id", "day"),
        CheckConstraint("level between 1 and 5", name="level"),
    )

    id: Mapped[Id]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"))
    day: Mapped[date]
    level: Mapped[int]
    at: Mapped[datetime]


class TrainingSupport(Base):
    """One line of "this is the support you get": what, from whom, and how to reach them."""

    __tablename__ = "training_support"

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    what: Mapped[str] = mapped_column(String(200))
    lang: Mapped[str] = mapped_column(String(16))
    from_whom: Mapped[str] = mapped_column(String(80))
    contact: Mapped[str] = mapped_column(String(120), default="")
    written_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    written_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
