"""The participant's door: everything under /me."""

from webapp.participant import (
    goal,
    goals,
    home,
    log,
    meetings,
    outcomes,
    own_steps,
    path,
    pause,
    plan,
    questions,
    ratings,
    settings,
    steps,
    surveys,
    training,
    training_week,
)
from webapp.participant.blueprint import blueprint

__all__ = [
    "blueprint",
    "goal",
    "goals",
    "home",
    "log",
    "meetings",
    "outcomes",
    "own_steps",
    "path",
    "pause",
    "plan",
    "questions",
    "ratings",
    "settings",
    "steps",
    "surveys",
    "training",
    "training_week",
]
