"""Tables: organisations, projects, staff, participants and assignments."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id, Ref

# Sorted by code point in both databases; the Swedish order is in the stored text itself.
SORTED = String(240).with_variant(String(240, collation="C"), "postgresql")


class Organisation(Base):
    """A municipality, an authority, a region or a social enterprise."""

    __tablename__ = "organisation"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[str] = mapped_column(String(32))


class Project(Base):
    """What several organisations do together for a time. One of them owns it."""

    __tablename__ = "project"

    id: Mapped[Id]
    ref: Mapped[Ref]
    name: Mapped[str] = mapped_column(String(120), unique=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))


class Staff(Base):
    """A member of staff. ``role`` is coach, team or project_leader."""

    __tablename__ = "staff"

    id: Mapped[Id]
    ref: Mapped[Ref]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254), unique=True)
    phone: Mapped[str] = mapped_column(String(32), default="")
    role: Mapped[str] = mapped_column(String(32))
    language: Mapped[str] = mapped_column(String(16), default="sv")
    password_hash: Mapped[str] = mapped_column(String(200))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"), index=True)
    left_at: Mapped[datetime | None]


class Participant(Base):
    """The person the page belongs to. ``name`` is what they want to be called, or an alias.

    ``writes_in`` tags the language of the person's own words, when it is not that of the page.
    ``ended_on`` is the last day of their participation, or None while it goes on.
    ``protected`` marks protected identity: then the name is an alias and nothing else is asked.
    """

    __tablename__ = "participant"

    id: Mapped[Id]
    ref: Mapped[Ref]
    name: Mapped[str] = mapped_column(String(80))
    # Small letters can be three times as many.
    search_name: Mapped[str] = mapped_column(String(240))
    sort_name: Mapped[str] = mapped_column(SORTED)
    language: Mapped[str] = mapped_column(String(16))
    writes_in: Mapped[str | None] = mapped_column(String(16))
    protected: Mapped[bool] = mapped_column(default=False)
    started_on: Mapped[date]
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"), index=True)
    ended_on: Mapped[date | None]
    pin_hash: Mapped[str | None] = mapped_column(String(200))
    pin_set_at: Mapped[datetime | None]
    # The participant rests from questions until this day.
    asks_from: Mapped[date | None]


class Assignment(Base):
    """A coach who works with a participant, from one day to another."""

    __tablename__ = "assignment"

    id: Mapped[Id]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    since: Mapped[datetime]
    until: Mapped[datetime | None]
