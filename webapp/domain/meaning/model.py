"""Tables: what own words mean in Swedish, and what their writer says to that."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id, Ref


class Meaning(Base):
    """What one exact text in one language means. Rows are only added, and the newest counts.

    The text itself is not here, only its digest: a meaning can be shown to nobody who cannot
    read the words. ``staff_id`` wrote it, heard it from the interpreter, or asked the machine.
    """

    __tablename__ = "meaning"
    __table_args__ = (
        CheckConstraint("source in ('coach', 'interpreter', 'machine')", name="source"),
        Index("ix_meaning_participant_id_digest", "participant_id", "digest"),
    )

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"))
    digest: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(16))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]


class MeaningAnswer(Base):
    """The participant's "yes, that is what I meant" or "not yet". Rows are only added."""

    __tablename__ = "meaning_answer"
    __table_args__ = (CheckConstraint("value in ('yes', 'not_yet')", name="value"),)

    id: Mapped[Id]
    meaning_id: Mapped[int] = mapped_column(ForeignKey("meaning.id"), index=True)
    value: Mapped[str] = mapped_column(String(8))
    text: Mapped[str] = mapped_column(Text, default="")
    lang: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
