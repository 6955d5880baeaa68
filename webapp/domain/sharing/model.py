"""Tables: consent to share with another organisation, and what each consent is for."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id, Ref


class Consent(Base):
    """The participant lets one organisation read something, for one purpose, until a day.

    A change is a new consent: the old one gets ``replaced_at`` and is never written over.
    ``until`` is the last day, and ``text`` says a purpose that has no name of its own.
    """

    __tablename__ = "consent"

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text, default="")
    lang: Mapped[str] = mapped_column(String(16))
    given_at: Mapped[datetime]
    until: Mapped[date]
    withdrawn_at: Mapped[datetime | None]
    replaced_at: Mapped[datetime | None]


class ConsentItem(Base):
    """One thing that a consent opens: a whole kind, or with ``item_ref`` one thing of it."""

    __tablename__ = "consent_item"

    id: Mapped[Id]
    consent_id: Mapped[int] = mapped_column(ForeignKey("consent.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    item_ref: Mapped[str | None] = mapped_column(String(16))
