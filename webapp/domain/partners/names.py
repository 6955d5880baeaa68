"""What single things are called, to choose among them and to say what was chosen: one statement.

What an organisation could read of them is decided by the same conditions as its page.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from webapp.domain.database import rows
from webapp.domain.goals.rules import GoalView
from webapp.domain.instruments.load import every_version
from webapp.domain.partners.rules import Named, asked_by_itself
from webapp.domain.partners.things import ENTRIES, GOES_ON
from webapp.domain.partners.titles import titles
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.sharing.rules import KINDS, Item
from webapp.domain.surveys.sealed import sealed_items

Names = Mapping[Item, Named]
OF = ("goal", "activity", *ENTRIES, "outcome", "own_step")


def own_names(session: Session, *, participant_id: int, now: datetime) -> Names:
    """All single things of the participant, private ones too: for their own pages only."""
    return _names(rows(session, _OWN, **_values(participant_id, now)))


def shared_names(session: Session, record: OpenedRecord, *, now: datetime) -> Names:
    """The same for the coach, without what only the participant sees."""
    return _names(rows(session, _SHARED, **_values(record.participant_id, now)))


def goal_names(goals: Iterable[GoalView]) -> Names:
    """The names of these goals, for the participant's page that has read them anyway."""
    return {Item("goals", goal.line.ref): _goal(goal) for goal in goals}


def _goal(goal: GoalView) -> Named:
    said, opens = goal.line.wording, goal.shared and goal.status in GOES_ON
    thing = Item("goals", goal.line.ref)
    return Named(thing, "goal", said.card or "", said.text, said.lang, None, goal.shared, opens)


def to_choose(names: Names) -> tuple[Named, ...]:
    """Those that an organisation can read when they are chosen."""
    return tuple(each for each in names.values() if each.opens)


def _values(participant_id: int, now: datetime) -> dict[str, Any]:
    return {
        "participant": participant_id,
        "now": now,
        "today": day_in_sweden(now),
        "sealed": sealed_items(),
    }


def _names(found: Iterable[Sequence[Any]]) -> Names:
    made, answered = {}, set()
    for kind, ref, of, part, text, lang, day, shared, opens in found:
        thing = Item(kind, ref)
        if kind == "answers":
            answered.add(ref)
        else:
            made[thing] = Named(thing, of, part, text, lang, day, bool(shared), bool(opens))
    areas = {Item("answers", ref): _area(ref, ref in answered) for ref in _areas()}
    return dict(sorted(made.items(), key=lambda each: _place(each[1]))) | areas


def _place(one: Named) -> tuple[Any, ...]:
    """Kind by kind as on the page; what has a day newest first, the rest by its words."""
    day = -one.day.toordinal() if one.day else 0
    return KINDS.index(one.thing.kind), OF.index(one.of), day, one.part, one.text


def _area(ref: str, answered: bool) -> Named:
    return Named(Item("answers", ref), "answer", ref, _areas()[ref], "", None, True, answered)


@cache
def _areas() -> Mapping[str, str]:
    """The areas that are asked by themselves, in their order, and the instrument of each."""
    return {
        item.id: instrument.id
        for instrument in every_version()
        for item in instrument.answered_by("P")
        if asked_by_itself(item)
    }


_OWN: Any = titles(private=True)
_SHARED: Any = titles(private=False)
