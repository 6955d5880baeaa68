"""Pure views of what was asked and answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from webapp.domain.instruments.definitions import Form, Instrument, Item, Who
from webapp.domain.surveys.rhythm import Occasion

LONGEST_TEXT = 2000
BOTH = 2  # sides of a double rating


@dataclass(frozen=True)
class Shown:
    """What stood on the screen when the answer was given, so that a layout effect can be found.

    ``order`` is the question's place, from 1. ``helped`` says that the explanation was open.
    ``writes_in`` tags the language of a text answer.
    """

    language: str
    direction: str
    variant: str
    writes_in: str = ""
    order: int = 1
    helped: bool = False


@dataclass(frozen=True)
class AnswerView:
    """A stored answer with its receipt."""

    code: str
    text: str
    lang: str
    at: datetime
    receipt_code: str


@dataclass(frozen=True)
class ResponseView:
    """One side's answers in one round, as somebody may see them. ``answers`` is keyed by item id.

    ``subject`` names the activity that was asked about, or is empty. ``sides`` counts who has
    finished. ``named`` is False when the answers are only counted.
    """

    answers: Mapping[str, AnswerView]
    instrument: str
    version: str
    occasion: str
    subject: str
    form: Form
    rater: str
    opened_at: datetime
    closes_at: datetime
    completed_at: datetime | None
    named: bool
    sides: int

    @property
    def codes(self) -> dict[str, str]:
        """The answer codes by item id."""
        return {item: answer.code for item, answer in self.answers.items()}

    @property
    def done(self) -> bool:
        """Whoever answers has said that they are finished."""
        return self.completed_at is not None


@dataclass(frozen=True)
class Task:
    """An instrument that is open for somebody now, and how far they have come."""

    instrument: Instrument
    occasion: Occasion
    response: ResponseView | None
    who: Who = "P"

    @property
    def key(self) -> str:
        """What the task is called in an address: the instrument, and the activity if any."""
        name = self.instrument.id.lower()
        return f"{name}-{self.occasion.about.ref}" if self.occasion.about else name

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The questions, in order. Own words that are never counted need a name."""
        asked = self.instrument.answered_by(self.who, self.occasion.form)
        if self.named is not False:
            return asked
        return tuple(item for item in asked if item.show.project == "group")

    @property
    def named(self) -> bool | None:
        """Whether the answers carry a name. None when the participant has still to choose."""
        naming = self.instrument.naming
        if naming == "choice":
            return self.response.named if self.response else None
        return naming == "always"

    @property
    def answered(self) -> int:
        """How many questions have an answer of any kind."""
        return len(self.response.answers) if self.response else 0

    @property
    def done(self) -> bool:
        """They have said that they are finished."""
        return self.response is not None and self.response.done

    @property
    def locked(self) -> bool:
        """It can no longer be changed: both sides see it, or it no longer carries a name."""
        if self.response is None:
            return False
        seen = is_double(self.instrument) and self.response.sides == BOTH
        return seen or (self.done and not self.response.named)

    @property
    def place(self) -> str:
        """Where it goes on, within its address: at the beginning, at a question or at the end."""
        if not self.answered:
            return ""
        return f"/{self.next_number}" if self.answered < len(self.items) else "/finish"

    @property
    def next_number(self) -> int:
        """The first question without an answer, counted from 1; the last one when all have one."""
        answers = self.response.answers if self.response else {}
        for number, item in enumerate(self.items, start=1):
            if item.id not in answers:
                return number
        return len(self.items)


def is_double(instrument: Instrument) -> bool:
    """Whether participant and coach rate the same thing, each without seeing the other."""
    return any(item.mirror for item in instrument.items)
