"""Reading a story: its file as a person, meetings and events in the order they happened."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from webapp.demo import moments
from webapp.domain.surveys.rhythm import SWEDEN

FOLDER = Path(__file__).with_name("stories")
BOOKED_AFTER = timedelta(minutes=50)  # the next meeting is booked at the end of this one
READ_AT = time(15, 40)


@dataclass(frozen=True)
class Event:
    """One thing that somebody did. ``what`` holds the words and numbers of it."""

    at: datetime
    by_coach: bool
    verb: str
    what: dict[str, Any]


@dataclass(frozen=True)
class Story:
    """One participant. ``own`` is the language they write in, ``language`` the one they read."""

    name: str
    language: str
    own: str
    coach: str
    pin: str
    protected: bool
    starts_at: datetime
    events: tuple[Event, ...]


def stories(today: date) -> tuple[Story, ...]:
    """Every story as it looks from this day, in the order they are presented."""
    found = [tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
    return tuple(story(data, today) for data in found)


def story(data: dict[str, Any], today: date) -> Story:
    """A story from the data of its file. Raises ``KeyError`` when something is missing."""
    starts_at = moments.moment(data["start"], today)
    told = [_event(each, today) for each in data["events"]]
    met = _meetings(data["meetings"], data["place"], starts_at, today)
    return Story(
        name=data["name"],
        language=data["language"],
        own=data["own"],
        coach=data["coach"],
        pin=data["pin"],
        protected=data.get("protected", False),
        starts_at=starts_at,
        events=tuple(sorted([*told, *met], key=lambda event: event.at)),
    )


def _event(data: dict[str, Any], today: date) -> Event:
    what = {key: value for key, value in data.items() if key not in ("at", "by", "do")}
    if "due" in what:
        what["due"] = moments.day(what["due"], today)
    at = moments.moment(data["at"], today)
    return Event(at, data.get("by") == "coach", data["do"], what)


def _meetings(days: list[str], place: str, starts_at: datetime, today: date) -> list[Event]:
    """Each meeting is booked at the one before it, and its brief is read the working day before."""
    found, before = [], starts_at
    for when in days:
        at = moments.moment(when, today)
        reading = datetime.combine(moments.working_day(at.date(), -1), READ_AT, SWEDEN)
        found.append(Event(before + BOOKED_AFTER, True, "meet", {"on": at, "place": place}))
        found.append(Event(reading, True, "read", {}))
        before = at
    return found
