"""Whether the application may serve people."""

from flask import Flask


def problems(app: Flask) -> list[str]:
    """What is wrong, in words for the operator."""
    return []
