"""The participant's choice of what goes with to the meeting: saving and reading it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Date, bindparam, cast, literal, null, select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.brief.kit_rules import Choice, Kit, from_text, problem, to_text
from webapp.domain.brief.model import MeetingKit
from webapp.domain.errors import Invalid

KIT = "kit"
_NO_DAY: Final[Any] = cast(null(), Date())
_NO_TIME: Final[Any] = cast(null(), MeetingKit.saved_at.type)


@once
def save_kit(
    session: Session, *, actor: Actor, choices: tuple[Choice, ...], key: str, now: datetime
) -> Receipt:
    """The participant chooses what goes with, in this order. It shares and unshares nothing.

    Raises ``Invalid`` for too many, an unknown kind or the same thing twice.
    """
    wrong = problem(choices)
    if wrong:
        raise Invalid("items", wrong)
    content = to_text(choices)
    row = MeetingKit(
        ref=codes.new_ref(), participant_id=actor.participant_id, chosen=content, saved_at=now
    )
    session.add(row)
    return write_receipt(session, actor, row, KIT, content, key, now)


def kit_part(since: Any) -> Any:
    """The newest choice made after ``since``, as a select for the brief's one statement.

    Columns: kind, reference, choices, nothing, nothing, when, nothing.
    """
    newest = (
        select(
            literal(KIT).label("c0"),
            MeetingKit.ref.label("c1"),
            MeetingKit.chosen.label("c2"),
            literal("").label("c3"),
            _NO_DAY.label("c4"),
            MeetingKit.saved_at.label("c5"),
            _NO_TIME.label("c6"),
        )
        .where(MeetingKit.participant_id == bindparam("participant"), MeetingKit.saved_at >= since)
        .order_by(MeetingKit.id.desc())
        .limit(1)
    )
    return select(newest.subquery())


def kit_of(found: Iterable[Sequence[Any]]) -> Kit:
    """The choice in the rows of ``kit_part``, or the one that lets everything go with."""
    row = next((row for row in found if row[0] == KIT), None)
    return Kit(from_text(row[2]), row[5]) if row else Kit()
