"""The words on the pictures of what drives somebody, in the reader's language."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext

# Translators: These say what drives a person: why they go on. Each is one short sentence or phrase
# that a person says about themselves, on a picture card.
DRIVE_TEXTS: Mapping[str, Any] = {
    "own-money": lazy_gettext("I want to earn my own money"),
    "children": lazy_gettext("I do it for my children"),
    "driving-licence": lazy_gettext("I save for a driving licence"),
    "own-home": lazy_gettext("I want my own home"),
    "feel-better": lazy_gettext("I want to feel well"),
    "learn": lazy_gettext("I want to learn something new"),
    "people": lazy_gettext("I want to be with other people"),
    "help-others": lazy_gettext("I want to help others"),
    "routine": lazy_gettext("I want a day with a routine"),
    "respect": lazy_gettext("I want others to see what I can do"),
    # Translators: a first small chance at a workplace, which can lead to more.
    "foot-in-the-door": lazy_gettext("I want a first chance at a workplace"),
    "make-things": lazy_gettext("I want to make things with my hands"),
}


def drive_text(card_id: str) -> str:
    """What the card says, as one sentence in the first person. Raises ``KeyError``."""
    return str(DRIVE_TEXTS[card_id])
