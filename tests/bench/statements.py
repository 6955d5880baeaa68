"""How many statements a page asks the database, and whether more data means more of them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from sqlalchemy import event

from tests.bench.people import (
    FEW_ANSWERS,
    FEW_PEOPLE,
    FEW_RESPONSES,
    MANY_ANSWERS,
    MANY_PEOPLE,
    MANY_RESPONSES,
    QUESTION,
)
from tests.bench.report import Figure, at_most
from tests.bench.scene import Scene
from tests.support.people import Participant

MOST = 8
PAGES = ("/me", "/me/surveys", "/me/ratings", "/me/plan")
TREND = f"/me/ratings/{QUESTION.lower()}?every={QUESTION}-01"
TIMES, TURNS = 5, 60


def measure(scene: Scene) -> Iterator[Figure]:
    """Each page with little and with much, opened in this process."""
    few, many = (_ask(scene, name, "/coach") for name in ("Amina", "Per"))
    yield from _both("/coach", few, many, f"{FEW_PEOPLE} and {MANY_PEOPLE} people")
    told = f"{FEW_ANSWERS} and {MANY_ANSWERS} answers"
    for page in PAGES:
        few, many = (_ask(scene, name, page) for name in ("Lena", "Hodan"))
        yield from _both(page, few, many, told)
    few, many = (_ask(scene, "Amina", _brief(scene, name)) for name in ("Lena", "Hodan"))
    yield from _both("/coach/…/brief", few, many, told)
    yield from _trend(scene)


def _trend(scene: Scene) -> Iterator[Figure]:
    """A trend page with few and with very many responses: statements, and time beside each other.

    Eight points are drawn instead of two; more is never read.
    """
    told = f"{FEW_RESPONSES} and {MANY_RESPONSES} responses"
    few, many = (_ask(scene, name, TREND) for name in ("Sofia 2", "Sofia 200"))
    yield from _both("A trend page", few, many, told)
    # In many short turns: whatever else the machine does comes over both.
    turns = [[_time(scene, f"Sofia {number}", TREND) for number in (2, 200)] for _ in range(TURNS)]
    ratio = median(much / two for two, much in turns)
    yield at_most("A trend page: time with 200 responses, of that with 2", ratio, 1.5, "×")


def _time(scene: Scene, name: str, address: str) -> float:
    """Seconds of processor for a number of openings."""
    browser = scene.app.test_client(use_cookies=False)
    headers = {"Cookie": scene.cookie(name)}
    browser.get(address, headers=headers)
    begun = time.process_time()
    for _ in range(TIMES):
        browser.get(address, headers=headers)
    return time.process_time() - begun


def _both(page: str, few: int, many: int, told: str) -> Iterator[Figure]:
    yield at_most(f"{page}: SQL statements", max(few, many), MOST)
    yield Figure(f"{page}: with {told}", f"{few} / {many}", "", "the same", few == many)


def _brief(scene: Scene, name: str) -> str:
    person = scene.somebody[name]
    assert isinstance(person, Participant)
    return f"/coach/{person.ref}/brief"


def _ask(scene: Scene, name: str, address: str) -> int:
    browser = scene.app.test_client(use_cookies=False)
    headers = {"Cookie": scene.cookie(name)}
    with _counting(scene) as statements:
        response = browser.get(address, headers=headers)
    assert response.status_code == 200, f"{response.status_code} for {address}"
    return len(statements)


@contextmanager
def _counting(scene: Scene) -> Iterator[list[str]]:
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        found.append(statement)

    event.listen(scene.store.engine, "before_cursor_execute", note)
    yield found
    event.remove(scene.store.engine, "before_cursor_execute", note)
