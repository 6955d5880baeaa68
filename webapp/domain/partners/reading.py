"""Reading what is shared with an organisation: three statements, whatever is open.

Each takes a record that consents have opened, and filters by them in the database. What is "only
me" for the participant is never found, also when a consent names it.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_
from sqlalchemy.orm import Session, aliased

from webapp.domain.agreement.model import Line
from webapp.domain.agreement.reading import COLUMNS, line_view, select_lines
from webapp.domain.agreement.rules import LineView
from webapp.domain.database import rows
from webapp.domain.goals.model import Goal, Step
from webapp.domain.instruments.load import every_version
from webapp.domain.meetings.rules import LENGTH
from webapp.domain.partners.rules import (
    SharedGoal,
    SharedPage,
    SharedStep,
    SharedThing,
    answers_of,
)
from webapp.domain.partners.things import GOES_ON, THINGS
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.sharing.opened import is_open, open_values
from webapp.domain.sharing.shared import SharedRecord
from webapp.domain.surveys.change import comparisons
from webapp.domain.surveys.reading import partner_responses


def shared_page(session: Session, record: SharedRecord, now: datetime) -> SharedPage:
    """The page that the organisation reads, and that the participant sees before and after."""
    found = partner_responses(session, record, now=now)
    return SharedPage(
        record.name,
        record.protected,
        record.organisation,
        record.consents,
        record.opened,
        _goals(session, record),
        _things(session, record, now),
        answers_of(comparisons(every_version(), found, reader="coach")),
    )


def _things(session: Session, record: SharedRecord, now: datetime) -> tuple[SharedThing, ...]:
    found = rows(
        session,
        THINGS,
        participant=record.participant_id,
        today=day_in_sweden(now),
        over=now - LENGTH,
        **open_values(record.opened),
    )
    return tuple(_placed(SharedThing(*row), record) for row in found)


def _placed(one: SharedThing, record: SharedRecord) -> SharedThing:
    """With protected identity no place, whatever was stored before."""
    return replace(one, more="") if record.protected and one.kind == "activity" else one


def _goals(session: Session, record: SharedRecord) -> tuple[SharedGoal, ...]:
    found = rows(session, _GOALS, participant=record.participant_id, **open_values(record.opened))
    goals: dict[int, tuple[LineView, str]] = {}
    steps: dict[int, list[SharedStep]] = defaultdict(list)
    for row in found:
        goal_id, status, step_of, done_at = row[COLUMNS:]
        line = line_view(row)
        if _only_suggested(line):
            continue
        if goal_id is not None:
            goals[goal_id] = (line, status)
        else:
            steps[step_of].append(_step(line, done_at))
    return tuple(
        _goal(line, status, tuple(steps[number])) for number, (line, status) in goals.items()
    )


def _only_suggested(line: LineView) -> bool:
    """What the coach suggests is the participant's own only when they have answered it."""
    return line.author == "coach" and line.participant is None


def _goal(line: LineView, status: str, steps: tuple[SharedStep, ...]) -> SharedGoal:
    said = line.wording
    return SharedGoal(said.text, said.lang, said.card, status, line.status == "agreed", steps)


def _step(line: LineView, done_at: datetime | None) -> SharedStep:
    said = line.wording
    return SharedStep(
        said.text,
        said.lang,
        said.doer,
        said.doer_name,
        said.due_on,
        done_at,
        line.status == "agreed",
    )


_OWNER, _OWNER_LINE = aliased(Goal), aliased(Line)
_GOALS: Any = (
    select_lines(Goal.id, _OWNER.status, Step.goal_id, Step.done_at)
    .outerjoin(Goal, Goal.line_id == Line.id)
    .outerjoin(Step, Step.line_id == Line.id)
    .join(_OWNER, or_(_OWNER.line_id == Line.id, _OWNER.id == Step.goal_id))
    .join(_OWNER_LINE, _OWNER_LINE.id == _OWNER.line_id)
    .where(
        Line.participant_id == bindparam("participant"),
        Line.shared_at.is_not(None),
        _OWNER_LINE.shared_at.is_not(None),
        _OWNER.status.in_(GOES_ON),
        Step.removed_at.is_(None),
        is_open("goals", _OWNER_LINE.ref),
    )
)
