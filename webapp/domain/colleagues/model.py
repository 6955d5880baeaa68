"""Tables: who has answered, and what was answered. Nothing leads from one to the other."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id


class StaffAnswered(Base):
    """This member of staff has answered this instrument that year. It says nothing of what."""

    __tablename__ = "staff_answered"
    __table_args__ = (UniqueConstraint("staff_id", "instrument", "occasion"),)

    id: Mapped[Id]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    instrument: Mapped[str] = mapped_column(String(16))
    occasion: Mapped[str] = mapped_column(String(8))


class StaffAnswer(Base):
    """One answer to one item, by nobody in particular.

    No name, no project, no time but the year, and nothing that ties the answers of one person
    together. ``id`` is drawn by lot and means nothing. ``organisation_kind`` is empty unless many
    share it.
    """

    __tablename__ = "staff_answer"

    id: Mapped[Id]
    role: Mapped[str] = mapped_column(String(32))
    organisation_kind: Mapped[str] = mapped_column(String(32))
    instrument: Mapped[str] = mapped_column(String(16), index=True)
    version: Mapped[str] = mapped_column(String(16))
    content_hash: Mapped[str] = mapped_column(String(64))
    occasion: Mapped[str] = mapped_column(String(8))
    item: Mapped[str] = mapped_column(String(24))
    code: Mapped[str] = mapped_column(String(16))
