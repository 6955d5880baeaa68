"""The coach's door: everything under /coach."""

from webapp.coach import (
    activities,
    brief,
    card,
    goals,
    invite,
    meetings,
    people,
    person,
    plan,
    steps,
    support,
    training,
)
from webapp.coach.blueprint import blueprint

__all__ = [
    "activities",
    "blueprint",
    "brief",
    "card",
    "goals",
    "invite",
    "meetings",
    "people",
    "person",
    "plan",
    "steps",
    "support",
    "training",
]
