"""Tables: goals and steps. Their texts are lines, so that both can agree on them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id


class Goal(Base):
    """Something the person wants."""

    __tablename__ = "goal"
    __table_args__ = (
        CheckConstraint("status in ('active', 'paused', 'reached', 'dropped')", name="status"),
    )

    id: Mapped[Id]
    line_id: Mapped[int] = mapped_column(ForeignKey("line.id"), unique=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    status: Mapped[str] = mapped_column(String(16), default="active")
    status_at: Mapped[datetime]


class Step(Base):
    """One thing somebody does on the way to a goal."""

    __tablename__ = "step"

    id: Mapped[Id]
    line_id: Mapped[int] = mapped_column(ForeignKey("line.id"), unique=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"), index=True)
    done_at: Mapped[datetime | None]
    done_by: Mapped[str | None] = mapped_column(String(16))
    removed_at: Mapped[datetime | None]
