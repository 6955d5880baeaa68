"""What is stored of a task already, and the rows a first answer makes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit import service as audit
from webapp.domain.database import one_at_a_time, rows
from webapp.domain.errors import Closed
from webapp.domain.surveys.model import Answer, Response, Round
from webapp.domain.surveys.rules import BOTH, Task, is_double
from webapp.domain.surveys.sealed import SIDES


@dataclass(frozen=True)
class Stored:
    """The round, the response of this side in it, and the answer in that; None where there is none.

    ``sides`` counts who has finished the round.
    """

    round_id: int | None = None
    version: str | None = None
    closes_at: datetime | None = None
    sides: int = 0
    response_id: int | None = None
    rater_id: int | None = None
    named: bool = True
    completed_at: datetime | None = None
    answer_id: int | None = None
    code: str = ""
    text: str = ""
    receipt_code: str = ""
    at: Any = None


def stored(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    task: Task,
    item: str = "",
    now: datetime,
) -> Stored:
    """What is stored, after waiting for whoever else writes to this person's rounds.

    Raises ``Closed`` when nothing of it can be changed any longer: a double rating is no longer
    sealed, or the answers no longer carry a name; or when the round has begun in another version.
    """
    audit.one_at_a_time(session, actor)
    one_at_a_time(session, f"rounds:{participant_id}")
    row = rows(
        session,
        _STORED,
        participant=participant_id,
        instrument=task.instrument.id,
        occasion=task.occasion.name,
        rater=actor.party,
        item=item,
    ).first()
    found = Stored(*row) if row else Stored()
    if found.version not in (None, task.instrument.version):
        raise Closed
    if is_double(task.instrument) and _is_open_to_both(found, now):
        raise Closed
    if found.response_id is not None and not found.named and found.completed_at is not None:
        raise Closed
    return found


def _is_open_to_both(found: Stored, now: datetime) -> bool:
    """The seal goes by the stored day, so a calendar that says a later one gives no more time."""
    return found.sides == BOTH or (found.closes_at is not None and found.closes_at <= now)


_STORED: Final = (
    select(
        Round.id,
        Round.version,
        Round.closes_at,
        SIDES.label("sides"),
        Response.id,
        Response.rater_id,
        Response.named,
        Response.completed_at,
        Answer.id,
        Answer.code,
        Answer.text,
        Answer.receipt_code,
        Answer.at,
    )
    .outerjoin(Response, and_(Response.round_id == Round.id, Response.rater == bindparam("rater")))
    .outerjoin(Answer, and_(Answer.response_id == Response.id, Answer.item == bindparam("item")))
    .where(
        Round.participant_id == bindparam("participant"),
        Round.instrument == bindparam("instrument"),
        Round.occasion == bindparam("occasion"),
    )
)


def begin(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    task: Task,
    found: Stored,
    named: bool,
    now: datetime,
) -> int:
    """The id of the response, made with its round when there is none."""
    if found.response_id is not None:
        return found.response_id
    response = Response(
        round_id=found.round_id or _new_round(session, participant_id, task),
        rater=actor.party,
        rater_id=actor.id,
        named=named,
        content_hash=task.instrument.content_hash,
        started_at=now,
    )
    session.add(response)
    session.flush()
    return response.id


def _new_round(session: Session, participant_id: int, task: Task) -> int:
    occasion = task.occasion
    made = Round(
        participant_id=participant_id,
        instrument=task.instrument.id,
        version=task.instrument.version,
        occasion=occasion.name,
        subject=occasion.about.ref if occasion.about else "",
        form=occasion.form,
        opened_at=occasion.opens_at,
        closes_at=occasion.closes_at,
    )
    session.add(made)
    session.flush()
    return made.id
