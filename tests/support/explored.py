"""The full world, made once and copied for each test, and what everybody can reach in it."""

import shutil
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest
import time_machine

from tests.support.apps import let_in, settings_for
from tests.support.browser import Browser
from tests.support.clock import MONDAY
from tests.support.crawl import crawl
from tests.support.store import Store
from tests.support.world import World, make_world
from webapp.domain.database import make_engine

OPEN_STARTS = ("/", "/enter", "/staff/sign-in")
Reachable = dict[str, list[str]]


@pytest.fixture(scope="session")
def world_file(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, World]:
    """A SQLite file with the world in it."""
    path = tmp_path_factory.mktemp("world") / "world.sqlite"
    shutil.copyfile(sqlite_template, path)
    store = Store(make_engine(f"sqlite:///{path}"))
    # Before the tests' own time: on a busy machine this takes a while, and must not end after it.
    with time_machine.travel((MONDAY - timedelta(minutes=5)).astimezone(UTC), tick=True):
        world = make_world(store)
    store.engine.dispose()
    return path, world


@pytest.fixture
def world(clock, world_file: tuple[Path, World], sqlite_url: str, store: Store) -> World:
    """Hodan's full record and the people around it. Ask for nobody else beside it."""
    path, found = world_file
    shutil.copyfile(path, sqlite_url.removeprefix("sqlite:///"))
    return replace(found, store=store)


@pytest.fixture(scope="session")
def reachable(
    world_file: tuple[Path, World], tmp_path_factory: pytest.TempPathFactory
) -> Reachable:
    """Who can reach which pages by following links: the addresses, by name; "" is nobody."""
    from webapp.app import create_app

    path, world = world_file
    copy = tmp_path_factory.mktemp("reachable") / "world.sqlite"
    shutil.copyfile(path, copy)
    app = create_app(settings_for(f"sqlite:///{copy}"))
    app.testing = True
    store = Store(app.extensions["engine"])
    with time_machine.travel(MONDAY.astimezone(UTC), tick=True):
        found = {"": list(crawl(Browser(app), *OPEN_STARTS, f"/i/{world.sam.token}"))}
        for person in world.everybody:
            browser = let_in(Browser(app), store, person)
            found[person.name] = list(crawl(browser, browser.get("/").path))
    store.engine.dispose()
    return found
