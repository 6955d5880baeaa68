"""Who sees which answer: the one condition that every statement about responses uses.

In a double rating neither side's answer leaves the database before both have finished, or the
round has closed. Source: the way of rating in the BIP research, where the two answer apart.
"""

from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, bindparam, false, func, or_, select
from sqlalchemy.orm import aliased

from webapp.domain.instruments.load import every_version
from webapp.domain.sharing.opened import is_open
from webapp.domain.surveys.model import Answer, Response, Round
from webapp.domain.surveys.rules import BOTH

_OTHER: Final = aliased(Response)

SIDES: Final = (
    select(func.count())
    .where(_OTHER.round_id == Round.id, _OTHER.completed_at.is_not(None), _OTHER.named)
    .correlate(Round)
    .scalar_subquery()
)
"""How many sides have finished a round with their name."""


@cache
def sealed_items() -> tuple[str, ...]:
    """The ids of all items that have a mirror, in any version."""
    return tuple(sorted({i.id for each in every_version() for i in each.items if i.mirror}))


def seen_by_coach(staff_id: Any) -> ColumnElement[bool]:
    """Whether this coach may see an answer, as a condition on Round, Response and Answer.

    Parameters ``now`` and ``sealed`` (the ids of sealed items) are bound when it is executed.
    """
    return _seen(and_(Response.rater == "coach", Response.rater_id == staff_id))


def seen_by_participant() -> ColumnElement[bool]:
    """Whether the participant may see an answer; parameters as above.

    What only the coach rates is never shown: it is for the coach's own learning.
    """
    return _seen(Response.rater == "participant")


def readable_by_partner() -> ColumnElement[bool]:
    """Whether another organisation could see an answer if the participant shared it.

    Only the participant's own, finished and with their name; of a double rating when it is open.
    """
    return and_(Response.rater == "participant", _seen(false()))


def seen_by_partner() -> ColumnElement[bool]:
    """Whether another organisation may see an answer: the participant shares it, or all answers.

    What is open is bound too, as in ``is_open``.
    """
    return and_(readable_by_partner(), is_open("answers", Answer.item))


def _seen(mine: ColumnElement[bool]) -> ColumnElement[bool]:
    sealed = Answer.item.in_(bindparam("sealed", expanding=True))
    opened = or_(Round.closes_at <= bindparam("now", type_=Round.closes_at.type), SIDES == BOTH)
    theirs = or_(and_(Response.rater == "participant", ~sealed), and_(sealed, opened))
    return or_(mine, and_(Response.completed_at.is_not(None), Response.named, theirs))
