"""Reading the log of work training: tasks, weeks, days and energy, in one statement."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import bindparam, cast, func, literal_column, null, select, union_all
from sqlalchemy import types as sql
from sqlalchemy.orm import Session

from webapp.domain.activities.model import Activity
from webapp.domain.activities.rules import ActivityView
from webapp.domain.actors import Party
from webapp.domain.database import rows
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.training.model import (
    TrainingDone,
    TrainingEnergy,
    TrainingTask,
    TrainingWeek,
)
from webapp.domain.training.rules import Diary, TaskView, monday, month_before


def diary(session: Session, *, participant_id: int, day: date) -> Diary:
    """The tasks, weeks, days and energy since the month before ``day``, in one statement."""
    return _diary(rows(session, _DIARY, participant=participant_id, since=_since(day)))


def diary_and_activities(
    session: Session, record: OpenedRecord, day: date
) -> tuple[Diary, tuple[ActivityView, ...]]:
    """The diary, and of every activity its lane and days: for the brief, in one statement."""
    found = rows(session, _BRIEF, participant=record.participant_id, since=_since(day)).all()
    activities = [
        ActivityView("", row.author, "", "", "", "", "", row.first, row.last)
        for row in found
        if row.kind == "activity"
    ]
    return _diary(found), tuple(activities)


def _since(day: date) -> date:
    """The week in which the month before began."""
    return monday(month_before(day)[0])


def _diary(found: Iterable[Any]) -> Diary:
    kinds: dict[str, list[Any]] = defaultdict(list)
    for row in found:
        kinds[row.kind].append(row)
    spans = {row.ref: (row.first, row.last) for row in kinds["span"]}
    planned: dict[str, dict[date, Party]] = defaultdict(dict)
    done: dict[str, set[date]] = defaultdict(set)
    for row in kinds["week"]:
        planned[row.ref][row.first] = row.author
    for row in kinds["done"]:
        done[row.ref].add(row.first)
    tasks = (
        TaskView(
            row.ref,
            row.title,
            row.lang,
            row.author,
            row.first,
            row.last,
            *spans.get(row.ref, (None, None)),
            planned[row.ref],
            frozenset(done[row.ref]),
        )
        for row in sorted(kinds["task"], key=lambda row: row.number)
    )
    return Diary(tuple(tasks), tuple(sorted((row.first, row.number) for row in kinds["energy"])))


_PERSON: Any = bindparam("participant")
_SINCE = bindparam("since", type_=sql.Date())
_NO_DAY: Any = cast(null(), sql.Date())
_NO_TEXT: Any = cast(null(), sql.String())
_NO_NUMBER: Any = cast(null(), sql.Integer())
_OF = TrainingTask.participant_id == _PERSON


def _part(
    kind: str,
    ref: Any,
    first: Any,
    *,
    title: Any = _NO_TEXT,
    lang: Any = _NO_TEXT,
    author: Any = _NO_TEXT,
    last: Any = _NO_DAY,
    number: Any = _NO_NUMBER,
) -> Any:
    """One kind of rows of the log. All kinds have the same columns."""
    columns = {"ref": ref, "title": title, "lang": lang, "author": author, "first": first}
    named = (each.label(name) for name, each in {**columns, "last": last, "number": number}.items())
    return select(literal_column(f"'{kind}'", sql.String()).label("kind"), *named)


_WEEKS, _DAYS, _ENERGY = TrainingWeek, TrainingDone, TrainingEnergy
_TASK = TrainingTask
_LOG = (
    _part(
        "task", _TASK.ref, _TASK.wished_on, title=_TASK.title, lang=_TASK.lang,
        author=_TASK.author, last=_TASK.removed_on, number=_TASK.id,
    ).where(_OF),
    _part("span", _TASK.ref, func.min(_DAYS.day), last=func.max(_DAYS.day))
    .join(_DAYS, _DAYS.task_id == _TASK.id)
    .where(_OF)
    .group_by(_TASK.ref),
    _part("week", _TASK.ref, _WEEKS.monday, author=_WEEKS.author)
    .join(_WEEKS, _WEEKS.task_id == _TASK.id)
    .where(_OF, _WEEKS.monday >= _SINCE),
    _part("done", _TASK.ref, _DAYS.day)
    .join(_DAYS, _DAYS.task_id == _TASK.id)
    .where(_OF, _DAYS.day >= _SINCE),
    _part("energy", _NO_TEXT, _ENERGY.day, number=_ENERGY.level).where(
        _ENERGY.participant_id == _PERSON, _ENERGY.day >= _SINCE
    ),
)  # fmt: skip
_DIARY: Any = union_all(*_LOG)
_BRIEF: Any = union_all(
    *_LOG,
    _part(
        "activity", _NO_TEXT, Activity.started_on, author=Activity.lane, last=Activity.ended_on
    ).where(Activity.participant_id == _PERSON),
)
