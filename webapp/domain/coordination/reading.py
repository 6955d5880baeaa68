"""Reading the texts of the coordinated plan: one statement, however many there are."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, bindparam, or_, select
from sqlalchemy.orm import Session, aliased

from webapp.domain.activities.model import Activity
from webapp.domain.agreement.model import Line
from webapp.domain.agreement.reading import COLUMNS, line_view, select_lines
from webapp.domain.coordination.model import PlanFollowUp, PlanText
from webapp.domain.coordination.rules import (
    TextView,
)
from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.goals.model import Goal
from webapp.domain.sharing.gate import OpenedRecord

OF_GOAL = aliased(Line)


def own_texts(session: Session, *, participant_id: int) -> tuple[TextView, ...]:
    """All texts of the plan, drafts too: for the participant's own pages only."""
    return _texts(session, _ALL, participant_id)


def shared_texts(session: Session, record: OpenedRecord) -> tuple[TextView, ...]:
    """The texts that the participant shares, and those of staff. A draft is never in here, nor
    what is about a goal that the participant keeps."""
    return _texts(session, _SHARED, record.participant_id)


def own_shared_texts(session: Session, *, participant_id: int) -> tuple[TextView, ...]:
    """What the coach sees, for the participant's own copy of the plan."""
    return _texts(session, _SHARED, participant_id)


def own_place(session: Session, *, participant_id: int, ref: str) -> tuple[str, bool]:
    """The part of a text, taken away or not, and whether it is about one thing only.

    Raises ``NotFound``.
    """
    row = rows(session, _PLACE, participant=participant_id, ref=ref).first()
    if row is None:
        raise NotFound
    return row[0], any(each is not None for each in row[1:])


def find(texts: Iterable[TextView], ref: str) -> TextView:
    """The text with this name. Raises ``NotFound``."""
    for text in texts:
        if text.ref == ref:
            return text
    raise NotFound


def _texts(session: Session, statement: Any, participant_id: int) -> tuple[TextView, ...]:
    found = []
    for row in rows(session, statement, participant=participant_id):
        part, author, *subjects = row[COLUMNS:]
        subject = next((each for each in subjects if each is not None), None)
        found.append(TextView(part, author, subject, line_view(row)))
    return tuple(found)


_ALL: Any = (
    select_lines(
        PlanText.part, PlanText.author, OF_GOAL.ref.label("goal"), Activity.ref.label("activity"),
        PlanFollowUp.ref.label("follow_up"),
    )
    .join(PlanText, PlanText.line_id == Line.id)
    .outerjoin(Goal, Goal.id == PlanText.goal_id)
    .outerjoin(OF_GOAL, OF_GOAL.id == Goal.line_id)
    .outerjoin(Activity, Activity.id == PlanText.activity_id)
    .outerjoin(PlanFollowUp, PlanFollowUp.id == PlanText.follow_up_id)
    .where(PlanText.participant_id == bindparam("participant"), PlanText.removed_at.is_(None))
)  # fmt: skip
_SHARED = _ALL.where(
    Line.shared_at.is_not(None), or_(PlanText.goal_id.is_(None), OF_GOAL.shared_at.is_not(None))
)


def is_not_put_away() -> ColumnElement[bool]:
    """A condition on ``Line``: no text of the plan that was taken away, nor one about a goal that
    the participant keeps."""
    put_away = (
        select(PlanText.id)
        .outerjoin(Goal, Goal.id == PlanText.goal_id)
        .outerjoin(OF_GOAL, OF_GOAL.id == Goal.line_id)
        .where(
            PlanText.line_id == Line.id,
            or_(
                PlanText.removed_at.is_not(None),
                PlanText.goal_id.is_not(None) & OF_GOAL.shared_at.is_(None),
            ),
        )
    )
    return ~put_away.correlate(Line).exists()


_PLACE: Any = (
    select(PlanText.part, PlanText.goal_id, PlanText.activity_id, PlanText.follow_up_id)
    .join(Line, Line.id == PlanText.line_id)
    .where(PlanText.participant_id == bindparam("participant"), Line.ref == bindparam("ref"))
)
