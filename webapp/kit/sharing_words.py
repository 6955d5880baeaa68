"""What can be shared with another organisation and why, in the reader's language."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext

from webapp.domain.instruments.load import instrument
from webapp.kit.languages import say

# Translators: what a participant can share. Each is a choice, with a sentence that explains it.
KIND_TEXTS: Mapping[str, tuple[Any, Any]] = {
    "goals": (
        lazy_gettext("My goals and my plan"),
        lazy_gettext(
            "The goals, the steps, who does what and by when. Also new goals that you share with"
            " your coach later."
        ),
    ),
    "activities": (
        lazy_gettext("What is going on for me"),
        lazy_gettext("Courses, work training and other things, with their days."),
    ),
    "path": (
        lazy_gettext("What is important for me"),
        lazy_gettext(
            "What drives you, your big goal, your job profile and what you want to try. Only what"
            " you share with your coach."
        ),
    ),
    "steps": (
        lazy_gettext("What I have done and how it goes"),
        lazy_gettext(
            "The steps that you share with your coach, and what your coach has written down about"
            " work and studies."
        ),
    ),
    "answers": (
        lazy_gettext("My answers to questions"),
        lazy_gettext(
            "The answers that your coach can see with your name. Not what you have written in your"
            " own words."
        ),
    ),
    "meetings": (
        lazy_gettext("My next meeting"),
        lazy_gettext("The day, the time and who you will meet. Not the place."),
    ),
}
# Translators: what the sharing is for, said by the participant.
PURPOSE_TEXTS: Mapping[str, Any] = {
    "plan": lazy_gettext("So that we can plan together"),
    "support": lazy_gettext("So that I get the right support"),
    "retell": lazy_gettext("So that I do not have to tell everything again"),
    "own": lazy_gettext("Something else, in my own words"),
}


def kind_text(kind: str) -> str:
    """What is shared, said by the participant. Raises ``KeyError``."""
    return str(KIND_TEXTS[kind][0])


def purpose_text(purpose: str) -> str:
    """What it is for. Raises ``KeyError``."""
    return str(PURPOSE_TEXTS[purpose])


def section_text(item_id: str) -> str:
    """The name of a section of the job profile. Raises ``KeyError``."""
    return say(instrument("PROF").item(item_id).area)
