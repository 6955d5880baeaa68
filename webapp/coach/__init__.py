"""The coach's door: everything under /coach."""

from webapp.coach import (
    brief,
    card,
    goals,
    invite,
    meetings,
    obstacle,
    obstacles,
    outcome,
    path,
    people,
    person,
    plan,
    questions,
    rating,
    steps,
)
from webapp.coach.blueprint import blueprint

__all__ = [
    "blueprint",
    "brief",
    "card",
    "goals",
    "invite",
    "meetings",
    "obstacle",
    "obstacles",
    "outcome",
    "path",
    "people",
    "person",
    "plan",
    "questions",
    "rating",
    "steps",
]
