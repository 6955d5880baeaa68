"""Who is behind a sign-in: the person, in one statement for every page."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.domain.database import rows
from webapp.domain.people import model, rules
from webapp.domain.people.credentials_model import SignIn
from webapp.domain.people.signing_in import digest


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
    row = rows(session, _WHO, digest=digest(token)).one_or_none()
    if row is None or row.ended_at is not None or now >= row.expires_at:
        return None
    if row.participant_id is not None:
        return _participant(row)
    return _staff(row) if row.left_at is None else None


def _participant(row: Any) -> SignedIn:
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


def _staff(row: Any) -> SignedIn:
    return SignedIn(
        kind="staff",
        id=row.staff_id,
        name=row[8],
        language=row[9],
        role=row[10],
        created_at=row.created_at,
        project_id=row[17],
    )
