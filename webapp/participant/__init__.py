"""The participant's door: everything under /me."""

from webapp.participant.blueprint import blueprint

__all__ = ["blueprint"]
