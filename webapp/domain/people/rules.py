"""Pure rules about names, PINs, limits and locks."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from unicodedata import combining, normalize
from zoneinfo import ZoneInfo

from webapp.domain.codes import plain_digits
from webapp.domain.texts import as_read, is_blank

SWEDEN = ZoneInfo("Europe/Stockholm")
INVITATION_LIFE = timedelta(days=30)
SECOND_TAP = timedelta(minutes=2)  # for the answer to the first to be lost on a slow network
TRY_WINDOW = timedelta(minutes=15)
TRIES_PER_PERSON = 5
TRIES_PER_DAY = 40  # slow guessing with a found card would take most of a year
LONGEST_TRY_WINDOW = timedelta(days=1)
TRIES_PER_ADDRESS = 30  # a library or a centre shares one address
LONGEST_NAME = 80
LONGEST_PAUSE = timedelta(days=366)
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200

# Idle and absolute limits. A shared phone is left on a table; an own phone sits in a pocket.
SHARED_PHONE = (timedelta(minutes=20), timedelta(hours=2))
OWN_PHONE = (timedelta(hours=1), timedelta(hours=12))
STAFF_DESK = (timedelta(hours=1), timedelta(hours=10))

# A day of birth and four more signs. A coordination number adds 60 to the day.
_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
PERSONAL_NUMBER = re.compile(
    rf"(?<!\d)(?:(?:19|20)\d\d|\d\d){_MONTH_DAY}(?:\s?[-–+]\s?|\s)?(?:\d{{4}}|[xX]{{4}})(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d-\d\d-\d\d[-–+]?\d{4}(?!\d)"
)

# Swedish puts å, ä, ö last, in that order; by code point ä would come before å.
SWEDISH_LAST = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}


def day_in_sweden(at: datetime) -> date:
    """The day it is in Sweden at that moment."""
    return at.astimezone(SWEDEN).date()


def has_personal_number(text: str) -> bool:
    """Whether a personal identity number stands in the text, in digits and dashes of any kind."""
    return PERSONAL_NUMBER.search(plain_digits(as_read(text))) is not None


def name_problem(name: str) -> str | None:
    """Why nobody can be called that here: ``empty``, ``long`` or ``number``; None when it is fine.

    A personal identity number is no name, and tells who somebody with an alias is.
    """
    if is_blank(name):
        return "empty"
    if len(name) > LONGEST_NAME:
        return "long"
    return "number" if has_personal_number(name) else None


def search_name(name: str) -> str:
    """A name as it is searched: small letters, one space between words. å is not a.

    Some keyboards send å as a and a ring; both are the same letter.
    """
    return " ".join(normalize("NFC", name).casefold().split())


def sort_name(name: str) -> str:
    """A name as it is sorted by code point, with å, ä and ö last as in Swedish, and other letters
    without their accents: é is sorted as e.
    """
    return "".join(SWEDISH_LAST.get(mark) or _plain(mark) for mark in search_name(name))


def _plain(letter: str) -> str:
    return "".join(mark for mark in normalize("NFD", letter) if not combining(mark))


def pin_problem(pin: str) -> str | None:
    """Why a PIN cannot be used: ``digits``, ``short``, ``long`` or ``easy``; None when it is fine.

    Four to eight digits. A plain row, a year
    and two digits over and over are guessed first.
    """
    if not (pin.isascii() and pin.isdigit()):
        return "digits"
    if len(pin) < 4:
        return "short"
    if len(pin) > 8:
        return "long"
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    plain = steps in ({0}, {1}, {-1})
    year = len(pin) == 4 and pin[:2] in ("19", "20")
    return "easy" if plain or year or len(set(pin)) < 3 else None


def password_problem(password: str) -> str | None:
    """Why staff cannot use a password: ``short``, ``long`` or ``easy``; None when it is fine.

    Length is what counts (NIST SP 800-63B), so no rules about kinds of characters.
    """
    if len(password) < SHORTEST_PASSWORD:
        return "short"
    if len(password) > LONGEST_PASSWORD:
        return "long"
    return "easy" if len(set(password)) < 5 else None


def locked_until(
    tries: Sequence[datetime], *, most: int, now: datetime, within: timedelta = TRY_WINDOW
) -> datetime | None:
    """When the lock heals, or None when there is none.

    ``tries`` are the failed tries; only those ``within`` the time before now count, so the lock
    opens by itself as they grow old.
    """
    recent = sorted(at for at in tries if now - at < within)
    return recent[-most] + within if len(recent) >= most else None


def limits(*, staff: bool, own_phone: bool) -> tuple[timedelta, timedelta]:
    """Idle limit and absolute limit of a sign-in."""
    if staff:
        return STAFF_DESK
    return OWN_PHONE if own_phone else SHARED_PHONE
