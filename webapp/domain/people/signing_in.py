"""Signing in and out: whose secret to check, and the rows that say who is signed in."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.people import model, rules
from webapp.domain.people.credentials_model import Device, Invitation, SignIn


@dataclass(frozen=True)
class Secret:
    """Whose PIN or password is about to be checked. ``id`` is None when nobody was found."""

    id: int | None
    name: str
    hashed: str | None


def digest(token: str) -> str:
    """What is stored of a token: nobody can sign in with it."""
    return sha256(token.encode()).hexdigest()


def participant_by_code(session: Session, *, code: str, secret: bytes) -> Secret:
    """The participant whose card, used and not replaced, has this code."""
    digest = codes.keyed_digest(secret, "code", codes.tidy(code))
    return _by_card(session, Invitation.code_digest == digest)


def participant_by_link(
    session: Session, *, token: str, secret: bytes, used_since: datetime | None = None
) -> Secret:
    """The participant whose card, not replaced, has this link; used since then, if that is asked.

    A card is known by its code for as long as it lives. Its link may stand in a log, so it is no
    way in for longer than a second tap on the same button takes.
    """
    digest = codes.keyed_digest(secret, "token", codes.tidy(token))
    conditions = [Invitation.token_digest == digest]
    if used_since is not None:
        conditions.append(Invitation.used_at >= used_since)
    return _by_card(session, *conditions)


def _by_card(session: Session, *conditions: ColumnElement[bool]) -> Secret:
    person = model.Participant
    row = session.execute(
        select(person.id, person.name, person.pin_hash)
        .join(Invitation, Invitation.participant_id == person.id)
        .where(*conditions, Invitation.revoked_at.is_(None))
    ).one_or_none()
    return Secret(*row) if row else Secret(None, "", None)


def participant_by_device(session: Session, *, token: str) -> Secret:
    """The participant whose own phone holds this token."""
    person = model.Participant
    row = session.execute(
        select(person.id, person.name, person.pin_hash)
        .join(Device, Device.participant_id == person.id)
        .where(Device.token_digest == digest(token), Device.revoked_at.is_(None))
    ).one_or_none()
    return Secret(*row) if row else Secret(None, "", None)


def staff_by_email(session: Session, *, email: str) -> Secret:
    """The member of staff with this e-mail address."""
    row = session.execute(
        select(model.Staff.id, model.Staff.name, model.Staff.password_hash).where(
            model.Staff.email == email.strip().casefold(), model.Staff.left_at.is_(None)
        )
    ).one_or_none()
    return Secret(*row) if row else Secret(None, "", None)


def begin(
    session: Session,
    *,
    now: datetime,
    participant_id: int | None = None,
    staff_id: int | None = None,
    own_phone: bool = False,
) -> str:
    """Begins a sign-in and returns its token. Only a digest of it is stored."""
    token = secrets.token_urlsafe(24)
    _, absolute = rules.limits(staff=staff_id is not None, own_phone=own_phone)
    session.add(
        SignIn(
            token_digest=digest(token),
            participant_id=participant_id,
            staff_id=staff_id,
            own_phone=own_phone,
            created_at=now,
            expires_at=now + absolute,
        )
    )
    session.flush()
    return token


def remember_phone(session: Session, *, participant_id: int, now: datetime) -> str:
    """A token for the person's own phone, where the PIN alone will do next time."""
    token = secrets.token_urlsafe(24)
    session.add(Device(participant_id=participant_id, token_digest=digest(token), created_at=now))
    session.flush()
    return token


def forget_phone(session: Session, *, token: str, now: datetime) -> None:
    """The phone is no longer known."""
    session.execute(
        update(Device).where(Device.token_digest == digest(token)).values(revoked_at=now)
    )


def end(session: Session, *, token: str, now: datetime) -> None:
    """Ends one sign-in."""
    session.execute(
        update(SignIn)
        .where(SignIn.token_digest == digest(token), SignIn.ended_at.is_(None))
        .values(ended_at=now)
    )


def end_all(session: Session, *, participant_id: int, now: datetime) -> None:
    """Ends every sign-in of the participant and forgets every known phone."""
    for table, ended in ((Device, Device.revoked_at), (SignIn, SignIn.ended_at)):
        session.execute(
            update(table)
            .where(table.participant_id == participant_id, ended.is_(None))
            .values({ended.key: now})
        )
