"""The coach's door: everything under /coach."""

from webapp.coach.blueprint import blueprint

__all__ = ["blueprint"]
