"""What is new in the coordinated plan: two parts of the brief's statement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Date, bindparam, cast, func, literal, null, or_, select
from sqlalchemy.orm import aliased

from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.coordination.model import PlanFollowUp, PlanText
from webapp.domain.goals.model import Goal

OF_GOAL = aliased(Line)
_NO_DAY: Any = cast(null(), Date())
_NO_TIME: Any = cast(null(), Line.created_at.type)


@dataclass(frozen=True)
class PlanNews:
    """For the brief: how much is new in the plan, and the follow-up that is nearest or late."""

    new: int
    follow_up: date | None


def brief_parts(since: ColumnElement[datetime]) -> tuple[Any, Any]:
    """New texts and answers, and follow-ups: two selects for the brief's statement.

    Columns: kind, reference, text, language, day, moment, moment.
    """
    return _new_texts(since), _follow_ups()


def _new_texts(since: ColumnElement[datetime]) -> Any:
    """Texts that were shared, and answers that were given, after ``since``."""
    said = (
        select(func.max(Stance.at))
        .where(Stance.version_id == Version.id, Stance.party == "participant")
        .correlate(Version)
        .scalar_subquery()
    )
    return (
        select(literal("plan_text"), Line.ref, literal(""), Version.lang, _NO_DAY, said, _NO_TIME)
        .join(PlanText, PlanText.line_id == Line.id)
        .join(Version, (Version.line_id == Line.id) & (Version.number == Line.number))
        .outerjoin(Goal, Goal.id == PlanText.goal_id)
        .outerjoin(OF_GOAL, OF_GOAL.id == Goal.line_id)
        .where(
            PlanText.participant_id == bindparam("participant"),
            PlanText.removed_at.is_(None),
            Line.shared_at.is_not(None),
            or_(PlanText.goal_id.is_(None), OF_GOAL.shared_at.is_not(None)),
            or_(said > since, (PlanText.author == "participant") & (Line.shared_at > since)),
        )
    )


def _follow_ups() -> Any:
    """The follow-ups after which nothing has been written."""
    done = (
        select(PlanText.id)
        .join(Line, Line.id == PlanText.line_id)
        .where(
            PlanText.follow_up_id == PlanFollowUp.id,
            PlanText.removed_at.is_(None),
            Line.shared_at.is_not(None),  # a draft changes nothing that staff read
        )
        .correlate(PlanFollowUp)
        .exists()
    )
    return select(
        literal("follow_up"), PlanFollowUp.ref, literal(""), literal(""), PlanFollowUp.day,
        _NO_TIME, _NO_TIME,
    ).where(
        PlanFollowUp.participant_id == bindparam("participant"),
        PlanFollowUp.removed_at.is_(None),
        ~done,
    )  # fmt: skip


def plan_news(found: Iterable[Sequence[Any]]) -> PlanNews:
    """What the brief says, from the rows of ``brief_parts``."""
    known = list(found)
    days = sorted(row[4] for row in known if row[0] == "follow_up")
    return PlanNews(sum(row[0] == "plan_text" for row in known), days[0] if days else None)
