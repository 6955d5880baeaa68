"""Reading responses: one statement for a person, whatever the number of rounds."""

from datetime import date, datetime

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from webapp.domain.instruments.load import catalogue
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.surveys import rules
from webapp.domain.surveys.model import Answer, Response, Round
from webapp.domain.surveys.rules import AnswerView, ResponseView, Task

MOST_ROUNDS = 12  # of each instrument: enough for now, before and the years behind


def own_responses(session: Session, *, participant_id: int) -> tuple[ResponseView, ...]:
    """The participant's own responses, finished or not, newest first."""
    return _responses(session, participant_id)


def shared_responses(session: Session, record: OpenedRecord) -> tuple[ResponseView, ...]:
    """The participant's finished responses, as the coach reads them, newest first.

    What is not finished may still change, and is not shown.
    """
    found = _responses(session, record.participant_id)
    return tuple(response for response in found if response.completed_at is not None)


def _responses(session: Session, participant_id: int) -> tuple[ResponseView, ...]:
    rows = session.execute(
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
            Answer.shown_language,
            Answer.at,
            Answer.receipt_code,
        )
        .join(Round, Round.id == Response.round_id)
        .outerjoin(Answer, Answer.response_id == Response.id)
        .where(Round.participant_id == participant_id, Response.rater == "participant")
        .order_by(Round.opened_at.desc(), Response.id.desc(), Answer.id)
    )
    grouped: dict[int, list[Row[tuple[object, ...]]]] = {}
    for row in rows:
        grouped.setdefault(row.id, []).append(row)  # type: ignore[arg-type]
    return tuple(_view(group) for group in grouped.values())


def _view(rows: list[Row[tuple[object, ...]]]) -> ResponseView:
    first = rows[0]
    answers = {
        row.item: AnswerView(row.code, row.text, row.shown_language, row.at, row.receipt_code)
        for row in rows
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
