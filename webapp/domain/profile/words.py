"""What the participant has shared in own words about themself: for what words mean."""

from typing import Any

from sqlalchemy import bindparam, literal, or_, select

from webapp.domain.database import known_at
from webapp.domain.profile.cards import UNKNOWN
from webapp.domain.profile.model import ProfileEntry


def shared_words() -> tuple[Any, Any]:
    """Shared entries as they stand, and how it was to try something. Never a contact or a picture.

    Columns: kind, reference, text, language, moment.
    """
    entry = ProfileEntry
    texts = _shared(
        literal("entry"),
        entry.ref,
        entry.text,
        entry.lang,
        known_at(entry.written_at, entry.shared_at),
    ).where(
        or_(entry.kind != "drive", entry.part.is_(None)),
        or_(entry.part.is_(None), entry.part != UNKNOWN),
    )
    how_it_was = _shared(
        literal("tried"),
        entry.ref,
        entry.outcome,
        entry.outcome_lang,
        known_at(entry.done_at, entry.shared_at),
    )
    return texts, how_it_was.where(entry.outcome != "", entry.done_at.is_not(None))


def _shared(*columns: Any) -> Any:
    return select(*columns).where(
        ProfileEntry.participant_id == bindparam("participant"),
        ProfileEntry.shared_at.is_not(None),
        ProfileEntry.kind != "contact",
        ProfileEntry.replaced_at.is_(None),
        ProfileEntry.removed_at.is_(None),
    )
