"""A receipt that the participant shows at a meeting: what its coach may be told about it.

Only what the coach can read anyway is told, and only since it can be read. All else is private: of
a draft, of who sees an answer, of a contact no more is said than that the code is right.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from webapp.domain.audit.service import Receipt, receipt_with_code
from webapp.domain.goals.reading import shared_goals
from webapp.domain.goals.rules import GoalView
from webapp.domain.outcomes.reading import shared_steps
from webapp.domain.profile.reading import shared_entries
from webapp.domain.sharing.gate import OpenedRecord

About = Literal[
    "plan", "path", "own_step", "survey", "wish", "training", "outcome", "private",
]  # fmt: skip
Since = Mapping[str, tuple[About, datetime]]

# Of these the coach reads every one, whatever it says. Which survey it was is not told: answers
# without a name would be known by it.
OPEN: Mapping[str, About] = {
    "answer": "survey",
    "sent": "survey",
    "wish": "wish",
    "outcome_answer": "outcome",
    **dict.fromkeys(("task", "task_away", "task_back", "task_wish", "task_unwish"), "training"),
    **dict.fromkeys(("task_week", "task_done", "task_undone", "energy"), "training"),
}
# Of these the coach reads what is shared.
BY_CHOICE = frozenset({
    "goal", "edit", "share", "active", "paused", "reached", "dropped", "step", "done", "undone",
    "remove", "restore", "stance", "drive", "question", "section", "big_goal", "try", "own_step",
    "back",
})  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """A receipt that is right: what it is about, as far as may be told, and when it was stored."""

    about: About
    at: datetime


def shown(session: Session, record: OpenedRecord, *, code: str) -> Shown | None:
    """What the coach is told about the participant's receipt with this code, as it is stored.

    None when the participant has no such receipt.
    """
    found = receipt_with_code(session, participant_id=record.participant_id, code=code)
    if found is None:
        return None
    since = _shared_since(session, record) if found.kind in BY_CHOICE else {}
    return Shown(about(found, since), found.at)


def about(receipt: Receipt, since: Since) -> About:
    """What the receipt is about. ``since``: what is shared, by reference, and since when.

    What was done before something was shared stays the participant's own.
    """
    if receipt.kind in OPEN:
        return OPEN[receipt.kind]
    kind, shared_at = since.get(receipt.object_ref, ("private", receipt.at))
    told = receipt.kind in BY_CHOICE and receipt.at >= shared_at
    return kind if told else "private"


def _shared_since(session: Session, record: OpenedRecord) -> Since:
    known: dict[str, tuple[About, datetime]] = dict(_lines(shared_goals(session, record)))
    for entry in shared_entries(session, record).entries:
        if entry.shared_at is not None:
            known[entry.ref] = ("path", entry.shared_at)
    for step in shared_steps(session, record):
        if step.shared_at is not None:
            known[step.ref] = ("own_step", step.shared_at)
    return known


def _lines(goals: Iterable[GoalView]) -> Iterator[tuple[str, tuple[About, datetime]]]:
    for goal in goals:
        for line in (goal.line, *(step.line for step in goal.steps)):
            if line.shared_at is not None:
                yield line.ref, ("plan", line.shared_at)
