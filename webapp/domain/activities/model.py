"""Table: activities."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id, Ref


class Activity(Base):
    """Something that goes on for the person, from one day to another, in one of the lanes.

    ``ended_on`` is its last day, or None while nobody knows. Contact is a person at the place.
    """

    __tablename__ = "activity"
    __table_args__ = (
        CheckConstraint(
            "lane in ('find', 'get', 'keep', 'training', 'health', 'studies')", name="lane"
        ),
    )

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    lane: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String(120))
    lang: Mapped[str] = mapped_column(String(16))
    organisation: Mapped[str] = mapped_column(String(120), default="")
    contact_name: Mapped[str] = mapped_column(String(80), default="")
    contact_phone: Mapped[str] = mapped_column(String(32), default="")
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    added_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    added_at: Mapped[datetime]
