"""Tables: what was decided at a meeting."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id


class Decision(Base):
    """What the two decided at a meeting. Its text is a line, so that both can agree on it."""

    __tablename__ = "decision"

    id: Mapped[Id]
    line_id: Mapped[int] = mapped_column(ForeignKey("line.id"), unique=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    removed_at: Mapped[datetime | None]
