"""Use cases of the participant's own pages. Each is one transaction and gives a receipt."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit.log import line
from webapp.domain.audit.repeats import once, once_while
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.profile import checks, rules
from webapp.domain.profile.model import ProfileEntry
from webapp.domain.profile.rules import Kind, Words
from webapp.domain.profile.wordings import new_row, own_row, reworded


def _written_so(session: Session, sent: Mapping[str, Any]) -> bool:
    """Of some kinds there is one entry only, and writing it anew says who reads it."""
    words, kind = rules.tidy(sent["words"]), sent["kind"]
    row = _alone(session, sent["actor"], kind, words) if rules.alone(kind) else None
    shared = rules.seen_by_coach(kind, sent["shared"])
    return row is None or (row.shared_at is not None) == shared


@once_while(_written_so)
def write(
    session: Session,
    *,
    actor: Actor,
    kind: Kind,
    words: Words,
    shared: bool,
    about_log: int | None = None,
    key: str,
    now: datetime,
) -> Receipt:
    """The participant writes something new, or new words for what there is only one of.

    ``about_log`` is the number of the line in the own log that a question is about. Raises
    ``NotFound`` when there is no such line, ``Invalid`` for words that cannot be stored, or too
    many of the kind.
    """
    words = rules.tidy(words)
    checks.check(kind, words, today=day_in_sweden(now))
    before = _alone(session, actor, kind, words) if rules.alone(kind) else None
    if before is None:
        _room(session, actor.participant_id, kind)
        row = new_row(session, actor, kind, words, now)
        row.about_log = _known_line(session, actor, about_log)
    else:
        row = reworded(session, before, words, now)
    _share(session, row, shared, now)
    return write_receipt(session, actor, row, kind, row.text, key, now)


def _shared_so(session: Session, sent: Mapping[str, Any]) -> bool:
    row = own_row(session, sent["actor"].participant_id, sent["ref"], removed=None)
    return (row.shared_at is not None) == rules.seen_by_coach(_kind(row), sent["shared"])


@once_while(_shared_so)
def edit(
    session: Session,
    *,
    actor: Actor,
    ref: str,
    words: Words,
    shared: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """The participant changes words, or who sees them. Earlier words are kept, and never shown.

    Raises ``NotFound``, and ``Invalid``: also for a question that has an answer already.
    """
    row = own_row(session, actor.participant_id, ref)
    if row.replied_at is not None:
        raise Invalid("text", "answered")
    words, kind = rules.tidy(words), _kind(row)
    checks.check(kind, words, today=day_in_sweden(now), before=row.due_on)
    row = reworded(session, row, words, now)
    _share(session, row, shared, now)
    return write_receipt(session, actor, row, kind, row.text, key, now)


@once
def remove(
    session: Session, *, actor: Actor, ref: str, removed: bool, key: str, now: datetime
) -> Receipt:
    """The participant takes an entry away, or puts it back. Nothing is erased.

    Raises ``NotFound``, and ``Invalid`` when there is no room to put it back.
    """
    row = own_row(session, actor.participant_id, ref, removed=None)
    if removed:
        # Earlier words go with it, and stay away when the newest come back.
        session.execute(
            update(ProfileEntry)
            .where(ProfileEntry.ref == ref, ProfileEntry.removed_at.is_(None))
            .values(removed_at=now)
        )
    elif row.removed_at is not None:
        _room(session, actor.participant_id, _kind(row))
        row.removed_at = None
    return write_receipt(session, actor, row, "away" if removed else "back", row.text, key, now)


@once
def mark(
    session: Session,
    *,
    actor: Actor,
    ref: str,
    done: bool,
    outcome: str = "",
    lang: str = "",
    key: str,
    now: datetime,
) -> Receipt:
    """The contact was made or the thing was tried, and how it was; or not after all.

    Raises ``NotFound``, and ``Invalid`` for an outcome that is too long.
    """
    row = own_row(session, actor.participant_id, ref)
    if row.kind not in ("contact", "try"):
        raise NotFound
    if len(outcome) > rules.LONGEST_TEXT:
        raise Invalid("outcome", "long")
    row.done_at = (row.done_at or now) if done else None
    row.outcome, row.outcome_lang = outcome.strip() if done else "", lang if done else ""
    return write_receipt(session, actor, row, row.kind, row.text, key, now)


def _known_line(session: Session, actor: Actor, number: int | None) -> int | None:
    if number is None:
        return None
    return line(session, participant_id=actor.participant_id, number=number).number


def _alone(session: Session, actor: Actor, kind: Kind, words: Words) -> ProfileEntry | None:
    statement = select(ProfileEntry).where(
        ProfileEntry.participant_id == actor.participant_id,
        ProfileEntry.kind == kind,
        ProfileEntry.replaced_at.is_(None),
    )
    if kind == "section":
        statement = statement.where(ProfileEntry.part == words.part)
    return session.scalar(statement.with_for_update())


def _room(session: Session, participant_id: int, kind: Kind) -> None:
    count = session.scalar(
        select(func.count())
        .select_from(ProfileEntry)
        .where(
            ProfileEntry.participant_id == participant_id,
            ProfileEntry.kind == kind,
            ProfileEntry.replaced_at.is_(None),
            ProfileEntry.removed_at.is_(None),
        )
    )
    if kind in rules.MOST and (count or 0) >= rules.MOST[kind]:
        raise Invalid("text", "many")


def _share(session: Session, row: ProfileEntry, shared: bool, now: datetime) -> None:
    session.flush()
    if rules.seen_by_coach(_kind(row), shared):
        row.shared_at = row.shared_at or now
    else:
        # What was shared once is taken back in all its wordings.
        row.shared_at = None
        session.execute(
            update(ProfileEntry).where(ProfileEntry.ref == row.ref).values(shared_at=None)
        )


def _kind(row: ProfileEntry) -> Kind:
    kind: Kind = row.kind  # type: ignore[assignment]
    return kind
