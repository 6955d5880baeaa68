"""Pure rules and views of what the participant writes about themself."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from webapp.domain.instruments.definitions import Item
from webapp.domain.instruments.load import instrument
from webapp.domain.seen import name_of

Kind = Literal["drive", "question", "contact", "section", "big_goal", "try"]

# Source: MIN-modellen, "choose up to three".
MOST: dict[Kind, int] = {"drive": 3, "question": 30, "contact": 50, "try": 30}
LONGEST: dict[Kind, int] = {"drive": 200, "section": 2000, "big_goal": 500}
LONGEST_TEXT = 1000
LONGEST_PERSON = 120
LONGEST_PLACE = 200
# Source: the Boston model, an overall goal for the next 6 to 24 months.
HORIZONS = (6, 12, 18, 24)
FURTHEST_DAY = timedelta(days=2 * 366)
# Source: the disclosure plan of IPS. Nothing else may be told.
TOLD_TO_EMPLOYERS = "PROF-06"


@dataclass(frozen=True)
class Words:
    """What an entry says. ``months`` is how far away a big goal is, ``due_on`` the next contact."""

    text: str
    lang: str
    part: str | None = None
    person: str = ""
    how: str = ""
    place: str = ""
    months: int | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class Reply:
    """What the coach says to a question: an answer, or who gives it (empty: the coach) and when."""

    text: str
    lang: str
    person: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class ReplyView:
    """A reply, the name of the coach who wrote it, and when. ``read_at`` only its reader knows."""

    reply: Reply
    by: str
    at: datetime
    read_at: datetime | None

    @property
    def answered(self) -> bool:
        """It is an answer, and not only a promise of one."""
        return bool(self.reply.text)

    @property
    def seen(self) -> str:
        """What a form carries to say that this very reply was on its page."""
        return reply_name(self.reply, self.at)


@dataclass(frozen=True)
class EntryView:
    """An entry as it stands now. ``about_log``: the line of the log that a question is about."""

    ref: str
    number: int
    kind: Kind
    words: Words
    created_at: datetime
    written_at: datetime
    shared_at: datetime | None
    done_at: datetime | None
    outcome: str
    outcome_lang: str
    reply: ReplyView | None
    about_log: int | None = None

    @property
    def shared(self) -> bool:
        """The coach can read it."""
        return self.shared_at is not None

    @property
    def answered(self) -> bool:
        """A question that has its answer."""
        return self.reply is not None and self.reply.answered

    @property
    def edited(self) -> bool:
        """The text was changed after it was shared; before that it is nobody's business."""
        return self.number > 1 and self.written_at > (self.shared_at or self.created_at)

    @property
    def seen(self) -> str:
        """What a form carries to say that this very wording was on its page."""
        return name_of(self.written_at, self.words.text, self.words.lang)

    @property
    def known_at(self) -> datetime:
        """Since when this wording can be read by the coach."""
        return max(self.written_at, self.shared_at or self.written_at)


@dataclass(frozen=True)
class SharedPath:
    """All that staff ever get: shared entries, and a number of contacts that says nothing more."""

    entries: tuple[EntryView, ...]
    contacts_made: int


def sections() -> tuple[Item, ...]:
    """The sections of the job profile, in order. Source: Supported Employment, step 2."""
    return instrument("PROF").answered_by("P")


def seen_by_coach(kind: Kind, shared: bool) -> bool:
    """Whether the coach may read it: a question always, a contact never, others as was chosen."""
    return kind == "question" or (shared and kind != "contact")


def alone(kind: Kind) -> bool:
    """There is one of it at a time, so that writing it again replaces it."""
    return kind in ("section", "big_goal")


def tidy(words: Words) -> Words:
    """The words without space around them and with plain line breaks."""
    return replace(
        words,
        text=words.text.strip().replace("\r\n", "\n"),
        person=words.person.strip(),
        how=words.how.strip(),
        place=words.place.strip(),
    )


def reply_name(reply: Reply, at: datetime) -> str:
    """What a reply is called in a form, by its words and its moment."""
    return name_of(at, reply.text, reply.lang, reply.person, reply.due_on)
