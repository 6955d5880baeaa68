"""How the table of forms is written.

A form is named by its view and the value of its button. ``{text}`` is what was typed in the field
``text``; ``{hodan}``, ``{goal}`` and the like are references of the world. To add a form: run the
tests, take the name from the failure, and write in the file of its door where the words are found.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Reads:
    """``who`` finds ``words`` at the address ``at``; without one, on the page that came.

    ``who`` is a person of the world, "" for nobody, or "phone" for Hodan's own phone. Words that
    begin with < are looked for in the HTML, others in the main part of the page.
    """

    who: str
    at: str
    words: str


@dataclass(frozen=True)
class Case:
    """One way to fill in a form, who reads it, and who never does."""

    form: str
    reads: tuple[Reads, ...]
    never: tuple[Reads, ...] = ()
    fill: Mapping[str, Any] = field(default_factory=dict)
    on: tuple[str, str] | None = None  # who opens which page, where links do not lead there


# Where words are looked for.
GOALS, GOAL, PLAN, MEETING = "/me/goals", "/me/goals/{goal}", "/me/plan", "/me/meetings/next"
DESK, BRIEF, DESK_PLAN = "/coach/{hodan}", "/coach/{hodan}/brief", "/coach/{hodan}/plan"
CAME = ""
TALK = "You do not agree yet"
