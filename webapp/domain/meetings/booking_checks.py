"""What can be stored about a meeting's place, company, interpreter and words. Pure."""

from typing import Final

from webapp.domain.errors import Invalid
from webapp.domain.meetings.booking_rules import Guest, Tongue
from webapp.domain.meetings.rules import LONGEST_PLACE
from webapp.domain.texts import is_blank

LONGEST_WORDS = 1000
LONGEST_GUEST: Final = {"name": 80, "organisation": 120, "part": 80}
LONGEST_LANGUAGE = 80
MOST_REQUESTS = 20
MOST_GUESTS = 12
RELATIONS = ("family", "friend", "organisation", "other")
ASKS = ("move", "cannot")
WHO = ("any", "woman", "man")
WAYS = ("any", "room", "phone")


def check_tongue(tongue: Tongue) -> None:
    """Raises ``Invalid`` for a wish or a booking without a language, or with an unknown choice."""
    if len(tongue.other) > LONGEST_LANGUAGE:
        raise Invalid("other", "long")
    if not tongue.language and is_blank(tongue.other):
        raise Invalid("language", "empty")
    if tongue.way not in WAYS or tongue.who not in WHO:
        raise Invalid("way", "unknown")


def check_place(place: str, *, protected: bool) -> None:
    """Raises ``Invalid`` for a place too long, or any with protected identity: it tells where
    somebody is, and can be found there."""
    if len(place) > LONGEST_PLACE:
        raise Invalid("place", "long")
    if protected and not is_blank(place):
        raise Invalid("place", "protected")


def check_guest(guest: Guest, *, protected: bool) -> None:
    """Raises ``Invalid`` for somebody who cannot be stored.

    With protected identity only known staff have a name here: family and friends tell who the
    person is. A participant may say "somebody in my family" and leave the name out.
    """
    for name, longest in LONGEST_GUEST.items():
        text = getattr(guest, name)
        if len(text) > longest:
            raise Invalid(name, "long")
        if protected and not guest.is_staff and not is_blank(text):
            raise Invalid(name, "protected")
    if guest.named_by == "participant" and guest.relation not in RELATIONS:
        raise Invalid("relation", "empty")
    if guest.named_by == "coach" and is_blank(guest.name):
        raise Invalid("staff" if protected else "name", "empty")


def check_words(name: str, text: str, *, needed: bool = False) -> str:
    """The text without space around it. Raises ``Invalid`` when too long, or missing and needed."""
    if needed and is_blank(text):
        raise Invalid(name, "empty")
    if len(text) > LONGEST_WORDS:
        raise Invalid(name, "long")
    return text.strip()
