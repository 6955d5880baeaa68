"""Pure rules and views of meetings."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from webapp.domain.texts import is_blank

LONGEST_WISH = 1000
LONGEST_PLACE = 200
MOST_WISHES = 20
WISH_WINDOW = timedelta(days=30)
FURTHEST = timedelta(days=400)
LENGTH = timedelta(hours=1)


@dataclass(frozen=True)
class MeetingView:
    """A meeting: when, where and with whom."""

    ref: str
    starts_at: datetime
    place: str
    staff_name: str


@dataclass(frozen=True)
class WishView:
    """What the participant wants to talk about, in their own words."""

    ref: str
    text: str
    lang: str
    written_at: datetime


@dataclass(frozen=True)
class Meetings:
    """The meeting before now and the one after, if any."""

    last: MeetingView | None
    next: MeetingView | None

    @property
    def since(self) -> datetime | None:
        """From when on a wish is for the next meeting: the last one's beginning."""
        return self.last.starts_at if self.last else None

    def begun(self, now: datetime) -> MeetingView | None:
        """The newest meeting that has begun, also one that goes on just now."""
        return self.next if self.next and self.next.starts_at <= now else self.last

    @property
    def last_key(self) -> tuple[str, datetime] | None:
        """The last meeting's name and time, as the rules of surveys take it."""
        return (self.last.ref, self.last.starts_at) if self.last else None


def time_problem(starts_at: datetime, now: datetime) -> str | None:
    """Why a meeting cannot be booked then: ``past`` or ``far``; None when it can."""
    if starts_at <= now:
        return "past"
    return "far" if starts_at > now + FURTHEST else None


def wish_problem(text: str) -> str | None:
    """Why a wish cannot be stored: ``empty`` or ``long``; None when it can."""
    if is_blank(text):
        return "empty"
    return "long" if len(text) > LONGEST_WISH else None
