"""The participant's door: everything under /me."""

from webapp.participant import (
    goal,
    goals,
    home,
    log,
    meetings,
    pause,
    path,
    outcomes,
    own_steps,
    plan,
    questions,
    ratings,
    settings,
    steps,
    surveys,
)
from webapp.participant.blueprint import blueprint

__all__ = [
    "blueprint",
    "goal",
    "goals",
    "home",
    "log",
    "meetings",
    "pause",
    "path",
    "outcomes",
    "own_steps",
    "plan",
    "questions",
    "ratings",
    "settings",
    "steps",
    "surveys",
]
