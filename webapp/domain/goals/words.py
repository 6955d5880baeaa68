"""What the participant has shared in own words about goals and steps: for what words mean."""

from typing import Any

from sqlalchemy import and_, bindparam, func, literal, select

from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.database import known_at
from webapp.domain.goals.model import Step


def shared_words() -> tuple[Any, Any]:
    """Shared texts of goals and steps as they stand, and the reasons for not saying yes to them.

    Columns: kind, reference, text, language, moment. Never a draft, a picture or the coach's words.
    """
    texts = _shared(
        literal("line"), Line.ref, Version.text, Version.lang, known_at(Version.at, Line.shared_at)
    ).where(Version.author == "participant", Version.card.is_(None))
    reasons = _shared(
        literal("reason"), Line.ref, Stance.reason, Stance.lang, known_at(Stance.at, Line.shared_at)
    ).join(Stance, Stance.id == _newest_stance())
    return texts, reasons.where(Stance.value != "yes")


def _shared(*columns: Any) -> Any:
    return (
        select(*columns)
        .select_from(Line)
        .join(Version, and_(Version.line_id == Line.id, Version.number == Line.number))
        .outerjoin(Step, Step.line_id == Line.id)
        .where(
            Line.participant_id == bindparam("participant"),
            Line.shared_at.is_not(None),
            Step.removed_at.is_(None),
        )
    )


def _newest_stance() -> Any:
    return (
        select(func.max(Stance.id))
        .where(Stance.version_id == Version.id, Stance.party == "participant")
        .correlate(Version)
        .scalar_subquery()
    )
