"""Pure rules of agreement: both, for the very same text, or visibly not."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from webapp.domain.actors import Party
from webapp.domain.agreement.changes import Change
from webapp.domain.errors import Invalid
from webapp.domain.seen import name_of
from webapp.domain.texts import is_blank

Value = Literal["yes", "yes_but", "no"]
Status = Literal["agreed", "waiting_participant", "waiting_coach", "talk"]

VALUES: tuple[Value, ...] = ("yes", "yes_but", "no")
LONGEST_TEXT = 500
LONGEST_REASON = 1000


@dataclass(frozen=True)
class Wording:
    """What a line says: its text and language, and for a step who does it and by when."""

    text: str
    lang: str
    card: str | None = None
    doer: str | None = None
    doer_name: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class StanceView:
    """One party's answer to the text as it stands now."""

    value: Value
    reason: str
    lang: str
    at: datetime


@dataclass(frozen=True)
class LineView:
    """A line as it stands now, with both answers.

    ``change`` is from what it said before, when it was changed after it was shared. ``number``
    counts every version, drafts too: it stands on no page of the other party.
    """

    ref: str
    number: int
    wording: Wording
    author: Party
    written_at: datetime
    created_at: datetime
    shared_at: datetime | None
    participant: StanceView | None
    coach: StanceView | None
    change: Change | None = None

    @property
    def status(self) -> Status:
        """Agreed, waiting for one of the two, or something to talk about."""
        return status(
            self.participant.value if self.participant else None,
            self.coach.value if self.coach else None,
        )

    @property
    def waits(self) -> bool:
        """An answer is missing. It is waited for only while its goal is active."""
        return self.status in ("waiting_participant", "waiting_coach")

    @property
    def edited(self) -> bool:
        """The text was changed after it was shared, so earlier answers do not count.

        What happened to a draft is nobody else's business.
        """
        return self.change is not None

    @property
    def seen(self) -> str:
        """What a form carries to say that this very version was on its page."""
        return version_name(self.wording, self.written_at)

    @property
    def since(self) -> datetime:
        """Since when it has its status: written, shared, or answered, whichever made it so."""
        answers = [answer for answer in (self.participant, self.coach) if answer]
        known = max(self.written_at, self.shared_at or self.written_at)
        if self.status == "agreed":
            return max(known, *(answer.at for answer in answers))
        if self.status == "talk":
            return max(known, min(answer.at for answer in answers if answer.value != "yes"))
        return known


def status(participant: Value | None, coach: Value | None) -> Status:
    """The state of a text from the two answers to it.

    Both yes is agreed. Anything but a plain yes is something to talk about, and blocks nothing.
    A missing answer is waited for, the participant's first.
    """
    given = {participant, coach}
    if given == {"yes"}:
        return "agreed"
    if given & {"yes_but", "no"}:
        return "talk"
    return "waiting_participant" if participant is None else "waiting_coach"


def check_answer(value: str, reason: str) -> None:
    """Raises ``Invalid`` for "no" or "yes, but" without a reason, or a reason that is too long."""
    if value not in VALUES:
        raise Invalid("value", "unknown")
    if value != "yes" and is_blank(reason):
        raise Invalid("reason", "empty")
    if len(reason) > LONGEST_REASON:
        raise Invalid("reason", "long")


def in_its_language(wording: Wording, before: Wording) -> Wording:
    """The new wording. Words that stay as they were stay in their language, and on their card."""
    if tidy(wording).text != before.text:
        return wording
    return replace(wording, lang=before.lang, card=before.card)


def tidy(wording: Wording) -> Wording:
    """The wording without space around its texts and with plain line breaks."""
    return replace(
        wording,
        text=wording.text.strip().replace("\r\n", "\n"),
        doer_name=wording.doer_name.strip(),
    )


def digest(wording: Wording) -> str:
    """A fingerprint of exactly this wording. 64 hex digits."""
    parts = [
        wording.text,
        wording.lang,
        wording.card,
        wording.doer,
        wording.doer_name,
        wording.due_on.isoformat() if wording.due_on else None,
    ]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def version_name(wording: Wording, at: datetime) -> str:
    """What a version is called in a form: by its words and its moment, never by its number."""
    return name_of(at, digest(wording))


def text_problem(text: str, longest: int = LONGEST_TEXT) -> str | None:
    """Why a text cannot be stored: ``empty`` or ``long``; None when it is fine."""
    if is_blank(text):
        return "empty"
    return "long" if len(text) > longest else None
