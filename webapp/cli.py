"""The operator's door: ``flask --app webapp.app <command>``."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the commands to the application."""
