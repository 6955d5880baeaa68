"""Tables: the participant's log, and receipts."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id


class LogEntry(Base):
    """One thing a member of staff did with a person's record. Rows are only added.

    Organisation, role and name stand as they were at that time. ``number`` counts the participant's
    lines from 1; ``digest`` ties each to the one before, see ``audit.chain``. The database itself
    refuses to change or delete a row.
    """

    __tablename__ = "log_entry"
    __table_args__ = (UniqueConstraint("participant_id", "number"),)

    id: Mapped[Id]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"))
    number: Mapped[int]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    staff_name: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(32))
    organisation: Mapped[str] = mapped_column(String(120))
    what: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(index=True)
    digest: Mapped[str] = mapped_column(String(64))


class Receipt(Base):
    """Proof that something was stored. The key is unique, so a repeat stores nothing twice.

    Without ``participant_id`` it is about nobody's record.
    """

    __tablename__ = "receipt"
    __table_args__ = (UniqueConstraint("participant_id", "code"),)

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(String(120), unique=True)
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id"))
    by: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(32))
    object_ref: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))
    code: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
