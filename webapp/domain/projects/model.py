"""Table: every time a project switched an instrument on or off."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id


class ProjectInstrument(Base):
    """One change. Rows are only added, and the newest of an instrument counts.

    Who switched what and when can always be told afterwards. The days are the first and the last
    day on which it is asked; empty means no limit.
    """

    __tablename__ = "project_instrument"

    id: Mapped[Id]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    instrument: Mapped[str] = mapped_column(String(16))
    is_on: Mapped[bool]
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]
    changed_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    changed_at: Mapped[datetime]
