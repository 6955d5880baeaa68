"""The words on the picture cards for goals and steps, in the reader's language."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext

from webapp.kit.step_cards import STEP_TEXTS

# Translators: These are goals on picture cards. Each is one sentence that a person says about
# themselves. Keep it short and easy.
CARD_TEXTS: Mapping[str, Any] = {
    "kitchen": lazy_gettext("I want to work in a kitchen"),
    "care": lazy_gettext("I want to work with people who need care"),
    "shop": lazy_gettext("I want to work in a shop"),
    "workshop": lazy_gettext("I want to work with my hands"),
    "any-job": lazy_gettext("I want a job"),
    "try-work": lazy_gettext("I want to try a workplace"),
    "speak-swedish": lazy_gettext("I want to speak more Swedish"),
    "read-swedish": lazy_gettext("I want to read and write Swedish"),
    "school": lazy_gettext("I want to study"),
    "computer": lazy_gettext("I want to learn to use a computer"),
    "driving-licence": lazy_gettext("I want to get a driving licence"),
    "own-home": lazy_gettext("I want a home of my own"),
    # Translators: regular times for sleep, food and what I do in the day.
    "daily-routine": lazy_gettext("I want my days to have a routine"),
    "friends": lazy_gettext("I want to meet more people"),
    # Translators: for example music, sport or a club.
    "activity": lazy_gettext("I want to do something I like in my free time"),
    "feel-better": lazy_gettext("I want to feel better"),
    "sleep": lazy_gettext("I want to sleep better"),
    "more-energy": lazy_gettext("I want to have more energy"),
    "own-money": lazy_gettext("I want to have my own money"),
    "debts": lazy_gettext("I want help with my debts"),
    "dont-know": lazy_gettext("I do not know yet"),
}

AREA_TEXTS: Mapping[str, Any] = {
    "working": lazy_gettext("Work"),
    "language": lazy_gettext("Swedish"),
    "learning": lazy_gettext("Learning"),
    "living": lazy_gettext("Home and everyday life"),
    # Translators: an area of life, about other people and free time.
    "social": lazy_gettext("Friends and free time"),
    "health": lazy_gettext("Health"),
    # Translators: an area of life, about one's own money.
    "economy": lazy_gettext("Money"),
    # Translators: an area of life, for somebody who does not know yet what they want.
    "unknown": lazy_gettext("Not sure yet"),
}


def card_text(card_id: str) -> str:
    """What the card of a goal or a step says. Raises ``KeyError``."""
    return str(CARD_TEXTS.get(card_id) or STEP_TEXTS[card_id])


def area_text(area: str) -> str:
    """The name of an area of life. Raises ``KeyError``."""
    return str(AREA_TEXTS[area])
