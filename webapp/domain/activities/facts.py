"""What staff write about an activity, and what of it can be stored."""

from dataclasses import dataclass
from datetime import date, timedelta

from webapp.domain.activities.rules import LANES
from webapp.domain.errors import Invalid
from webapp.domain.texts import is_blank

MOST_ACTIVITIES = 100
LONGEST = {"title": 120, "organisation": 120, "contact_name": 80, "contact_phone": 32}
FURTHEST_DAY = timedelta(days=2 * 366)
OLDEST_DAY = timedelta(days=20 * 366)


@dataclass(frozen=True)
class Facts:
    """What staff write about an activity. ``ended_on`` is its last day, None while it goes on."""

    lane: str
    title: str
    lang: str
    started_on: date
    ended_on: date | None = None
    organisation: str = ""
    contact_name: str = ""
    contact_phone: str = ""


def check(facts: Facts, *, protected: bool, today: date) -> None:
    """Raises ``Invalid`` for a fact that cannot be stored.

    With protected identity no place and no contact is stored: they tell where the person is.
    """
    if facts.lane not in LANES:
        raise Invalid("lane", "unknown")
    if is_blank(facts.title):
        raise Invalid("title", "empty")
    for name, longest in LONGEST.items():
        if len(getattr(facts, name).strip()) > longest:
            raise Invalid(name, "long")
    for name in ("organisation", "contact_name", "contact_phone"):
        if protected and not is_blank(getattr(facts, name)):
            raise Invalid(name, "protected")
    _check_days(facts, today)


def _check_days(facts: Facts, today: date) -> None:
    for name, day in (("started_on", facts.started_on), ("ended_on", facts.ended_on)):
        if day is not None and not today - OLDEST_DAY <= day <= today + FURTHEST_DAY:
            raise Invalid(name, "far")
    if facts.ended_on is not None and facts.ended_on < facts.started_on:
        raise Invalid("ended_on", "before")
