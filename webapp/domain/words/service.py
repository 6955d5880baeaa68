"""Use cases: what own words mean in Swedish, and whether that is what was meant."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.database import one_at_a_time
from webapp.domain.errors import Conflict, NotFound
from webapp.domain.meaning.model import Meaning, MeaningAnswer
from webapp.domain.meaning.rules import Source, Value, check_answer, check_meaning
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.words.reading import own_words, shared_words
from webapp.domain.words.rules import find


@once
def tell_meaning(
    session: Session,
    *,
    actor: Actor,
    record: OpenedRecord,
    name: str,
    seen: str,
    text: str,
    source: Source,
    key: str,
    now: datetime,
) -> Receipt:
    """A member of staff tells what a text means that the participant shares. Earlier ones stay.

    ``name`` is that of the ``OwnWords``, and ``seen`` the digest of the words that were read.
    Raises ``NotFound`` for what is not shared, ``Conflict`` when the words were changed meanwhile,
    and ``Invalid``.
    """
    check_meaning(text, source)
    _one_at_a_time(session, record.participant_id)
    original = find(shared_words(session, record), name)
    if original.digest != seen:
        raise Conflict
    row = Meaning(
        ref=codes.new_ref(),
        participant_id=record.participant_id,
        digest=original.digest,
        text=text.strip().replace("\r\n", "\n"),
        source=source,
        staff_id=record.staff.id,
        at=now,
    )
    session.add(row)
    return write_receipt(session, actor, row, "meaning", text, key, now)


@once
def answer_meaning(
    session: Session,
    *,
    actor: Actor,
    ref: str,
    value: Value,
    text: str,
    lang: str,
    key: str,
    now: datetime,
) -> Receipt:
    """The participant says yes or not yet to a meaning, and may write what was meant instead.

    Raises ``NotFound`` for somebody else's, or of words that are not shared any more,
    ``Conflict`` when somebody has told it anew meanwhile, and ``Invalid``.
    """
    check_answer(value, text)
    person = actor.participant_id
    _one_at_a_time(session, person)
    row = _standing(session, person, ref)
    words = own_words(session, participant_id=person)
    if row.digest not in {each.digest for each in words}:
        raise NotFound
    instead = text.strip().replace("\r\n", "\n") if value == "not_yet" else ""
    session.add(MeaningAnswer(meaning_id=row.id, value=value, text=instead, lang=lang, at=now))
    return write_receipt(session, actor, row, "meant", f"{value} {instead}", key, now)


def _standing(session: Session, participant_id: int, ref: str) -> Meaning:
    row = session.scalar(
        select(Meaning).where(Meaning.ref == ref, Meaning.participant_id == participant_id)
    )
    if row is None:
        raise NotFound
    newest = select(func.max(Meaning.id)).where(
        Meaning.participant_id == participant_id, Meaning.digest == row.digest
    )
    if session.scalar(newest) != row.id:
        raise Conflict
    return row


def _one_at_a_time(session: Session, participant_id: int) -> None:
    one_at_a_time(session, f"meaning:{participant_id}")
