"""What the participant has shared in own words about work training: for what words mean."""

from typing import Any

from sqlalchemy import bindparam, literal, select

from webapp.domain.database import known_at
from webapp.domain.training.model import TrainingReason, TrainingTask


def shared_words() -> tuple[Any, Any]:
    """Why the person is there, when it is shared, and the tasks that they wish for.

    Columns: kind, reference, text, language, moment.
    """
    why = select(
        literal("why"),
        literal("training"),
        TrainingReason.text,
        TrainingReason.lang,
        known_at(TrainingReason.written_at, TrainingReason.shared_at),
    ).where(
        TrainingReason.participant_id == bindparam("participant"),
        TrainingReason.shared_at.is_not(None),
    )
    wished = select(
        literal("task"),
        TrainingTask.ref,
        TrainingTask.title,
        TrainingTask.lang,
        TrainingTask.added_at,
    ).where(
        TrainingTask.participant_id == bindparam("participant"),
        TrainingTask.author == "participant",
        TrainingTask.removed_on.is_(None),
    )
    return why, wished
