"""Reading the words of work training: why I am here, and the support that I get."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session

from webapp.domain.database import rows
from webapp.domain.people.model import Participant
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.training.model import TrainingReason, TrainingSupport


@dataclass(frozen=True)
class Reason:
    """Why the person is here, in their own words."""

    text: str
    lang: str
    shared: bool


@dataclass(frozen=True)
class Support:
    """One line of the support card."""

    ref: str
    what: str
    lang: str
    from_whom: str
    contact: str


@dataclass(frozen=True)
class Card:
    """Why I am here, when it is written and may be read, and the support that I get."""

    reason: Reason | None
    support: tuple[Support, ...]


def own_card(session: Session, *, participant_id: int) -> Card:
    """Everything of it: for the participant's own pages only."""
    return _card(rows(session, _OWN_CARD, participant=participant_id).all())


def shared_card(session: Session, record: OpenedRecord) -> Card:
    """What the participant shares with the coach. A private reason is never in here."""
    return _card(rows(session, _SHARED_CARD, participant=record.participant_id).all())


def _card(found: Any) -> Card:
    written = [Reason(row[0], row[1], row[2] is not None) for row in found if row[0] is not None]
    return Card(
        reason=written[0] if written else None,
        support=tuple(Support(*row[3:]) for row in found if row[3] is not None),
    )


def _words(*conditions: Any) -> Any:
    reason = and_(TrainingReason.participant_id == Participant.id, *conditions)
    support = and_(
        TrainingSupport.participant_id == Participant.id, TrainingSupport.removed_at.is_(None)
    )
    return (
        select(
            TrainingReason.text,
            TrainingReason.lang,
            TrainingReason.shared_at,
            TrainingSupport.ref,
            TrainingSupport.what,
            TrainingSupport.lang,
            TrainingSupport.from_whom,
            TrainingSupport.contact,
        )
        .select_from(Participant)
        .outerjoin(TrainingReason, reason)
        .outerjoin(TrainingSupport, support)
        .where(Participant.id == bindparam("participant"))
        .order_by(TrainingSupport.id)
    )


_OWN_CARD = _words()
_SHARED_CARD = _words(TrainingReason.shared_at.is_not(None))
