"""What the participant wants to talk about, in own words: for what words mean."""

from typing import Any

from sqlalchemy import bindparam, literal, select

from webapp.domain.meetings.model import Wish


def shared_words() -> Any:
    """All wishes but those taken away. Columns: kind, reference, text, language, moment."""
    return select(literal("wish"), Wish.ref, Wish.text, Wish.lang, Wish.written_at).where(
        Wish.participant_id == bindparam("participant"), Wish.withdrawn_at.is_(None)
    )
