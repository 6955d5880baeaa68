"""The database that is measured, the people in it, and what their browsers send."""

import re
import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

from flask import Flask

from tests.bench import people
from tests.bench.client import HOST, Visitor
from tests.bench.servers import Server, serving
from tests.support.people import Colleague, Participant
from tests.support.store import Store
from webapp.app import create_app
from webapp.kit.migrations import upgrade
from webapp.settings import Settings

TOKEN = re.compile(r'name="csrf_token"[^>]* value="([^"]+)"')
CODE = re.compile(r'type="radio"[^>]* name="code" value="([^"]+)"')
BROWSERS = 8  # at the same time: twice as many as a worker's threads
ASKED = f"/me/surveys/{people.QUESTION.lower()}/1"


@dataclass
class Scene:
    """The app in this process, its database, and who is in it."""

    app: Flask
    store: Store
    folder: Path
    secret: str
    somebody: dict[str, Participant | Colleague] = field(default_factory=dict)

    def cookie(self, name: str) -> str:
        """The Cookie header of a browser in which this person has signed in."""
        return people.cookie(self.app, self.store, self.somebody[name])

    @property
    def database_url(self) -> str:
        """Where our server keeps everything."""
        return f"sqlite:///{self.folder / 'ours.sqlite'}"

    def serving(self) -> AbstractContextManager[Server]:
        """Our server, with the settings of production."""
        environment = {
            "APP_ENV": "production",
            "CONTACT": "kontakt@example.org",
            "SECRET_KEY": self.secret,
            "DATABASE_URL": self.database_url,
            "PUBLIC_ADDRESS": f"http://{HOST}",
        }
        return serving("webapp.app:create_app", environment)


@contextmanager
def prepared(folder: Path) -> Iterator[Scene]:
    """A new database: Amina has few people, Per many; Lena has few answers, Hodan many.

    Eight browsers load the server at a time, each with a person of its own: Oleh 0 to Oleh 7.
    """
    url, secret = f"sqlite:///{folder / 'ours.sqlite'}", secrets.token_urlsafe(48)
    upgrade(url)
    app = create_app(Settings("test", secret, url, f"http://{HOST}", 0, "help@example.org"))
    scene = Scene(app, Store(app.extensions["engine"]), folder, secret)
    _fill(scene)
    yield scene
    scene.store.engine.dispose()


def _fill(scene: Scene) -> None:
    store, known = scene.store, scene.somebody
    known["Per"] = people.coach_with(store, "Per", people.MANY_PEOPLE)
    amina = known["Amina"] = people.coach_with(store, "Amina", people.FEW_PEOPLE - 2)
    known["Lena"] = people.person_with(store, amina, "Lena", people.FEW_ANSWERS)
    known["Hodan"] = people.person_with(store, amina, "Hodan", people.MANY_ANSWERS)
    karin = people.coach_with(store, "Karin", 0)
    known["Karin"] = karin
    for responses in (people.FEW_RESPONSES, people.MANY_RESPONSES):
        name = f"Sofia {responses}"
        known[name] = people.person_with(store, karin, name, responses * people.ITEMS)
    for name in crowd():
        known[name] = people.person_with(store, karin, name, people.USUAL_ANSWERS)


def crowd() -> list[str]:
    """The people whose browsers load the server."""
    return [f"Oleh {place}" for place in range(BROWSERS)]


def opened(server: Server, visitor: Visitor) -> str:
    """The page as the server sends it. Fails when it is no page."""
    connection = HTTPConnection(HOST, server.port, timeout=30)
    connection.request("GET", visitor.path, headers={"Cookie": visitor.cookie})
    response = connection.getresponse()
    page = response.read().decode()
    connection.close()
    assert response.status == 200, f"{response.status} for {visitor.path}"
    return page


def answering(server: Server, cookie: str) -> Visitor:
    """A visitor who answers the question again and again, each time differently."""
    page = opened(server, Visitor(cookie, ASKED))
    token = TOKEN.search(page)
    assert token is not None
    return Visitor(cookie, ASKED, token[1], tuple(CODE.findall(page)[:2]))
