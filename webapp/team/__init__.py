"""The partners' door: staff of other organisations, under /team. Only what is shared with them."""

from webapp.team import people, shared
from webapp.team.blueprint import blueprint

__all__ = ["blueprint", "people", "shared"]
