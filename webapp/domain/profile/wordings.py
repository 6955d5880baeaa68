"""The rows of entries: finding the newest wording, and adding another one."""

from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.errors import NotFound
from webapp.domain.profile.model import ProfileEntry
from webapp.domain.profile.rules import Kind, Words
from webapp.domain.seen import name_of

# Belong to the entry and not to one wording of it.
KEPT = (
    "ref", "participant_id", "kind", "about_log", "created_at", "done_at", "outcome",
    "outcome_lang",
)  # fmt: skip


def own_row(
    session: Session, participant_id: int, ref: str, *, removed: bool | None = False
) -> ProfileEntry:
    """The newest wording of an entry, locked for writing; ``removed=None`` also when taken away.

    Raises ``NotFound``.
    """
    # Who has waited for another wording to be stored finds the old row replaced: look again.
    row = _newest(session, participant_id, ref) or _newest(session, participant_id, ref)
    if row is None or (removed is False and row.removed_at is not None):
        raise NotFound
    return row


def _newest(session: Session, participant_id: int, ref: str) -> ProfileEntry | None:
    return session.scalar(
        select(ProfileEntry)
        .where(
            ProfileEntry.ref == ref,
            ProfileEntry.participant_id == participant_id,
            ProfileEntry.replaced_at.is_(None),
        )
        .with_for_update()
    )


def wording_name(row: ProfileEntry) -> str:
    """What a form carries to say that this wording was on its page, as ``EntryView.seen``."""
    return name_of(row.written_at, row.text, row.lang)


def new_row(
    session: Session, actor: Actor, kind: Kind, words: Words, now: datetime
) -> ProfileEntry:
    """The first wording of a new entry, not yet shared."""
    row = ProfileEntry(
        ref=codes.new_ref(), number=1, participant_id=actor.participant_id, kind=kind,
        created_at=now, written_at=now, **asdict(words),
    )  # fmt: skip
    session.add(row)
    return row


def reworded(session: Session, before: ProfileEntry, words: Words, now: datetime) -> ProfileEntry:
    """A new wording after this one, unless it says the same. A text that stays as it was stays in
    its language, whatever the language of the page.
    """
    if words.text == before.text:
        words = replace(words, lang=before.lang)
    same = all(getattr(before, name) == value for name, value in asdict(words).items())
    if same and before.removed_at is None:
        return before
    gone = before.removed_at is not None
    kept = {name: getattr(before, name) for name in KEPT}
    row = ProfileEntry(**kept, **asdict(words), number=before.number + 1, written_at=now)
    row.shared_at = None if gone else before.shared_at
    before.replaced_at = now
    session.add(row)
    return row
