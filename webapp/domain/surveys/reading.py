"""Reading responses: one statement for a person, whatever the number of rounds."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import and_, bindparam, false, or_, select
from sqlalchemy.orm import Session, aliased

from webapp.domain.database import rows
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.sharing.opened import open_values
from webapp.domain.sharing.shared import SharedRecord
from webapp.domain.surveys.model import Answer, Response, Round
from webapp.domain.surveys.rules import AnswerView, ResponseView
from webapp.domain.surveys.sealed import (
    SIDES,
    sealed_items,
    seen_by_coach,
    seen_by_participant,
    seen_by_partner,
)

MOST: Final = 8
"""How many rounds of each instrument are read: a page costs the same after many years."""


def own_responses(
    session: Session, *, participant_id: int, now: datetime
) -> tuple[ResponseView, ...]:
    """What the participant may see of each of their last rounds, newest first.

    Their own responses, finished or not, and the coach's side of a double rating when it is open.
    """
    found = rows(session, _OWN, participant=participant_id, now=now, sealed=sealed_items())
    return views(found)


def shared_responses(
    session: Session, record: OpenedRecord, *, now: datetime
) -> tuple[ResponseView, ...]:
    """What the coach may see of each of the last rounds, newest first.

    Finished and named responses of the participant, double ratings only when they are open, and
    the coach's own. A round of which nothing may be seen is not there at all.
    """
    found = rows(
        session,
        _SHARED,
        participant=record.participant_id,
        staff=record.staff.id,
        now=now,
        sealed=sealed_items(),
    )
    return views(found)


def partner_responses(
    session: Session, record: SharedRecord, *, now: datetime
) -> tuple[ResponseView, ...]:
    """What an organisation may see of each of the last rounds, when answers are open to it."""
    if not record.opened.has("answers"):
        return ()
    found = rows(
        session,
        _PARTNER,
        participant=record.participant_id,
        now=now,
        sealed=sealed_items(),
        **open_values(record.opened),
    )
    return views(found)


RESPONSE: Final = (
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
)
"""What a ``ResponseView`` is made of, in its order; ``ANSWER`` the same of an ``AnswerView``."""
ANSWER: Final = (Answer.code, Answer.text, Answer.lang, Answer.at, Answer.receipt_code)
COLUMNS: Final = (Response.id, *RESPONSE, Answer.item, *ANSWER)


def _statement(seen: Any, mine: Any) -> Any:
    return (
        select(*COLUMNS)
        .select_from(_SERIES)
        .join(Response, Response.id.in_(_LAST))
        .join(Round, Round.id == Response.round_id)
        .outerjoin(Answer, and_(Answer.response_id == Response.id, seen))
        .where(or_(mine, Answer.id.is_not(None)))
        .order_by(Round.opened_at.desc(), Response.id.desc(), Answer.id)
    )


def _last() -> Any:
    """The last responses of a series. To number them all takes twice as long after some years."""
    theirs, asked = aliased(Response), aliased(Round)
    return (
        select(theirs.id)
        .join(asked, asked.id == theirs.round_id)
        .where(
            asked.participant_id == bindparam("participant"),
            asked.instrument == _SERIES.c.instrument,
            asked.subject == _SERIES.c.subject,
            theirs.rater == _SERIES.c.rater,
        )
        .order_by(asked.opened_at.desc())
        .limit(MOST)
        .correlate(_SERIES)
    )


# What one side answers to an instrument, about one activity or about none, time after time.
_SERIES: Final = (
    select(Round.instrument, Round.subject, Response.rater)
    .join(Response, Response.round_id == Round.id)
    .where(Round.participant_id == bindparam("participant"))
    .distinct()
    .subquery()
)
_LAST: Final = _last()
_STAFF: Final[Any] = bindparam("staff")
_OWN: Final = _statement(seen_by_participant(), Response.rater == "participant")
_SHARED: Final = _statement(
    seen_by_coach(_STAFF), and_(Response.rater == "coach", Response.rater_id == _STAFF)
)
_PARTNER: Final = _statement(seen_by_partner(), false())


def views(found: Iterable[Sequence[Any]]) -> tuple[ResponseView, ...]:
    """The responses in rows of ``COLUMNS``, in their order. A round without a response is none."""
    # By place, as a column's name takes ten times as long and there are many answers.
    head = 1 + len(RESPONSE)
    made: dict[int, ResponseView] = {}
    answers: dict[int, dict[str, AnswerView]] = defaultdict(dict)
    for row in found:
        number, item = row[0], row[head]
        if number is not None and number not in made:
            made[number] = ResponseView(answers[number], *row[1:head])
        if item is not None:
            answers[number][item] = AnswerView(*row[head + 1 :])
    return tuple(made.values())
