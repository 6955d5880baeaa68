"""What is arranged around a meeting: its moves, what is asked, who comes, the interpreter. Pure."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Outcome = Literal["moved", "cancelled", "kept"]
# What is said about the interpreter; see ``interpreter_says``.
Says = Literal["none", "wished", "declined", "booked", "again", "not_needed", "impossible"]


@dataclass(frozen=True)
class Move:
    """The time and the place that a meeting had before, and who moved it when."""

    starts_at: datetime
    place: str
    staff_name: str
    at: datetime


@dataclass(frozen=True)
class Request:
    """What the participant asks: to move the meeting, or "I cannot come"."""

    ref: str
    kind: str
    text: str
    lang: str
    written_at: datetime
    closed_at: datetime | None = None
    outcome: str = ""
    reply: str = ""
    reply_lang: str = ""


@dataclass(frozen=True)
class Guest:
    """Somebody who comes. ``named_by`` is the party, ``says`` the participant's answer or ""."""

    ref: str
    named_by: str
    is_staff: bool
    relation: str
    name: str
    organisation: str
    part: str
    lang: str
    says: str = ""
    reason: str = ""
    reason_lang: str = ""

    @property
    def waits(self) -> bool:
        """Staff have named this person and the participant has not answered."""
        return self.named_by == "coach" and not self.says


@dataclass(frozen=True)
class Tongue:
    """A language: its tag, or in words when it has none here. How: woman, man; room, phone."""

    language: str = ""
    other: str = ""
    way: str = "any"
    who: str = "any"


@dataclass(frozen=True)
class InterpreterView:
    """What is wished and what is booked. ``wanted`` is None until the participant has said."""

    wanted: bool | None = None
    wished: Tongue = field(default_factory=Tongue)
    state: str = ""
    booked: Tongue = field(default_factory=Tongue)
    why: str = ""
    why_lang: str = ""
    handled_at: datetime | None = None

    @property
    def says(self) -> Says:
        """What can be said about it now."""
        return interpreter_says(wanted=self.wanted, state=self.state)


@dataclass(frozen=True)
class Booked:
    """A meeting in a list: when, where, with whom; where it was before; whether it was called off.

    ``moves`` counts the moves and ``seen`` which of them the participant has seen.
    """

    ref: str
    starts_at: datetime
    place: str
    staff_name: str
    booked_at: datetime
    cancelled_at: datetime | None
    moves: int
    seen: int
    before: datetime | None
    moved_at: datetime | None
    interpreter: InterpreterView

    @property
    def unseen(self) -> bool:
        """Whether the participant has yet to see a move, or that it was called off."""
        return self.seen < self.sequence

    @property
    def sequence(self) -> int:
        """How often a calendar must take in this meeting anew (RFC 5545, 3.8.7.4)."""
        return self.moves + (self.cancelled_at is not None)

    @property
    def changed_at(self) -> datetime:
        """When the meeting was last booked, moved or called off."""
        return self.cancelled_at or self.moved_at or self.booked_at


@dataclass(frozen=True)
class Arrangement:
    """One meeting with everything around it, the moves newest first."""

    meeting: Booked
    history: tuple[Move, ...] = ()
    requests: tuple[Request, ...] = ()
    guests: tuple[Guest, ...] = ()

    @property
    def asked(self) -> Request | None:
        """What the participant asks and the coach has not answered."""
        return next((each for each in self.requests if each.closed_at is None), None)

    @property
    def answered(self) -> Request | None:
        """The newest answer of the coach, when nothing new is asked."""
        return None if self.asked else next(iter(self.requests), None)

    def guest(self, ref: str) -> Guest | None:
        """The person with this reference."""
        return next((each for each in self.guests if each.ref == ref), None)


def interpreter_says(*, wanted: bool | None, state: str) -> Says:
    """What can be said about the interpreter, from the wish and what the coach has stored.

    A booked one who is no longer wanted has to be called off; ``again`` is one who was booked for
    another time or another wish.
    """
    if state in ("booked", "again"):
        if wanted is False:
            return "not_needed"
        return "booked" if state == "booked" else "again"
    if wanted is False:
        return "declined"
    if state == "impossible":
        return "impossible"
    return "wished" if wanted else "none"


def after_change(state: str) -> str:
    """The state of an interpreter when the time or the wish has changed: book again, try again."""
    return "again" if state in ("booked", "again") else ""
