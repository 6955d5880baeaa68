"""Pages are made one after another, and what is slow holds nobody up."""

from io import BytesIO
from threading import Event, Thread
from time import sleep

import pytest
from werkzeug.test import Client, create_environ, run_wsgi_app

from webapp.kit.turns import InTurns

LONG = 30.0  # seconds; a test that has to wait so long has failed


def asking(app, path="/", **given):
    """A thread that asks for a page."""
    thread = Thread(target=Client(app).open, args=[path], kwargs=given)
    thread.start()
    return thread


def test_pages_are_made_one_after_another():
    under_way, most = [], []

    def page(environ, start):
        under_way.append(1)
        most.append(len(under_way))
        sleep(0.002)
        under_way.pop()
        start("200 OK", [])
        return [b"made"]

    app = InTurns(page, patience=LONG, largest=0)
    for thread in [asking(app) for _ in range(8)]:
        thread.join(LONG)

    assert most == [1] * 8


def test_nobody_waits_long_for_what_is_slow():
    begun, end = Event(), Event()

    def page(environ, start):
        if environ["PATH_INFO"] == "/slow":
            begun.set()
            end.wait(LONG)
        start("200 OK", [])
        return [b"made"]

    app = InTurns(page, patience=0.01, largest=0)
    slow = asking(app, "/slow")
    begun.wait(LONG)

    assert Client(app).get("/").data == b"made"
    assert slow.is_alive()
    end.set()
    slow.join(LONG)
    assert not app.turn.locked()


def test_an_error_passes_the_turn_on():
    def page(environ, start):
        raise ZeroDivisionError

    app = InTurns(page, patience=LONG, largest=0)
    with pytest.raises(ZeroDivisionError):
        Client(app).get("/")

    assert not app.turn.locked()


def test_what_is_sent_has_come_in_before_the_turn_is_taken():
    class SlowNet(BytesIO):
        def read(self, size=-1):
            assert not app.turn.locked()
            return super().read(size)

    def page(environ, start):
        assert app.turn.locked()
        start("200 OK", [])
        return [environ["wsgi.input"].read()]

    app = InTurns(page, patience=LONG, largest=100)
    environ = create_environ(method="POST", data=b"My words")
    environ["wsgi.input"] = SlowNet(b"My words and the next request")

    body, status, _ = run_wsgi_app(app, environ)

    assert (status, b"".join(body)) == ("200 OK", b"My words")


def test_only_on_sqlite_the_application_takes_turns(app):
    database = app.extensions["engine"].dialect.name

    assert isinstance(app.wsgi_app.application, InTurns) == (database == "sqlite")


def test_a_form_that_is_too_large_is_still_refused(browser):
    assert browser.client.post("/enter", data={"code": "x" * 300_000}).status_code == 413
