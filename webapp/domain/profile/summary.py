"""What can be said about many entries: what waits, what is new, what there is. Pure."""

from collections.abc import Iterable
from datetime import datetime

from webapp.domain.people.rules import day_in_sweden
from webapp.domain.profile.rules import EntryView, Kind


def of_kind(entries: Iterable[EntryView], kind: Kind) -> list[EntryView]:
    """The entries of this kind, in their order."""
    return [entry for entry in entries if entry.kind == kind]


def by_part(entries: Iterable[EntryView]) -> dict[str, EntryView]:
    """The sections of the job profile that have a text, by their id."""
    return {entry.words.part or "": entry for entry in of_kind(entries, "section")}


def big_goal(entries: Iterable[EntryView]) -> EntryView | None:
    """The big goal, if there is one."""
    return next(iter(of_kind(entries, "big_goal")), None)


def waiting(entries: Iterable[EntryView]) -> list[EntryView]:
    """The questions that have no answer yet, oldest first; a promise is not an answer."""
    found = [entry for entry in of_kind(entries, "question") if not entry.answered]
    return sorted(found, key=lambda entry: entry.created_at)


def unread(entries: Iterable[EntryView]) -> list[EntryView]:
    """The questions with a reply that the participant has not said they have read."""
    return [each for each in entries if each.reply is not None and each.reply.read_at is None]


def days_waited(entry: EntryView, now: datetime) -> int:
    """How many days ago it was written for the first time, by the calendar in Sweden."""
    return (day_in_sweden(now) - day_in_sweden(entry.created_at)).days


def changed(entries: Iterable[EntryView], since: datetime) -> list[EntryView]:
    """Sections and the big goal that the coach could read in these words only after ``since``."""
    found = [entry for entry in entries if entry.kind in ("section", "big_goal")]
    return [entry for entry in found if entry.known_at > since]
