"""What a text of the plan is about: a goal, an activity or a follow-up, as pages name it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from webapp.domain.activities.reading import activity
from webapp.domain.agreement.rules import LineView
from webapp.domain.coordination import around
from webapp.domain.coordination.rules import PLACES, Part, Subject
from webapp.domain.errors import NotFound
from webapp.domain.goals.rules import GoalView


@dataclass(frozen=True)
class About:
    """The thing: a goal's line, the title of an activity with its language, or a day."""

    kind: Subject
    ref: str
    line: LineView | None = None
    title: str = ""
    lang: str = ""
    day: date | None = None


def kind_of(part: str, ref: str | None) -> tuple[Subject, str] | None:
    """What kind of thing a text of this part names. Raises ``NotFound`` where it names none."""
    place = PLACES.get(part)  # type: ignore[call-overload]
    if place is None:
        raise NotFound
    kind = next((each for each in place.subjects if each), None)
    if ref is not None and kind is not None:
        return kind, ref
    if ref is None and None in place.subjects:
        return None
    raise NotFound


def find(
    session: Session,
    *,
    participant_id: int,
    part: Part | str,
    ref: str | None,
    goals: tuple[GoalView, ...],
) -> About | None:
    """The thing with this name, or None for a text about the whole life. Raises ``NotFound``.

    ``goals`` are those that the reader may see.
    """
    named = kind_of(part, ref)
    if named is None:
        return None
    kind, ref = named
    if kind == "goal":
        line = next((goal.line for goal in goals if goal.line.ref == ref), None)
        if line is None:
            raise NotFound
        return About(kind, ref, line)
    if kind == "activity":
        one = activity(session, participant_id=participant_id, ref=ref)
        return About(kind, ref, title=one.title, lang=one.lang)
    follow_ups = around.facts(session, participant_id=participant_id).follow_ups
    day = next((each.day for each in follow_ups if each.ref == ref), None)
    if day is None:
        raise NotFound
    return About(kind, ref, day=day)
