"""Tables: invitations, known phones, sign-ins and failed tries."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id


class Invitation(Base):
    """A card with a link and a code. The code goes on working with the PIN after the first use."""

    __tablename__ = "invitation"

    id: Mapped[Id]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    issued_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    nonce: Mapped[str] = mapped_column(String(64))
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    code_digest: Mapped[str] = mapped_column(String(64), unique=True)
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class Device(Base):
    """A person's own phone, where the PIN alone is enough."""

    __tablename__ = "device"

    id: Mapped[Id]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class SignIn(Base):
    """One signed-in browser. It can be ended from anywhere by setting ``ended_at``."""

    __tablename__ = "sign_in"

    id: Mapped[Id]
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id"), index=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    own_phone: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class FailedTry(Base):
    """One try to sign in that has not succeeded. ``bucket`` is a digest of a code or an address."""

    __tablename__ = "failed_try"

    id: Mapped[Id]
    bucket: Mapped[str] = mapped_column(String(64), index=True)
    at: Mapped[datetime]
