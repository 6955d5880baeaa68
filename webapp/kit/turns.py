"""On SQLite the threads of a worker make their pages one after another, and none waits for long.

Python computes in one thread at a time. Each small step of SQLite lets another one in, and coming
back takes more than the step itself: pages made at once take a tenth more time than in turns, and
the slowest of them half as much again. There are several threads for what takes long: a hash, a
PDF, a slow disk. PostgreSQL is another process, and while one page waits for it the next is made.
"""

from collections.abc import Iterable
from io import BytesIO
from threading import Lock
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask
from sqlalchemy import Engine
from werkzeug.wsgi import get_content_length

PATIENCE = 0.05  # seconds; some ten pages


class InTurns:
    """A WSGI application that answers one request after another.

    ``patience``: after so many seconds a request is answered beside the one that is so slow.
    ``largest``: what is sent comes in before the turn is taken, up to this many bytes.
    """

    def __init__(self, app: WSGIApplication, *, patience: float, largest: int) -> None:
        self.app = app
        self.patience = patience
        self.largest = largest
        self.turn = Lock()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The whole answer, or what the application raises."""
        size = get_content_length(environ) or 0
        if 0 < size <= self.largest:  # a slow net holds nobody else up
            environ["wsgi.input"] = BytesIO(environ["wsgi.input"].read(size))
        mine = self.turn.acquire(timeout=self.patience)
        try:
            return self.app(environ, start_response)
        finally:
            if mine:
                self.turn.release()


def init_app(app: Flask) -> None:
    """Puts the application in turns, when its database is SQLite."""
    engine: Engine = app.extensions["engine"]
    if engine.dialect.name == "sqlite":
        app.wsgi_app = InTurns(  # type: ignore[method-assign]
            app.wsgi_app, patience=PATIENCE, largest=app.config["MAX_CONTENT_LENGTH"]
        )
