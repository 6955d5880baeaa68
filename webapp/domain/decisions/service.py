"""After the meeting: what we decided, written by either and agreed by both."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.agreement import service as agreement
from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.agreement.rules import Value, Wording
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.decisions.model import Decision
from webapp.domain.decisions.rules import MOST_DECISIONS
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.meetings.model import Meeting


@once
def decide(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    meeting: str,
    wording: Wording,
    key: str,
    now: datetime,
) -> Receipt:
    """Writes one thing that was decided at the meeting. The other party is waited for.

    Raises ``NotFound`` before the meeting has begun, and ``Invalid``: empty, long, many, or over
    once the next meeting has begun.
    """
    held = _held(session, participant_id, meeting, now)
    count = session.scalar(
        select(func.count())
        .select_from(Decision)
        .where(Decision.meeting_id == held.id, Decision.removed_at.is_(None))
    )
    if (count or 0) >= MOST_DECISIONS:
        raise Invalid("text", "many")
    line = agreement.write_line(
        session, actor=actor, participant_id=participant_id, wording=wording, shared=True, now=now
    )
    session.add(Decision(line_id=line.id, meeting_id=held.id))
    return write_receipt(session, actor, line, "decision", wording.text, key, now)


@once
def reword(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    seen: str,
    wording: Wording,
    key: str,
    now: datetime,
) -> Receipt:
    """Other words for what was decided. Both answers to the old words stop counting.

    Raises ``NotFound``, ``Invalid``, and ``Conflict`` when the other was there first.
    """
    _, line = _decision(session, participant_id, ref)
    agreement.rewrite_line(session, actor=actor, line=line, seen=seen, wording=wording, now=now)
    return write_receipt(session, actor, line, "decision_edit", wording.text, key, now)


@once
def answer(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    seen: str,
    value: Value,
    reason: str,
    lang: str,
    key: str,
    now: datetime,
) -> Receipt:
    """Says yes, yes but, or no because, for the actor's own side only.

    Raises ``NotFound``, ``Invalid`` without a reason, ``Conflict`` when the words have changed.
    """
    _, line = _decision(session, participant_id, ref)
    agreement.take_stance(
        session, actor=actor, line=line, seen=seen, value=value, reason=reason, lang=lang, now=now
    )
    return write_receipt(session, actor, line, "stance", f"{value}:{reason}", key, now)


@once
def take_away(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    away: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """Its writer takes it away, or puts it back, as long as the other has not answered it.

    Raises ``NotFound`` for anybody else and for what the other has answered.
    """
    decision, line = _decision(session, participant_id, ref, removed=True)
    newest = select(Version.id, Version.author).where(
        Version.line_id == line.id, Version.number == line.number
    )
    version, author = session.execute(newest).one()
    answered = select(Stance.id).where(Stance.version_id == version, Stance.party != actor.party)
    if author != actor.party or session.scalar(answered.limit(1)) is not None:
        raise NotFound
    if away != (decision.removed_at is not None):
        decision.removed_at = now if away else None
    return write_receipt(session, actor, line, "away" if away else "back", ref, key, now)


def _held(session: Session, participant_id: int, ref: str, now: datetime) -> Meeting:
    own = (Meeting.participant_id == participant_id, Meeting.cancelled_at.is_(None))
    begun = (*own, Meeting.starts_at <= now)
    row = session.scalar(select(Meeting).where(Meeting.ref == ref, *begun).with_for_update())
    if row is None:
        raise NotFound
    later = select(Meeting.id).where(*begun, Meeting.starts_at > row.starts_at)
    if session.scalar(later.limit(1)) is not None:
        raise Invalid("text", "over")
    return row


def _decision(
    session: Session, participant_id: int, ref: str, *, removed: bool = False
) -> tuple[Decision, Line]:
    line = agreement.own_line(session, participant_id=participant_id, ref=ref, shared_only=True)
    row = session.scalar(select(Decision).where(Decision.line_id == line.id))
    if row is None or (row.removed_at is not None and not removed):
        raise NotFound
    return row, line
