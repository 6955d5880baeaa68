"""Tables: lines, their versions, and stances."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id, Ref


class Line(Base):
    """A goal's or a step's text over time. Without ``shared_at`` it is a draft: "only me".

    ``shared_from`` is the version that stood there when it was shared last: what was written
    before it belongs to the participant alone.
    """

    __tablename__ = "line"

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    number: Mapped[int]
    created_at: Mapped[datetime]
    shared_at: Mapped[datetime | None]
    shared_from: Mapped[int | None]


class Version(Base):
    """One wording of a line. A step also says who does it and by when."""

    __tablename__ = "version"
    __table_args__ = (
        UniqueConstraint("line_id", "number"),
        CheckConstraint("author in ('participant', 'coach')", name="author"),
    )

    id: Mapped[Id]
    line_id: Mapped[int] = mapped_column(ForeignKey("line.id"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    lang: Mapped[str] = mapped_column(String(16))
    card: Mapped[str | None] = mapped_column(String(32))
    doer: Mapped[str | None] = mapped_column(String(16))
    doer_name: Mapped[str] = mapped_column(String(80), default="")
    due_on: Mapped[date | None]
    digest: Mapped[str] = mapped_column(String(64))
    author: Mapped[str] = mapped_column(String(16))
    author_id: Mapped[int]
    at: Mapped[datetime]


class Stance(Base):
    """What one party says to one version: yes, yes_but or no, and why.

    Rows are only added: the newest counts, and an earlier "no, because" stays on the record.
    """

    __tablename__ = "stance"
    __table_args__ = (
        CheckConstraint("party in ('participant', 'coach')", name="party"),
        CheckConstraint("value in ('yes', 'yes_but', 'no')", name="value"),
    )

    id: Mapped[Id]
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), index=True)
    party: Mapped[str] = mapped_column(String(16))
    actor_id: Mapped[int]
    value: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(Text, default="")
    lang: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
