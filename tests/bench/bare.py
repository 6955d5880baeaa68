"""The app that ours is compared with: Flask alone, written as in its own documentation.

One select (or one insert that is on the disk when the answer goes out) through SQLAlchemy, a signed
cookie that is read and checked, and a template that gives a page as large as ours.
"""

import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime

from flask import Flask, abort, render_template, request, session
from jinja2 import DictLoader
from sqlalchemy import Column, Integer, MetaData, String, Table, func, insert, select

from webapp.domain.database import make_engine

PERSON = 7
ROWS = 20
TOP = "<!doctype html><html lang=sv><head><title>{{ title }}</title></head><body><ul>"
ROW = "<li><b>{{ row.at }}</b> {{ row.text }}<i>%s</i></li>"
TEXT = "A text of ordinary length, number %d, as somebody wrote it."
NOTES = Table(
    "note",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("person", Integer, index=True),
    Column("text", String),
    Column("at", String),
)


def create_app() -> Flask:
    """The app on ``BARE_DATABASE``, with pages of the sizes that ``BARE_SIZES`` names."""
    app = Flask(__name__)
    app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
    sizes: dict[str, int] = json.loads(os.environ["BARE_SIZES"])
    app.jinja_env.loader = DictLoader(templates(sizes))
    engine = make_engine(os.environ["BARE_DATABASE"])
    reading = engine.execution_options(readonly=True)

    @app.get("/<page>")
    def read(page: str) -> str:
        if session.get("person") != PERSON:
            abort(404)
        with reading.connect() as database:
            rows = database.execute(
                select(NOTES.c.text, NOTES.c.at)
                .where(NOTES.c.person == session["person"])
                .limit(ROWS)
            ).all()
        return render_template(page, title="Notes", rows=rows)

    @app.post("/<page>")
    def write(page: str) -> str:
        if session.get("person") != PERSON:
            abort(404)
        note = {"person": 0, "text": request.form["code"], "at": _now()}
        with engine.begin() as database:
            database.execute(insert(NOTES).values(**note))
        return render_template(page, title="Saved", rows=[note])

    return app


def templates(sizes: Mapping[str, int]) -> dict[str, str]:
    """A template for each page, filled up so that the page gets as many bytes as asked for."""
    return {page: _template(size, 1 if page == "answer" else ROWS) for page, size in sizes.items()}


def _template(size: int, rows: int) -> str:
    own = len(TOP) + rows * (len(ROW % "") + len(TEXT) - len("{{ row.at }}{{ row.text }}") + 32)
    filler = "x" * max(0, (size - own) // rows)
    return TOP + "{% for row in rows %}" + ROW % filler + "{% endfor %}</ul></body></html>"


def fill(database_url: str) -> None:
    """Makes the table and the rows that the pages show."""
    engine = make_engine(database_url)
    NOTES.metadata.create_all(engine)
    with engine.begin() as database:
        if not database.scalar(select(func.count()).select_from(NOTES)):
            rows = [{"person": PERSON, "text": TEXT % place, "at": _now()} for place in range(ROWS)]
            database.execute(insert(NOTES), rows)
    engine.dispose()


def _now() -> str:
    return datetime.now(UTC).isoformat()
