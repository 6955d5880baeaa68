"""Invitations: a card with a link and a code, made by a coach, used by one person once."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.errors import Closed, NotFound
from webapp.domain.people import model, rules, signing_in
from webapp.domain.people.credentials_model import Invitation

CODE_LENGTH = 8
TOKEN_LENGTH = 26

State = Literal["ready", "used", "expired", "revoked"]


@dataclass(frozen=True)
class Card:
    """What is printed: works until it is used, expires or is replaced."""

    name: str
    language: str
    code: str
    token: str
    expires_at: datetime
    state: State


@dataclass(frozen=True)
class Found:
    """An invitation that somebody holds in their hand."""

    participant_id: int
    name: str
    language: str
    token: str
    state: State
    has_pin: bool


def spaced(code: str) -> str:
    """A code as it is printed: ``ABCD-EFGH``."""
    return f"{code[:4]}-{code[4:]}"


def issue(
    session: Session, *, participant_id: int, staff_id: int, secret: bytes, now: datetime
) -> None:
    """A new invitation. Every earlier one dies."""
    session.execute(
        update(Invitation)
        .where(Invitation.participant_id == participant_id, Invitation.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    nonce = secrets.token_urlsafe(24)
    session.add(
        Invitation(
            participant_id=participant_id,
            issued_by=staff_id,
            nonce=nonce,
            token_digest=codes.keyed_digest(secret, "token", _token(secret, nonce)),
            code_digest=codes.keyed_digest(secret, "code", code_of(secret, nonce)),
            issued_at=now,
            expires_at=now + rules.INVITATION_LIFE,
        )
    )
    session.flush()


def reissue(
    session: Session, *, participant_id: int, staff_id: int, secret: bytes, now: datetime
) -> None:
    """A new card for somebody who lost the code or the PIN. All old ways in die."""
    signing_in.end_all(session, participant_id=participant_id, now=now)
    session.execute(
        update(model.Participant)
        .where(model.Participant.id == participant_id)
        .values(pin_hash=None)
    )
    issue(session, participant_id=participant_id, staff_id=staff_id, secret=secret, now=now)


def card(session: Session, *, participant_id: int, secret: bytes, now: datetime) -> Card | None:
    """The participant's newest card. Code and token are shown only while it is unused."""
    row = session.execute(
        select(Invitation, model.Participant.name, model.Participant.language)
        .join(model.Participant, model.Participant.id == Invitation.participant_id)
        .where(Invitation.participant_id == participant_id)
        .order_by(Invitation.id.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    invitation, name, language = row
    state = _state(invitation, now)
    ready = state == "ready"
    code = spaced(code_of(secret, invitation.nonce)) if ready else ""
    token = _token(secret, invitation.nonce) if ready else ""
    return Card(name, language, code, token, invitation.expires_at, state)


def by_token(session: Session, *, token: str, secret: bytes, now: datetime) -> Found:
    """The invitation behind a link. Consumes nothing. Raises ``NotFound``."""
    digest = codes.keyed_digest(secret, "token", codes.tidy(token))
    return _found(session, Invitation.token_digest == digest, secret, now)


def by_code(session: Session, *, code: str, secret: bytes, now: datetime) -> Found:
    """The invitation behind a typed code. Consumes nothing. Raises ``NotFound``."""
    digest = codes.keyed_digest(secret, "code", codes.tidy(code))
    return _found(session, Invitation.code_digest == digest, secret, now)


def _found(session: Session, condition: object, secret: bytes, now: datetime) -> Found:
    row = session.execute(
        select(Invitation, model.Participant)
        .join(model.Participant, model.Participant.id == Invitation.participant_id)
        .where(condition)  # type: ignore[arg-type]
    ).one_or_none()
    if row is None:
        raise NotFound
    invitation, person = row
    return Found(
        person.id,
        person.name,
        person.language,
        _token(secret, invitation.nonce),
        _state(invitation, now),
        person.pin_hash is not None,
    )


def use(session: Session, *, token: str, pin_hash: str, secret: bytes, now: datetime) -> int:
    """Uses the invitation: the PIN is set, and the participant's id comes back.

    ``pin_hash`` is of a PIN that ``rules.pin_problem`` accepts. Raises ``NotFound``, and ``Closed``
    with the state when it is used, expired or replaced.
    """
    digest = codes.keyed_digest(secret, "token", codes.tidy(token))
    row = session.scalar(
        select(Invitation).where(Invitation.token_digest == digest).with_for_update()
    )
    if row is None:
        raise NotFound
    if _state(row, now) != "ready":
        raise Closed(_state(row, now))
    row.used_at = now
    person = session.get_one(model.Participant, row.participant_id)
    person.pin_hash, person.pin_set_at = pin_hash, now
    session.flush()
    return person.id


def used_again(session: Session, *, participant_id: int) -> bool:
    """Whether more than one card of this person has been used: a PIN was chosen anew."""
    used = select(Invitation.id).where(
        Invitation.participant_id == participant_id, Invitation.used_at.is_not(None)
    )
    return len(session.scalars(used.limit(2)).all()) == 2


def _state(invitation: Invitation, now: datetime) -> State:
    if invitation.revoked_at is not None:
        return "revoked"
    if invitation.used_at is not None:
        return "used"
    return "expired" if now >= invitation.expires_at else "ready"


def code_of(secret: bytes, nonce: str) -> str:
    """The code of the card with this nonce. Only for the card itself."""
    return codes.derive(secret, "code", nonce, CODE_LENGTH)


def _token(secret: bytes, nonce: str) -> str:
    return codes.derive(secret, "token", nonce, TOKEN_LENGTH)
