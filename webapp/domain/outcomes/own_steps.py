"""Use cases of own steps: write, change, share, take away. No points, no levels."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.agreement.rules import text_problem
from webapp.domain.audit.repeats import once, once_while
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.outcomes import rules
from webapp.domain.outcomes.model import OwnStep
from webapp.domain.people.rules import day_in_sweden


@once
def write(
    session: Session,
    *,
    actor: Actor,
    text: str,
    lang: str,
    happened_on: date,
    shared: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """A step the participant has taken. Raises ``Invalid`` for its text or day, or too many."""
    _check(text, happened_on, now)
    _room(session, actor.participant_id)
    row = OwnStep(
        ref=codes.new_ref(),
        participant_id=actor.participant_id,
        text=text.strip(),
        lang=lang,
        happened_on=happened_on,
        written_at=now,
        shared_at=now if shared else None,
    )
    session.add(row)
    return write_receipt(session, actor, row, "own_step", _said(row), key, now)


@once
def edit(
    session: Session,
    *,
    actor: Actor,
    ref: str,
    text: str,
    lang: str,
    happened_on: date,
    key: str,
    now: datetime,
) -> Receipt:
    """Another text or day. Words that stay the same stay in their language. Raises ``NotFound``."""
    _check(text, happened_on, now)
    row = _own(session, actor, ref)
    said = text.strip()
    row.lang = row.lang if row.text == said else lang
    row.text, row.happened_on = said, happened_on
    return write_receipt(session, actor, row, "own_step", _said(row), key, now)


def _shared_so(session: Session, sent: Mapping[str, Any]) -> bool:
    row = _own(session, sent["actor"], sent["ref"])
    return bool((row.shared_at is not None) == sent["shared"])


@once_while(_shared_so)
def share(
    session: Session, *, actor: Actor, ref: str, shared: bool, key: str, now: datetime
) -> Receipt:
    """Lets the coach read the step, or makes it "only me" again. Raises ``NotFound``."""
    row = _own(session, actor, ref)
    row.shared_at = (row.shared_at or now) if shared else None
    return write_receipt(session, actor, row, "share", _said(row), key, now)


@once
def remove(
    session: Session, *, actor: Actor, ref: str, removed: bool, key: str, now: datetime
) -> Receipt:
    """Takes the step away, or puts it back as it was. Raises ``NotFound``."""
    row = _own(session, actor, ref)
    row.removed_at = now if removed else None
    return write_receipt(
        session, actor, row, "remove" if removed else "restore", _said(row), key, now
    )


def _check(text: str, happened_on: date, now: datetime) -> None:
    problem = text_problem(text, rules.LONGEST_STEP)
    if problem:
        raise Invalid("text", problem)
    rules.check_own_day(happened_on, day_in_sweden(now))


def _room(session: Session, participant_id: int) -> None:
    count = session.scalar(
        select(func.count())
        .select_from(OwnStep)
        .where(OwnStep.participant_id == participant_id, OwnStep.removed_at.is_(None))
    )
    if (count or 0) >= rules.MOST_STEPS:
        raise Invalid("text", "many")


def _own(session: Session, actor: Actor, ref: str) -> OwnStep:
    row = session.scalar(
        select(OwnStep).where(OwnStep.ref == ref, OwnStep.participant_id == actor.participant_id)
    )
    if row is None:
        raise NotFound
    return row


def _said(row: OwnStep) -> str:
    return f"{row.text}:{row.happened_on}:{row.shared_at is not None}"
