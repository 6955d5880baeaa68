"""The project's door: everything under /insight. It counts and shows questions, never a person."""

from webapp.insight import home, instruments, preview, questions
from webapp.insight.blueprint import blueprint

__all__ = ["blueprint", "home", "instruments", "preview", "questions"]
