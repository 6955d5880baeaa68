"""What can be shared with another organisation and why, in the reader's language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext, lazy_gettext

from webapp.domain.instruments.load import instrument
from webapp.domain.partners.rules import Named
from webapp.kit.cards import card_text
from webapp.kit.clock import day
from webapp.kit.languages import say, say_answer
from webapp.kit.path_cards import drive_text

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


@dataclass(frozen=True)
class Said:
    """A single thing in words. ``lang`` is None for words of ours; ``more`` says what it is."""

    text: str
    lang: str | None = None
    more: str = ""


def thing_said(one: Named) -> Said:
    """What a single thing that can be shared is called."""
    return SAID[one.of](one)


def _own(one: Named, more: str = "") -> Said:
    return Said(one.text, one.lang, more)


def _goal(one: Named) -> Said:
    return Said(card_text(one.part)) if one.part else _own(one)


def _drive(one: Named) -> Said:
    more = gettext("What drives me")
    return Said(drive_text(one.part), more=more) if one.part else _own(one, more)


def _big_goal(one: Named) -> Said:
    more = gettext("Big goal")
    return Said(card_text("dont-know"), more=more) if one.part == "unknown" else _own(one, more)


def _section(one: Named) -> Said:
    return Said(section_text(one.part))


def _try(one: Named) -> Said:
    return _own(one, gettext("To try"))


def _own_step(one: Named) -> Said:
    return _own(one, day(one.day) if one.day else "")


def _outcome(one: Named) -> Said:
    return Said(say_answer("UTFA-01", one.text), more=day(one.day) if one.day else "")


def _answer(one: Named) -> Said:
    asked = instrument(one.text)
    return Said(say(asked.item(one.part).area), more=say(asked.title))


SAID: Mapping[str, Callable[[Named], Said]] = {
    "goal": _goal,
    "activity": _own,
    "drive": _drive,
    "big_goal": _big_goal,
    "section": _section,
    "try": _try,
    "own_step": _own_step,
    "outcome": _outcome,
    "answer": _answer,
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
