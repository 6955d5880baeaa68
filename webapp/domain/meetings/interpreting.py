"""Use cases of the interpreter: the participant wishes, the coach books or says why not."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.errors import Conflict, Invalid
from webapp.domain.meetings import booking_checks, booking_rules
from webapp.domain.meetings.booked import held
from webapp.domain.meetings.booking_model import Interpreter
from webapp.domain.meetings.booking_rules import Tongue
from webapp.domain.meetings.model import Meeting


@once
def wish_interpreter(
    session: Session,
    *,
    actor: Actor,
    ref: str,
    wanted: bool,
    tongue: Tongue,
    key: str,
    now: datetime,
) -> Receipt:
    """The participant wants an interpreter, or none. Raises ``Invalid`` and ``NotFound``.

    Who was booked for another wish has to be booked again.
    """
    meeting = held(session, participant_id=actor.participant_id, ref=ref, now=now)
    if wanted:
        booking_checks.check_tongue(tongue)
    row = _row(session, meeting)
    before = (row.wanted, row.language, row.other, row.who, row.way)
    row.wanted, row.wished_at = wanted, now
    if wanted:
        row.language, row.other = tongue.language, tongue.other.strip()
        row.who, row.way = tongue.who, tongue.way
    if wanted and before != (wanted, row.language, row.other, row.who, row.way):
        row.state = booking_rules.after_change(row.state)
    return write_receipt(session, actor, meeting, "interpreter", f"{wanted} {tongue}", key, now)


@once
def mark_interpreter(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    seen: int,
    state: str,
    tongue: Tongue,
    why: str,
    lang: str,
    key: str,
    now: datetime,
) -> Receipt:
    """The coach has booked one, could not, or has not yet: booked, impossible or "".

    ``seen`` is the number of moves that the coach saw: an interpreter booked for the old time is
    none. Raises ``Conflict`` for that, ``Invalid`` and ``NotFound``.
    """
    meeting = held(session, participant_id=participant_id, ref=ref, now=now)
    if state not in ("booked", "impossible", ""):
        raise Invalid("state", "unknown")
    if state == "booked":
        booking_checks.check_tongue(tongue)
    words = booking_checks.check_words("why", why, needed=state == "impossible")
    if meeting.moves != seen:
        raise Conflict
    row = _row(session, meeting)
    booked = tongue if state == "booked" else Tongue(way="")
    row.state, row.handled_at, row.staff_id = state, now, actor.id
    row.booked_language, row.booked_other = booked.language, booked.other.strip()
    row.booked_way = booked.way
    row.why, row.why_lang = (words, lang) if state == "impossible" else ("", "")
    return write_receipt(
        session, actor, meeting, "interpreter_booked", f"{state} {booked} {row.why}", key, now
    )


def carry_over(session: Session, meeting: Meeting) -> None:
    """Whoever wants an interpreter wants one at the next meeting too, until they say otherwise."""
    session.flush()
    before = session.scalar(
        select(Interpreter)
        .join(Meeting, Meeting.id == Interpreter.meeting_id)
        .where(Meeting.participant_id == meeting.participant_id, Interpreter.wished_at.is_not(None))
        .order_by(Interpreter.wished_at.desc(), Interpreter.id.desc())
        .limit(1)
    )
    if before is not None and before.wanted:
        row = _row(session, meeting)
        row.wanted, row.wished_at = True, before.wished_at
        row.language, row.other = before.language, before.other
        row.who, row.way = before.who, before.way


def _row(session: Session, meeting: Meeting) -> Interpreter:
    found = session.scalar(select(Interpreter).where(Interpreter.meeting_id == meeting.id))
    if found is None:
        found = Interpreter(
            meeting_id=meeting.id, wanted=None, language="", other="", who="any", way="any",
            state="",
        )  # fmt: skip
        session.add(found)
    return found
