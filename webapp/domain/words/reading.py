"""Reading all shared own words with what they mean: one statement, whatever their number."""

from typing import Any, Final

from sqlalchemy import Date, cast, null, union_all
from sqlalchemy.orm import Session

from webapp.domain.coordination.reading import is_not_put_away
from webapp.domain.database import rows
from webapp.domain.decisions.reading import is_not_taken_away
from webapp.domain.goals import words as of_goals
from webapp.domain.meaning.model import Meaning
from webapp.domain.meaning.reading import from_parts, meaning_parts
from webapp.domain.meaning.rules import needs_meaning
from webapp.domain.meetings import words as of_meetings
from webapp.domain.outcomes import words as of_outcomes
from webapp.domain.profile import words as of_profile
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.surveys import words as of_surveys
from webapp.domain.training import words as of_training
from webapp.domain.words.rules import OwnWords, with_meanings


def shared_words(session: Session, record: OpenedRecord) -> tuple[OwnWords, ...]:
    """What the participant shares that is not in Swedish, newest first. Never a draft."""
    return _shared(session, record.participant_id)


def own_words(session: Session, *, participant_id: int) -> tuple[OwnWords, ...]:
    """The same, for the participant's own page: what is "only me" is told to nobody."""
    return _shared(session, participant_id)


def _shared(session: Session, participant_id: int) -> tuple[OwnWords, ...]:
    found = rows(session, _WORDS, participant=participant_id).all()
    texts = [
        OwnWords(row[0], row[1], row[2], row[3], row[5])
        for row in found
        if not row[0].startswith("meaning") and needs_meaning(row[2], row[3])
    ]
    texts.sort(key=lambda each: each.at, reverse=True)
    return with_meanings(texts, from_parts(found))


def _part(shared: Any) -> Any:
    """A select of words in the columns of ``meaning_parts``."""
    kind, ref, text, lang, at = shared.selected_columns
    no_day: Any = cast(null(), Date())
    no_time: Any = cast(null(), Meaning.at.type)
    return shared.with_only_columns(kind, ref, text, lang, no_day, at, no_time)


# Every line is found by the feature below; these say what of theirs is no longer there to be read.
_THERE: Final = (is_not_put_away(), is_not_taken_away())
_PARTS: Final = (
    *(each.where(*_THERE) for each in of_goals.shared_words()),
    *of_profile.shared_words(),
    *of_outcomes.shared_words(),
    *of_training.shared_words(),
    of_surveys.shared_words(),
    of_meetings.shared_words(),
)
_WORDS: Final[Any] = union_all(*map(_part, _PARTS), *meaning_parts())
