"""Pure rules and views of the coordinated plan.

Source: the fields of SIP in forms of Swedish regions and municipalities: needs and goals in the
person's own words beside the professionals', who does what, what the person can do, plan owner,
contacts, follow-up.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from webapp.domain.actors import Party
from webapp.domain.agreement.rules import LineView
from webapp.domain.errors import Invalid
from webapp.domain.texts import is_blank

Part = Literal["important", "need", "myself", "help", "description", "measure", "result"]
Subject = Literal["goal", "activity", "follow_up"]

MOST_TEXTS = 10  # of one part, from one side
MOST_CONTACTS = 20
MOST_FOLLOW_UPS = 50
LONGEST = {"organisation": 120, "name": 80, "role": 80, "reach": 120, "caller": 120}
FURTHEST_DAY = timedelta(days=2 * 366)


@dataclass(frozen=True)
class Place:
    """Who writes in a part, and what each text is about: ``None`` for the whole life."""

    sides: tuple[Party, ...]
    subjects: tuple[Subject | None, ...]


BOTH: tuple[Party, ...] = ("participant", "coach")
PLACES: dict[Part, Place] = {
    "important": Place(("participant",), (None,)),
    "need": Place(BOTH, (None,)),
    "myself": Place(("participant",), (None, "activity")),
    "help": Place(BOTH, (None, "activity")),
    "description": Place(("coach",), ("goal",)),
    "measure": Place(BOTH, ("goal",)),
    "result": Place(BOTH, ("follow_up",)),
}


@dataclass(frozen=True)
class TextView:
    """A text of the plan as it stands now. ``subject`` names the goal, activity or follow-up."""

    part: Part
    author: Party
    subject: str | None
    line: LineView

    @property
    def ref(self) -> str:
        """Its name."""
        return self.line.ref

    @property
    def shared(self) -> bool:
        """The coach can read it."""
        return self.line.shared_at is not None

    @property
    def waits(self) -> bool:
        """Staff have written it about the person, who has not answered."""
        return self.author == "coach" and self.line.participant is None


@dataclass(frozen=True)
class Sides:
    """The same thing in the person's words and as staff describe it."""

    own: tuple[TextView, ...]
    staff: tuple[TextView, ...]


@dataclass(frozen=True)
class ContactView:
    """A person to ask at an organisation."""

    ref: str
    organisation: str
    name: str
    role: str
    reach: str


@dataclass(frozen=True)
class FollowUpView:
    """A day on which the plan is looked at together; an empty ``caller`` is the coach."""

    ref: str
    day: date
    caller: str


@dataclass(frozen=True)
class CoachTime:
    """A coach of the person, from when and until when (None: still)."""

    name: str
    organisation: str
    since: datetime
    until: datetime | None


def place_of(part: str, by: Party, subject: Subject | None) -> Place:
    """The place of a text. Raises ``Invalid`` for a part that this side does not write in."""
    place = PLACES.get(part)  # type: ignore[call-overload]
    if place is None or by not in place.sides or subject not in place.subjects:
        raise Invalid("text", "unknown")
    return place  # type: ignore[no-any-return]


def sides(texts: tuple[TextView, ...], part: Part, subject: str | None = None) -> Sides:
    """The texts of a part about one thing, by who wrote them, oldest first."""
    found = [text for text in texts if text.part == part and text.subject == subject]
    return Sides(
        own=tuple(text for text in found if text.author == "participant"),
        staff=tuple(text for text in found if text.author == "coach"),
    )


def waiting(texts: tuple[TextView, ...]) -> tuple[TextView, ...]:
    """What staff have written about the person and the person has not answered."""
    return tuple(text for text in texts if text.waits)


def check_contact(said: ContactView, *, protected: bool) -> None:
    """Raises ``Invalid``. With protected identity no person and no number is stored."""
    if is_blank(said.organisation):
        raise Invalid("organisation", "empty")
    for name in ("organisation", "name", "role", "reach"):
        _check_length(name, getattr(said, name))
    for name in ("name", "role", "reach"):
        if protected and not is_blank(getattr(said, name)):
            raise Invalid(name, "protected")


def check_follow_up(
    day: date, caller: str, *, protected: bool, today: date, before: date | None = None
) -> None:
    """Raises ``Invalid`` for a day that has been or is too far away, or a caller that tells where.

    ``before`` is the day it had until now, which may stay although it has passed.
    """
    _check_length("caller", caller)
    if protected and not is_blank(caller):
        raise Invalid("caller", "protected")
    if day == before:
        return
    if day < today:
        raise Invalid("day", "past")
    if day > today + FURTHEST_DAY:
        raise Invalid("day", "far")


def _check_length(name: str, text: str) -> None:
    if len(text.strip()) > LONGEST[name]:
        raise Invalid(name, "long")


def coming(follow_ups: tuple[FollowUpView, ...], day: date) -> FollowUpView | None:
    """The next follow-up, today or later."""
    return next((one for one in follow_ups if one.day >= day), None)


def held(follow_ups: tuple[FollowUpView, ...], day: date) -> tuple[FollowUpView, ...]:
    """The follow-ups whose day has come, newest first."""
    return tuple(one for one in reversed(follow_ups) if one.day <= day)
