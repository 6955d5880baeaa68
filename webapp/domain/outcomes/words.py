"""What the participant has shared in own words about what was done: for what words mean."""

from typing import Any

from sqlalchemy import bindparam, func, literal, select

from webapp.domain.database import known_at
from webapp.domain.outcomes.model import Outcome, OutcomeAnswer, OwnStep


def shared_words() -> tuple[Any, Any]:
    """Own steps that are shared, and each "no, because" to what is registered now.

    Columns: kind, reference, text, language, moment.
    """
    return _steps(), _answers()


def _steps() -> Any:
    return select(
        literal("step"),
        OwnStep.ref,
        OwnStep.text,
        OwnStep.lang,
        known_at(OwnStep.written_at, OwnStep.shared_at),
    ).where(
        OwnStep.participant_id == bindparam("participant"),
        OwnStep.shared_at.is_not(None),
        OwnStep.removed_at.is_(None),
    )


def _answers() -> Any:
    newest = (
        select(func.max(OutcomeAnswer.id))
        .where(OutcomeAnswer.outcome_id == Outcome.id)
        .correlate(Outcome)
        .scalar_subquery()
    )
    return (
        select(
            literal("no"), Outcome.ref, OutcomeAnswer.reason, OutcomeAnswer.lang, OutcomeAnswer.at
        )
        .join(OutcomeAnswer, OutcomeAnswer.id == newest)
        .where(
            Outcome.participant_id == bindparam("participant"),
            Outcome.superseded_at.is_(None),
            Outcome.withdrawn_at.is_(None),
            OutcomeAnswer.value == "no",
        )
    )
