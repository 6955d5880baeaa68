"""Reading responses: one statement for a person, whatever the number of rounds."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from webapp.domain.database import rows
from webapp.domain.instruments.load import catalogue
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.surveys import rules
from webapp.domain.surveys.model import Answer, Response, Round
from webapp.domain.surveys.rules import AnswerView, ResponseView, Task

MOST_ROUNDS = 12  # of each instrument: enough for now, before and the years behind


def own_responses(
    session: Session, *, participant_id: int, open_at: datetime | None = None
) -> tuple[ResponseView, ...]:
    """The participant's own responses, finished or not, newest first.

    With ``open_at`` only those that can still be changed at that time.
    """
    if open_at is None:
        return _views(rows(session, _RESPONSES, participant=participant_id))
    return _views(rows(session, _OPEN_RESPONSES, participant=participant_id, at=open_at))


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
_OPEN_RESPONSES = _RESPONSES.where(Round.closes_at > bindparam("at"))
_FINISHED_RESPONSES = _RESPONSES.where(Response.completed_at.is_not(None))


def _views(found: Iterable[Row[*tuple[Any, ...]]]) -> tuple[ResponseView, ...]:
    grouped: dict[int, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    for row in found:
        grouped[row.id].append(row)
    return tuple(_view(group) for group in grouped.values())


def _view(group: list[Row[*tuple[Any, ...]]]) -> ResponseView:
    first = group[0]
    answers = {
        row.item: AnswerView(row.code, row.text, row.lang, row.at, row.receipt_code)
        for row in group
        if row.item is not None
    }
    return ResponseView(
        first.instrument,
        first.version,
        first.occasion,
        first.opened_at,
        first.completed_at,
        answers,
    )


def tasks(
    responses: tuple[ResponseView, ...],
    *,
    started_on: date,
    last_meeting: tuple[str, datetime] | None,
    now: datetime,
) -> tuple[Task, ...]:
    """What is open for the participant now: after the meeting first, then by instrument."""
    found = []
    for instrument in catalogue().values():
        if "P" not in instrument.who:
            continue
        occasion = rules.occasion(
            instrument.rhythm, started_on=started_on, last_meeting=last_meeting, now=now
        )
        if occasion is not None:
            found.append(Task(instrument, occasion, _of(responses, instrument.id, occasion.name)))
    return tuple(sorted(found, key=lambda task: not task.instrument.rhythm.after_meeting))


def _of(responses: tuple[ResponseView, ...], instrument: str, name: str) -> ResponseView | None:
    for response in responses:
        if response.instrument == instrument and response.occasion == name:
            return response
    return None


def newest_two(
    responses: tuple[ResponseView, ...], instrument: str
) -> tuple[ResponseView | None, ResponseView | None]:
    """The newest and the second newest response with any answer, of one instrument."""
    own = [each for each in responses if each.instrument == instrument and each.answers]
    return (own[0] if own else None, own[1] if len(own) > 1 else None)
