"""Static files: addresses that change with the content, so that a phone keeps them for a year."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask
from servestatic import ServeStatic

FOLDER = Path(__file__).parent.parent / "static"
YEAR = 365 * 24 * 3600


@cache
def static_url(name: str) -> str:
    """The address of a static file, with a fingerprint of its content."""
    digest = hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={digest}"


def init_app(app: Flask) -> None:
    """Serves the folder in front of the application, compressed beforehand by the build."""
    app.wsgi_app = ServeStatic(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(FOLDER),
        prefix="/static/",
        max_age=YEAR,
        autorefresh=app.config["SETTINGS"].environment == "development",
    )
