"""What a form's fields look like in a browser, for templates."""

from typing import Any

from flask import Flask


def init_app(app: Flask) -> None:
    """Gives templates ``control``."""
    app.jinja_env.globals["control"] = control


def control(field: Any) -> str:
    """An input's type, or one of ``radio``, ``checkboxes``, ``select`` and ``area``."""
    own: str | None = getattr(field.widget, "input_type", None)
    if own is not None:
        return own
    if not hasattr(field, "choices"):
        return "area"
    each = getattr(field.option_widget, "input_type", "")
    if each == "radio":
        return "radio"
    several = each == "checkbox" or getattr(field.widget, "multiple", False)
    return "checkboxes" if several else "select"
