"""What a browser sends, without the characters that nobody types.

PostgreSQL refuses a NUL in a text, a terminal obeys control characters, and an override of the
direction makes a name read as another one.
"""

import re
from urllib.parse import urlsplit

from flask import Flask, Request, abort, current_app, request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.exceptions import HTTPException

STRANGE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

LAST_PAGE = 10_000  # a larger number is no place in a list, and too large for a database
BREAKS = re.compile("[\t\n\r]")  # belong in a text, and in no address: a header would break at them


class CleanRequest(Request):
    """A request whose form holds no strange characters."""

    def _load_form_data(self) -> None:
        super()._load_form_data()
        fields = MultiDict(
            (name, STRANGE.sub("", value)) for name, value in self.form.items(multi=True)
        )
        self.__dict__["form"] = ImmutableMultiDict(fields)
        self.__dict__["files"] = ImmutableMultiDict()  # nothing here takes a file


def own_address() -> str:
    """The address of this page, to come back to it."""
    return STRANGE.sub("", request.full_path).rstrip("?")


def page_number() -> int:
    """Which page of a long list is asked for, from 1. What is no number is the first."""
    return min(max(1, request.args.get("page", 1, type=int)), LAST_PAGE)


def safe_path(wished: str, default: str) -> str:
    """The path and query of a wish that stays on this site, or the default."""
    try:
        parts = urlsplit(wished)
    except ValueError:
        return default
    strange = "\\" in wished or any(mark < " " for mark in wished)
    if strange or parts.scheme or parts.netloc or not parts.path.startswith("/"):
        return default
    path = "/" + parts.path.lstrip("/")
    return f"{path}?{parts.query}" if parts.query else path


def init_app(app: Flask) -> None:
    """Cleans every form, and knows no address with strange characters in it."""
    app.request_class = CleanRequest

    @app.before_request
    def refuse() -> None:
        values = (request.path, *request.args.values())
        if BREAKS.search(request.path) or any(STRANGE.search(value) for value in values):
            abort(404)


def from_elsewhere() -> bool:
    """Whether the browser says that a page of another place made it send this."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin"


def page_of_form() -> str:
    """The path of the page that the sent form stood on.

    Where a form was refused, the address is often one that only takes forms: then its page is the
    one above.
    """
    before, own, path = (request.referrer or "").partition(f"//{request.host}/")
    here = own and before in ("http:", "https:")
    path = safe_path(f"/{path}", request.path).partition("?")[0] if here else request.path
    while not _opens(path):
        path = path.rpartition("/")[0] or "/"
    return path


def _opens(path: str) -> bool:
    known = current_app.create_url_adapter(request)
    try:
        return path == "/" or (known is not None and bool(known.match(path, method="GET")))
    except HTTPException:
        return False
