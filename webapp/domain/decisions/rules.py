"""What the two decided at a meeting: views and rules. Pure."""

from dataclasses import dataclass
from datetime import datetime

from webapp.domain.agreement.rules import LineView, Status

MOST_DECISIONS = 12


@dataclass(frozen=True)
class HeldMeeting:
    """A meeting that has begun. ``open`` until the next one begins: then it can be added to."""

    ref: str
    starts_at: datetime
    staff_name: str
    open: bool


@dataclass(frozen=True)
class HeldShort:
    """A meeting that has begun, in a list. ``decided`` counts what was written down there."""

    ref: str
    starts_at: datetime
    staff_name: str
    decided: int


@dataclass(frozen=True)
class Decided:
    """A meeting and what was decided there, oldest first."""

    meeting: HeldMeeting
    lines: tuple[LineView, ...]


@dataclass(frozen=True)
class DecidedShort:
    """One decision of the last meeting, as the brief tells it."""

    ref: str
    text: str
    lang: str
    status: Status
