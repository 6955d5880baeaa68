"""Signing in and out: whose secret to check, and the rows that say who is signed in."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Literal

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.database import rows
from webapp.domain.people import model, rules
from webapp.domain.people.credentials_model import Device, Invitation, SignIn


@dataclass(frozen=True)
class SignedIn:
    """The person behind a signed-in browser."""

    kind: Literal["participant", "staff"]
    id: int
    name: str
    language: str
    created_at: datetime
    role: str = ""
    own_phone: bool = False
    started_on: date = date.min
    writes_in: str | None = None
    pin_set_at: datetime | None = None
    asks_from: date | None = None
    ended_on: date | None = None
    project_id: int | None = None

    def paused_until(self, now: datetime) -> date | None:
        """The day until which the person rests from questions, or None when they may come."""
        paused = self.asks_from is not None and rules.day_in_sweden(now) < self.asks_from
        return self.asks_from if paused else None


@dataclass(frozen=True)
class Secret:
    """Whose PIN or password is about to be checked. ``id`` is None when nobody was found."""

    id: int | None
    name: str
    hashed: str | None


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def participant_by_code(session: Session, *, code: str, secret: bytes) -> Secret:
    """The participant whose card, used and not replaced, has this code."""
    person = model.Participant
    row = session.execute(
        select(person.id, person.name, person.pin_hash)
        .join(Invitation, Invitation.participant_id == person.id)
        .where(
            Invitation.code_digest == codes.keyed_digest(secret, "code", codes.tidy(code)),
            Invitation.revoked_at.is_(None),
        )
    ).one_or_none()
    return Secret(*row) if row else Secret(None, "", None)


def participant_by_device(session: Session, *, token: str) -> Secret:
    """The participant whose own phone holds this token."""
    person = model.Participant
    row = session.execute(
        select(person.id, person.name, person.pin_hash)
        .join(Device, Device.participant_id == person.id)
        .where(Device.token_digest == _digest(token), Device.revoked_at.is_(None))
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
            token_digest=_digest(token),
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
    session.add(Device(participant_id=participant_id, token_digest=_digest(token), created_at=now))
    session.flush()
    return token


def forget_phone(session: Session, *, token: str, now: datetime) -> None:
    """The phone is no longer known."""
    session.execute(
        update(Device).where(Device.token_digest == _digest(token)).values(revoked_at=now)
    )


def end(session: Session, *, token: str, now: datetime) -> None:
    """Ends one sign-in."""
    session.execute(
        update(SignIn)
        .where(SignIn.token_digest == _digest(token), SignIn.ended_at.is_(None))
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


_WHO = (
    select(
        SignIn.participant_id,
        SignIn.staff_id,
        SignIn.own_phone,
        SignIn.created_at,
        SignIn.expires_at,
        SignIn.ended_at,
        model.Participant.name,
        model.Participant.language,
        model.Staff.name,
        model.Staff.language,
        model.Staff.role,
        model.Staff.left_at,
        model.Participant.started_on,
        model.Participant.writes_in,
        model.Participant.pin_set_at,
        model.Participant.asks_from,
        model.Participant.project_id,
        model.Staff.project_id,
        model.Participant.ended_on,
    )
    .outerjoin(model.Participant, model.Participant.id == SignIn.participant_id)
    .outerjoin(model.Staff, model.Staff.id == SignIn.staff_id)
    .where(SignIn.token_digest == bindparam("digest"))
)


def whose(session: Session, *, token: str, now: datetime) -> SignedIn | None:
    """The person of a sign-in that is neither ended nor too old, in one statement."""
    row = rows(session, _WHO, digest=_digest(token)).one_or_none()
    if row is None or row.ended_at is not None or now >= row.expires_at:
        return None
    if row.participant_id is not None:
        return SignedIn(
            kind="participant",
            id=row.participant_id,
            name=row[6],
            language=row[7],
            own_phone=row.own_phone,
            created_at=row.created_at,
            started_on=row.started_on,
            writes_in=row.writes_in,
            pin_set_at=row.pin_set_at,
            asks_from=row.asks_from,
            ended_on=row.ended_on,
            project_id=row[16],
        )
    if row.left_at is not None:
        return None
    return SignedIn(
        kind="staff",
        id=row.staff_id,
        name=row[8],
        language=row[9],
        role=row[10],
        created_at=row.created_at,
        project_id=row[17],
    )


def owner(session: Session, *, token: str) -> str | None:
    """Whose sign-in this is or was, as ``participant:12``: whose words to keep until the next."""
    row = session.execute(
        select(SignIn.participant_id, SignIn.staff_id).where(SignIn.token_digest == _digest(token))
    ).one_or_none()
    if row is None:
        return None
    kind = "participant" if row.participant_id is not None else "staff"
    return f"{kind}:{row.participant_id if row.participant_id is not None else row.staff_id}"
