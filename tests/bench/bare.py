"""The app that ours is compared with: Flask alone, written as in its own documentation.

The server and its settings are ours, and so are the database, its pragmas and its pool. A signed
cookie is read and checked. A page is one select through SQLAlchemy Core and a template that lists
what it found, so many rows that the page has as many bytes as ours, and it is compressed as ours
is. An answer is one insert that is on the disk (``synchronous=FULL``) before the reply goes out. So
is what the page ``brief`` notes, as ours notes who has read it. There is nothing else: no form
token, no language, no log, no headers for safety.
"""

import json
import os
from datetime import UTC, datetime

from flask import Flask, abort, render_template, request, session
from flask_compress import Compress
from jinja2 import DictLoader
from sqlalchemy import Column, Integer, MetaData, String, Table, insert, select

from webapp.domain.database import make_engine
from webapp.settings import COMPRESSION

PERSON = 7
TOP = "<!doctype html><html lang=en><head><title>{{ title }}</title></head><body><ul>"
ROW = '<li class="card row"><b>{{ row.at }}</b> <p class="text">{{ row.text }}</p></li>\n'
TEXT = "A text of ordinary length, as somebody wrote it about their day. It is number %d of them."
PAGE = TOP + "{% for row in rows %}" + ROW + "{% endfor %}</ul></body></html>"
A_ROW = 183  # bytes on the page
MOST_ROWS = 500
NOTED = {"brief"}
NOTES = Table(
    "note",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("person", Integer, index=True),
    Column("text", String),
    Column("at", String),
)


def create_app() -> Flask:
    """The app on ``BARE_DATABASE``, with pages of as many bytes as ``BARE_SIZES`` says by name."""
    app = Flask(__name__)
    app.config.update(COMPRESSION, SECRET_KEY=os.environ["SECRET_KEY"])
    Compress(app)
    app.jinja_env.loader = DictLoader({"page.html": PAGE})
    sizes: dict[str, int] = json.loads(os.environ["BARE_SIZES"])
    engine = make_engine(os.environ["BARE_DATABASE"])
    reading = engine.execution_options(readonly=True)

    @app.get("/<page>")
    def read(page: str) -> str:
        if session.get("person") != PERSON:
            abort(404)
        found = (
            select(NOTES.c.text, NOTES.c.at)
            .where(NOTES.c.person == session["person"])
            .limit(sizes[page] // A_ROW)
        )
        with engine.begin() if page in NOTED else reading.connect() as database:
            rows = database.execute(found).all()
            if page in NOTED:
                database.execute(insert(NOTES).values(person=0, text="read", at=_now()))
        return render_template("page.html", title="Notes", rows=rows)

    @app.post("/<page>")
    def write(page: str) -> str:
        if session.get("person") != PERSON:
            abort(404)
        note = {"person": 0, "text": request.form["code"], "at": _now()}
        with engine.begin() as database:
            database.execute(insert(NOTES).values(**note))
        return render_template("page.html", title="Saved", rows=[note])

    return app


def fill(database_url: str) -> None:
    """Makes the table and the rows that the pages show."""
    engine = make_engine(database_url)
    NOTES.metadata.create_all(engine)
    rows = [{"person": PERSON, "text": TEXT % place, "at": _now()} for place in range(MOST_ROWS)]
    with engine.begin() as database:
        database.execute(insert(NOTES), rows)
    engine.dispose()


def _now() -> str:
    return datetime.now(UTC).isoformat()
