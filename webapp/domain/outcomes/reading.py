"""Reading outcomes and own steps: one statement for each, whatever their number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, literal, select
from sqlalchemy.orm import Session

from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.outcomes.model import Outcome, OutcomeAnswer, OwnStep
from webapp.domain.outcomes.rules import AnswerView, OutcomeView, OwnStepView
from webapp.domain.people.model import Staff
from webapp.domain.sharing.gate import OpenedRecord


@dataclass(frozen=True)
class ToTalkAbout:
    """For the brief: shared steps since the last meeting, newest first, and each "no, because"."""

    steps: tuple[OwnStepView, ...]
    disputed: tuple[AnswerView, ...]


def own_outcomes(session: Session, *, participant_id: int) -> tuple[OutcomeView, ...]:
    """What is registered about the participant now, oldest first."""
    return tuple(each for each in _outcomes(session, participant_id) if each.stands)


def own_outcome(session: Session, *, participant_id: int, ref: str) -> OutcomeView:
    """One of them. Raises ``NotFound``."""
    for each in own_outcomes(session, participant_id=participant_id):
        if each.ref == ref:
            return each
    raise NotFound


def all_outcomes(session: Session, record: OpenedRecord) -> tuple[OutcomeView, ...]:
    """Everything that was ever registered about the person, also what was corrected since."""
    return _outcomes(session, record.participant_id)


def own_steps(session: Session, *, participant_id: int) -> tuple[OwnStepView, ...]:
    """All steps of the participant, newest first: for the participant's own pages only."""
    return tuple(OwnStepView(*row) for row in rows(session, _STEPS, participant=participant_id))


def own_step(session: Session, *, participant_id: int, ref: str) -> OwnStepView:
    """One step of the participant. Raises ``NotFound``."""
    for each in own_steps(session, participant_id=participant_id):
        if each.ref == ref:
            return each
    raise NotFound


def shared_steps(session: Session, record: OpenedRecord) -> tuple[OwnStepView, ...]:
    """The steps that the participant shares with the coach, newest first."""
    found = rows(session, _SHARED_STEPS, participant=record.participant_id)
    return tuple(OwnStepView(*row) for row in found)


def to_talk_about(found: Iterable[Sequence[Any]]) -> ToTalkAbout:
    """What the brief says, from the rows of ``talk_parts``. A private step is never in it."""
    known = list(found)
    steps = [OwnStepView(*row[1:]) for row in known if row[0] == "step"]
    said = [row for row in known if row[0] == "no"]
    return ToTalkAbout(
        tuple(sorted(steps, key=lambda step: step.happened_on, reverse=True)),
        tuple(AnswerView("no", row[2], row[3], row[5]) for row in said),
    )


def _outcomes(session: Session, participant_id: int) -> tuple[OutcomeView, ...]:
    found: list[tuple[Any, ...]] = []
    for row in rows(session, _OUTCOMES, participant=participant_id):
        answer = AnswerView(*row[9:]) if row[9] is not None else None
        found.append((*row[:9], answer))
    return tuple(OutcomeView(*values) for values in found)


def _newest_answer() -> Any:
    return (
        select(func.max(OutcomeAnswer.id))
        .where(OutcomeAnswer.outcome_id == Outcome.id)
        .correlate(Outcome)
        .scalar_subquery()
    )


_OUTCOMES: Any = (
    select(
        Outcome.ref,
        Outcome.moment,
        Outcome.status,
        Outcome.exit_reason,
        Outcome.happened_on,
        Staff.name,
        Outcome.registered_at,
        Outcome.superseded_at,
        Outcome.withdrawn_at,
        OutcomeAnswer.value,
        OutcomeAnswer.reason,
        OutcomeAnswer.lang,
        OutcomeAnswer.at,
    )
    .join(Staff, Staff.id == Outcome.staff_id)
    .outerjoin(OutcomeAnswer, OutcomeAnswer.id == _newest_answer())
    .where(Outcome.participant_id == bindparam("participant"))
    .order_by(Outcome.happened_on, Outcome.id)
)
_STEP = (
    OwnStep.ref,
    OwnStep.text,
    OwnStep.lang,
    OwnStep.happened_on,
    OwnStep.written_at,
    OwnStep.shared_at,
)
_STEPS: Any = (
    select(*_STEP)
    .where(OwnStep.participant_id == bindparam("participant"), OwnStep.removed_at.is_(None))
    .order_by(OwnStep.happened_on.desc(), OwnStep.id.desc())
)
_SHARED_STEPS = _STEPS.where(OwnStep.shared_at.is_not(None))


def talk_parts(since: ColumnElement[datetime]) -> tuple[Any, Any]:
    """Shared steps after ``since``, and every "no, because": two selects for the brief's statement.

    Columns: kind, reference, text, language, day, moment, and when it was shared.
    """
    steps = select(literal("step"), *_STEP).where(
        OwnStep.participant_id == bindparam("participant"),
        OwnStep.removed_at.is_(None),
        OwnStep.shared_at > since,
    )
    return steps, _refusals()


def _refusals() -> Any:
    """Each "no, because" to an outcome that is registered now."""
    return (
        select(
            literal("no"),
            Outcome.ref,
            OutcomeAnswer.reason,
            OutcomeAnswer.lang,
            Outcome.happened_on,
            OutcomeAnswer.at,
            Outcome.registered_at,
        )
        .join(OutcomeAnswer, OutcomeAnswer.id == _newest_answer())
        .where(
            Outcome.participant_id == bindparam("participant"),
            Outcome.superseded_at.is_(None),
            Outcome.withdrawn_at.is_(None),
            OutcomeAnswer.value == "no",
        )
    )
