"""The log of requests: which page, what came of it and how long it took. Never who, never what."""

import json
import sys
import time
import traceback
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Response, g, request


def init_app(app: Flask) -> None:
    """One line of JSON for each request, without address, name or content."""
    if app.config["SETTINGS"].environment == "test":
        return

    @app.before_request
    def begin() -> None:
        g.began = time.perf_counter()

    @app.after_request
    def note(response: Response) -> Response:
        took = time.perf_counter() - g.get("began", time.perf_counter())
        _write(
            "request",
            "info",
            method=request.method,
            # The rule, not the address: an address holds references to people.
            page=str(request.url_rule) if request.url_rule else "unknown",
            status=response.status_code,
            ms=round(took * 1000, 1),
        )
        return response


def log_error(error: BaseException) -> None:
    """Where in our code it failed. The message stays out: it may hold what somebody wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    where = [f"{frame.name}:{frame.lineno}" for frame in frames[-6:]]
    _write("failed", "error", kind=type(error).__name__, where=where)


def _write(event: str, level: str, **said: Any) -> None:
    # Not with a library for logs: they load what colours a terminal, and no worker has one.
    when = datetime.now(UTC).isoformat()
    line = {"event": event, "level": level, "timestamp": when, **said}
    sys.stdout.write(f"{json.dumps(line)}\n")
    sys.stdout.flush()
