"""Tables: obstacles and golden grains, and what has become of them. No person stands in here."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id, Ref


class Obstacle(Base):
    """What happened, as it was first written. It belongs to the organisation of the writer."""

    __tablename__ = "obstacle"

    id: Mapped[Id]
    ref: Mapped[Ref]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    kind: Mapped[str] = mapped_column(String(32))
    party: Mapped[str] = mapped_column(String(32))
    type: Mapped[str] = mapped_column(String(32))
    text: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime]


class ObstacleChange(Base):
    """Status, owner and days lost from then on, and why. The newest row counts; none is changed."""

    __tablename__ = "obstacle_change"

    id: Mapped[Id]
    obstacle_id: Mapped[int] = mapped_column(ForeignKey("obstacle.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    owner_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    status: Mapped[str] = mapped_column(String(32))
    days_lost: Mapped[int | None]
    comment: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime]
