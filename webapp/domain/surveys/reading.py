"""Reading responses: one statement for a person, whatever the number of rounds."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from webapp.domain.database import rows
from webapp.domain.instruments.definitions import Instrument
from webapp.domain.instruments.load import catalogue
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.surveys import rules
from webapp.domain.surveys.model import Answer, Response, Round
from webapp.domain.surveys.rules import AnswerView, Occasion, ResponseView, Task


def own_responses(session: Session, *, participant_id: int) -> tuple[ResponseView, ...]:
    """The participant's own responses, finished or not, newest first."""
    return _views(rows(session, _RESPONSES, participant=participant_id))


def shared_responses(session: Session, record: OpenedRecord) -> tuple[ResponseView, ...]:
    """The participant's finished responses, as the coach reads them, newest first.

    What is not finished may still change, and is not shown.
    """
    return _views(rows(session, _FINISHED_RESPONSES, participant=record.participant_id))


_RESPONSES: Any = (
    select(
        Response.id,
        Round.instrument,
        Round.version,
        Round.occasion,
        Round.opened_at,
        Response.completed_at,
        Answer.item,
        Answer.code,
        Answer.text,
        Answer.lang,
        Answer.at,
        Answer.receipt_code,
    )
    .join(Round, Round.id == Response.round_id)
    .outerjoin(Answer, Answer.response_id == Response.id)
    .where(Round.participant_id == bindparam("participant"), Response.rater == "participant")
    .order_by(Round.opened_at.desc(), Response.id.desc(), Answer.id)
)
_RESPONSES_NOW = _RESPONSES.where(
    Round.instrument.in_(bindparam("instruments", expanding=True)),
    Round.occasion.in_(bindparam("occasions", expanding=True)),
)
_FINISHED_RESPONSES = _RESPONSES.where(Response.completed_at.is_not(None))


def _views(found: Iterable[Row[*tuple[Any, ...]]]) -> tuple[ResponseView, ...]:
    # By place, as a column's name takes ten times as long and there are many answers.
    views: dict[int, ResponseView] = {}
    answers: dict[int, dict[str, AnswerView]] = defaultdict(dict)
    for row in found:
        number, instrument, version, occasion, opened_at, completed_at, item = row[:7]
        if number not in views:
            views[number] = ResponseView(
                instrument, version, occasion, opened_at, completed_at, answers[number]
            )
        if item is not None:
            answers[number][item] = AnswerView(*row[7:])
    return tuple(views.values())


def open_tasks(
    session: Session,
    *,
    participant_id: int,
    started_on: date,
    last_meeting: tuple[str, datetime] | None,
    now: datetime,
    only: Instrument | None = None,
) -> tuple[Task, ...]:
    """What is open for the participant now. Reads only the responses that belong to it.

    With ``only`` no other instrument is looked for, and ``last_meeting`` may be None unless the
    instrument is asked after meetings.
    """
    found = _open(started_on, last_meeting, now)
    if only is not None:
        found = [pair for pair in found if pair[0].id == only.id]
    responses = rows(
        session,
        _RESPONSES_NOW,
        participant=participant_id,
        instruments=[instrument.id for instrument, _ in found],
        occasions=[occasion.name for _, occasion in found],
    )
    return _tasks(found, _views(responses))


def tasks(
    responses: tuple[ResponseView, ...],
    *,
    started_on: date,
    last_meeting: tuple[str, datetime] | None,
    now: datetime,
) -> tuple[Task, ...]:
    """What is open for the participant now, who has responded so far as ``responses`` says."""
    return _tasks(_open(started_on, last_meeting, now), responses)


def _open(
    started_on: date, last_meeting: tuple[str, datetime] | None, now: datetime
) -> list[tuple[Instrument, Occasion]]:
    found = [
        (
            each,
            rules.occasion(each.rhythm, started_on=started_on, last_meeting=last_meeting, now=now),
        )
        for each in catalogue().values()
        if "P" in each.who
    ]
    return [(instrument, occasion) for instrument, occasion in found if occasion is not None]


def _tasks(
    found: list[tuple[Instrument, Occasion]], responses: tuple[ResponseView, ...]
) -> tuple[Task, ...]:
    """After the meeting first, then by instrument."""
    mine = {(each.instrument, each.occasion): each for each in reversed(responses)}
    made = [
        Task(instrument, occasion, mine.get((instrument.id, occasion.name)))
        for instrument, occasion in found
    ]
    return tuple(sorted(made, key=lambda task: not task.instrument.rhythm.after_meeting))
