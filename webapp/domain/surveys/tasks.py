"""What is open for somebody to answer now: one statement, for the participant or the coach."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session

from webapp.domain.database import rows
from webapp.domain.instruments.definitions import Instrument, Who
from webapp.domain.instruments.load import catalogue, instrument
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.surveys.model import Answer, Response, Round
from webapp.domain.surveys.rhythm import Calendar, Occasion, occasions
from webapp.domain.surveys.rules import AnswerView, ResponseView, Task, is_double
from webapp.domain.surveys.sealed import SIDES

Open = tuple[Instrument, Occasion]
RATERS: Final = {"P": "participant", "C": "coach"}


def open_tasks(
    session: Session,
    *,
    participant_id: int,
    calendar: Calendar,
    instruments: Iterable[Instrument] | None = None,
    now: datetime,
) -> tuple[Task, ...]:
    """What the participant can answer now: of all instruments, or of these."""
    return _tasks(session, participant_id, "P", _open("P", calendar, instruments, now))


def coach_tasks(
    session: Session,
    record: OpenedRecord,
    *,
    calendar: Calendar,
    instruments: Iterable[Instrument] | None = None,
    now: datetime,
) -> tuple[Task, ...]:
    """What the coach can rate about the participant now.

    It follows from the calendar alone, so that it never tells whether the participant has answered.
    """
    found = _open("C", calendar, instruments, now)
    return _tasks(session, record.participant_id, "C", found)


def unrated(
    session: Session,
    *,
    people: Mapping[int, Calendar],
    instruments: Iterable[Instrument],
    now: datetime,
) -> Counter[int]:
    """How many double ratings wait for the coach of each of these people, in one statement."""
    asked = [each for each in instruments if is_double(each)]
    waiting = {
        (person, each.id, occasion.name)
        for person, calendar in people.items()
        for each in asked
        for occasion in occasions(each, calendar, now)
    }
    rated = rows(session, _RATED, people=list(people))
    return Counter(person for person, *_ in waiting - {tuple(row) for row in rated})


_RATED: Final = (
    select(Round.participant_id, Round.instrument, Round.occasion)
    .join(Response, Response.round_id == Round.id)
    .where(
        Round.participant_id.in_(bindparam("people", expanding=True)),
        Response.rater == "coach",
        Response.completed_at.is_not(None),
    )
)


def _open(
    who: Who, calendar: Calendar, instruments: Iterable[Instrument] | None, now: datetime
) -> list[Open]:
    asked = catalogue().values() if instruments is None else instruments
    found = [
        (each, occasion)
        for each in asked
        if who in each.who
        for occasion in occasions(each, calendar, now)
        if each.answered_by(who, occasion.form)
    ]
    return sorted(found, key=lambda pair: pair[1].closes_at)


def _tasks(session: Session, participant_id: int, who: Who, found: list[Open]) -> tuple[Task, ...]:
    if not found:
        return ()
    stored = rows(
        session,
        _STORED,
        participant=participant_id,
        rater=RATERS[who],
        instruments=[each.id for each, _ in found],
        occasions=[occasion.name for _, occasion in found],
    )
    versions, responses = _read(stored)
    made = [
        Task(
            _begun(each, versions.get((each.id, occasion.name))),
            occasion,
            responses.get((each.id, occasion.name)),
            who,
        )
        for each, occasion in found
    ]
    return tuple(sorted(made, key=_order))


def _order(task: Task) -> tuple[bool, bool, bool]:
    """Fresh after a meeting, then what was begun, then by closing; what is optional comes last."""
    begun = task.answered > 0 and not task.done
    rhythm = task.instrument.rhythm
    return (not rhythm.after_meeting, rhythm.optional, not begun)


def _begun(newest: Instrument, version: str | None) -> Instrument:
    """A round that has begun keeps its version to the end."""
    return newest if version in (None, newest.version) else instrument(newest.id, version)


def _read(stored: Iterable[Any]) -> tuple[dict[Any, str], dict[Any, ResponseView]]:
    versions: dict[Any, str] = {}
    responses: dict[Any, ResponseView] = {}
    answers: dict[Any, dict[str, AnswerView]] = {}
    for row in stored:
        place = (row[0], row[2])
        versions[place] = row[1]
        if row.response_id is None:
            continue
        said = answers.setdefault(place, {})
        if place not in responses:
            responses[place] = ResponseView(said, *row[:11])
        if row.item is not None:
            said[row.item] = AnswerView(*row[13:])
    return versions, responses


_STORED: Final = (
    select(
        Round.instrument,
        Round.version,
        Round.occasion,
        Round.subject,
        Round.form,
        Response.rater,
        Round.opened_at,
        Round.closes_at,
        Response.completed_at,
        Response.named,
        SIDES.label("sides"),
        Response.id.label("response_id"),
        Answer.item,
        Answer.code,
        Answer.text,
        Answer.lang,
        Answer.at,
        Answer.receipt_code,
    )
    .outerjoin(Response, and_(Response.round_id == Round.id, Response.rater == bindparam("rater")))
    .outerjoin(Answer, Answer.response_id == Response.id)
    .where(
        Round.participant_id == bindparam("participant"),
        Round.instrument.in_(bindparam("instruments", expanding=True)),
        Round.occasion.in_(bindparam("occasions", expanding=True)),
    )
    .order_by(Answer.id)
)
