"""Reading meanings: one statement for a person, however many there are.

Whoever shows them looks each up by the words that the reader sees, so that nothing is shown of
words that are not shared. The doors ask for them through ``webapp.kit.meanings``.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Date, bindparam, cast, func, literal, null, select
from sqlalchemy.orm import Session

from webapp.domain.database import rows
from webapp.domain.meaning.model import Meaning, MeaningAnswer
from webapp.domain.meaning.rules import MeaningAnswerView, Meanings, MeaningView
from webapp.domain.people.model import Staff


def meanings(session: Session, *, participant_id: int) -> Meanings:
    """What each text of the person means, for those that somebody has told."""
    found = rows(session, _NEWEST, participant=participant_id)
    return Meanings({row[0]: _view(*row[1:]) for row in found})


def _view(ref: str, text: str, source: Any, by: str, at: Any, *answer: Any) -> MeaningView:
    said = MeaningAnswerView(*answer) if answer[0] is not None else None
    return MeaningView(ref, text, source, by, at, said)


def _newest_answer() -> Any:
    return (
        select(func.max(MeaningAnswer.id))
        .where(MeaningAnswer.meaning_id == Meaning.id)
        .correlate(Meaning)
        .scalar_subquery()
    )


def _newest(*columns: Any) -> Any:
    of_person = Meaning.participant_id == bindparam("participant")
    newest = select(func.max(Meaning.id)).where(of_person).group_by(Meaning.digest)
    return (
        select(*columns)
        .select_from(Meaning)
        .join(Staff, Staff.id == Meaning.staff_id)
        .outerjoin(MeaningAnswer, MeaningAnswer.id == _newest_answer())
        .where(Meaning.id.in_(newest))
    )


_ANSWER: Final = (MeaningAnswer.value, MeaningAnswer.text, MeaningAnswer.lang, MeaningAnswer.at)
_NEWEST: Final = _newest(
    Meaning.digest, Meaning.ref, Meaning.text, Meaning.source, Staff.name, Meaning.at, *_ANSWER
)


def meaning_parts() -> tuple[Any, Any, Any]:
    """The same as selects for a page that asks for much in one statement.

    Columns: kind, reference, text, language, day, moment, moment; ``from_parts`` reads them.
    """
    no_day: Any = cast(null(), Date())
    no_time: Any = cast(null(), Meaning.at.type)
    said = _newest(
        literal("meaning"), Meaning.digest, Meaning.text, Meaning.source, no_day, Meaning.at,
        MeaningAnswer.at,
    )  # fmt: skip
    by = _newest(
        literal("meaning_by"), Meaning.digest, Staff.name, Meaning.ref, no_day, Meaning.at, no_time
    )
    answered = _newest(
        literal("meaning_said_") + MeaningAnswer.value, Meaning.digest, MeaningAnswer.text,
        MeaningAnswer.lang, no_day, MeaningAnswer.at, no_time,
    ).where(MeaningAnswer.id.is_not(None))  # fmt: skip
    return said, by, answered


def from_parts(found: Iterable[Sequence[Any]]) -> Meanings:
    """The meanings in the rows of ``meaning_parts``; other rows are passed over."""
    known = [row for row in found if row[0].startswith("meaning")]
    by = {row[1]: row for row in known if row[0] == "meaning_by"}
    said = {
        row[1]: (row[0].removeprefix("meaning_said_"), row[2], row[3], row[5])
        for row in known
        if row[0].startswith("meaning_said_")
    }
    made: dict[str, MeaningView] = {}
    for kind, name, text, source, _day, at, _answered in known:
        if kind == "meaning":
            _, _, who, ref, *_ = by[name]
            made[name] = _view(ref, text, source, who, at, *said.get(name, (None,)))
    return Meanings(made)
