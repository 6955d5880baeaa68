"""What the application answers to: whether an address leads anywhere."""

from urllib.parse import urlsplit

from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect, Rule

from webapp.kit.static import FOLDER

# Files of the application itself, the same for everybody.
FILES = ("/static/", "/manifest.webmanifest", "/.well-known/", "/healthz", "/readyz", "/robots.txt")


def is_page(path: str) -> bool:
    """A page of somebody, not a file that is the same for all."""
    return not path.startswith(FILES)


def lacks(app: Flask, address: str, method: str) -> str | None:
    """Why this address leads nowhere, or None when it leads somewhere."""
    parts = urlsplit(address)
    if parts.hostname not in (None, "localhost"):
        return None if parts.scheme == "https" else "another place without encryption"
    if parts.path.startswith("/static/"):
        exists = (FOLDER / parts.path.removeprefix("/static/")).is_file()
        return None if exists else "no such file"
    return None if endpoint(app, parts.path, method) else f"no page takes {method} there"


def endpoint(app: Flask, path: str, method: str) -> str | None:
    """The name of the view behind a path, or None."""
    try:
        found, _ = app.url_map.bind("localhost").match(path, method=method)
    except RequestRedirect:
        return "redirect"
    except HTTPException:
        return None
    return str(found)


def rules(app: Flask) -> list[Rule]:
    """Every address of the application, in the order of the addresses."""
    return sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint))
