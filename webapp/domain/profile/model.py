"""Table: everything the participant writes about themself, one row for each wording."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id


class ProfileEntry(Base):
    """One wording of one entry. The newest has no ``replaced_at``; a contact is never shared.

    ``part`` is the picture of a drive, the section of the profile, or the role of a big goal.
    ``about_log`` is the number of the line in the log that a question is about.
    ``done_at`` says when a contact was made or something was tried, ``outcome`` how it was.
    The columns from ``reply`` on are the coach's, and only questions have them.
    """

    __tablename__ = "profile_entry"
    __table_args__ = (
        UniqueConstraint("ref", "number"),
        CheckConstraint("kind <> 'contact' or shared_at is null", name="contact_is_private"),
    )

    id: Mapped[Id]
    ref: Mapped[str] = mapped_column(String(16))
    number: Mapped[int]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    part: Mapped[str | None] = mapped_column(String(32))
    text: Mapped[str] = mapped_column(Text)
    lang: Mapped[str] = mapped_column(String(16))
    person: Mapped[str] = mapped_column(String(120), default="")
    how: Mapped[str] = mapped_column(String(200), default="")
    place: Mapped[str] = mapped_column(String(200), default="")
    months: Mapped[int | None]
    due_on: Mapped[date | None]
    about_log: Mapped[int | None]
    created_at: Mapped[datetime]
    written_at: Mapped[datetime]
    shared_at: Mapped[datetime | None]
    replaced_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(Text, default="")
    outcome_lang: Mapped[str] = mapped_column(String(16), default="")
    reply: Mapped[str] = mapped_column(Text, default="")
    reply_lang: Mapped[str] = mapped_column(String(16), default="")
    reply_person: Mapped[str] = mapped_column(String(120), default="")
    reply_by: Mapped[str] = mapped_column(String(120), default="")
    reply_due_on: Mapped[date | None]
    replied_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]
