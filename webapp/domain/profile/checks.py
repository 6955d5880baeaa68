"""Pure rules of what the participant, and whoever answers a question, may write."""

from collections.abc import Iterable
from datetime import date

from webapp.domain.errors import Invalid
from webapp.domain.profile.cards import DRIVE_IDS, ROLE_IDS, UNKNOWN
from webapp.domain.profile.rules import (
    FURTHEST_DAY,
    HORIZONS,
    LONGEST,
    LONGEST_PERSON,
    LONGEST_PLACE,
    LONGEST_TEXT,
    Kind,
    Reply,
    Words,
    sections,
)
from webapp.domain.texts import is_blank


def check(kind: Kind, words: Words, *, today: date, before: date | None = None) -> None:
    """Raises ``Invalid`` for a text that is empty or too long, or a part that does not exist.

    ``before`` is the day it had until now, which may stay although it has passed.
    """
    if kind == "contact":
        _check_person(words)
    elif is_blank(words.text):
        raise Invalid("text", "empty")
    if len(words.text) > LONGEST.get(kind, LONGEST_TEXT):
        raise Invalid("text", "long")
    if len(words.place) > LONGEST_PLACE:
        raise Invalid("place", "long")
    _check_part(kind, words)
    if words.due_on != before:
        check_day(words.due_on, today=today)


def _check_person(words: Words) -> None:
    if is_blank(words.person):
        raise Invalid("person", "empty")
    if len(words.person) > LONGEST_PERSON:
        raise Invalid("person", "long")
    if len(words.how) > LONGEST_PLACE:
        raise Invalid("how", "long")


def _check_part(kind: Kind, words: Words) -> None:
    known: dict[Kind, Iterable[str | None]] = {
        "drive": {None, *DRIVE_IDS},
        "section": {item.id for item in sections()},
        "big_goal": ROLE_IDS,
    }
    if words.part not in known.get(kind, {None}):
        raise Invalid("part", "unknown")
    if kind == "big_goal" and words.part != UNKNOWN and words.months not in HORIZONS:
        raise Invalid("months", "unknown")


def check_day(day: date | None, *, today: date) -> None:
    """Raises ``Invalid`` for a day that has been, or that is too far away to be meant."""
    if day is None:
        return
    if day < today:
        raise Invalid("due_on", "past")
    if day > today + FURTHEST_DAY:
        raise Invalid("due_on", "far")


def check_reply(reply: Reply, *, today: date, before: date | None = None) -> None:
    """Raises ``Invalid`` when it is neither an answer nor a promise of one with its day."""
    if is_blank(reply.text) and reply.due_on is None:
        raise Invalid("text", "empty")
    if len(reply.text) > LONGEST_TEXT:
        raise Invalid("text", "long")
    if len(reply.person) > LONGEST_PERSON:
        raise Invalid("person", "long")
    if reply.due_on != before:
        check_day(reply.due_on, today=today)
