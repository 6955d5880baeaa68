"""Table: what somebody had typed when their sign-in ended."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base


class KeptForm(Base):
    """One unsent form for each person and page, for at most an hour. Opened only by its owner.

    ``owner`` is an opaque name of the person, and of the page.
    """

    __tablename__ = "kept_form"

    owner: Mapped[str] = mapped_column(String(40), primary_key=True)
    path: Mapped[str] = mapped_column(String(200))
    fields: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
