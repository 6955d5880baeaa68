"""The log of requests: which page, what came of it and how long it took. Never who, never what."""

import logging
import time
import traceback

import structlog
from flask import Flask, Response, g, request

logger = structlog.get_logger()


def init_app(app: Flask) -> None:
    """One line of JSON for each request, without address, name or content."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.WARNING if app.config["SETTINGS"].environment == "test" else logging.INFO
        ),
    )

    @app.before_request
    def begin() -> None:
        g.began = time.perf_counter()

    @app.after_request
    def note(response: Response) -> Response:
        took = time.perf_counter() - g.get("began", time.perf_counter())
        logger.info(
            "request",
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
    logger.error("failed", kind=type(error).__name__, where=where)
