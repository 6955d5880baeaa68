"""What is open for somebody to answer now: one statement, for the participant or the coach."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session

from webapp.domain.database import rows
from webapp.domain.instruments.definitions import Instrument, Who
from webapp.domain.instruments.load import catalogue, instrument
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.surveys.model import Answer, Response, Round
from webapp.domain.surveys.reading import COLUMNS, views
from webapp.domain.surveys.rhythm import Calendar, Occasion, occasions
from webapp.domain.surveys.rules import Task, is_double

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
    found = _open("P", calendar, instruments, now)
    return _tasks(session, participant_id, "P", found, participant_id)


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
    Of what another coach has rated it tells no more than that.
    """
    found = _open("C", calendar, instruments, now)
    return _tasks(session, record.participant_id, "C", found, record.staff.id)


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


def _tasks(
    session: Session, participant_id: int, who: Who, found: list[Open], rater_id: int
) -> tuple[Task, ...]:
    if not found:
        return ()
    stored = rows(
        session,
        _STORED,
        participant=participant_id,
        rater=RATERS[who],
        own=rater_id,
        instruments=[each.id for each, _ in found],
        occasions=[occasion.name for _, occasion in found],
    )
    found_rows = stored.all()
    versions = {(row[1], row[3]): row[2] for row in found_rows}
    responses = {(each.instrument, each.occasion): each for each in views(found_rows)}
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


_STORED: Final = (
    select(*COLUMNS)
    .select_from(Round)
    .outerjoin(Response, and_(Response.round_id == Round.id, Response.rater == bindparam("rater")))
    .outerjoin(
        Answer, and_(Answer.response_id == Response.id, Response.rater_id == bindparam("own"))
    )
    .where(
        Round.participant_id == bindparam("participant"),
        Round.instrument.in_(bindparam("instruments", expanding=True)),
        Round.occasion.in_(bindparam("occasions", expanding=True)),
    )
    .order_by(Answer.id)
)
