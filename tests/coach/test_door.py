"""The coach's door: nobody else's people, and a bounded number of statements for every page."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from tests.support import record
from tests.support.browser import Browser
from tests.support.clock import MONDAY
from tests.support.people import invited, participant
from webapp.domain.people import service
from webapp.kit.cards import AREA_TEXTS, CARD_TEXTS

PAGES = ("", "/brief", "/plan", "/card", "/card/new", "/meetings/new", "/plan/goals/new")
MOST_STATEMENTS = 8
DAY = timedelta(days=1)


@pytest.mark.parametrize("page", PAGES)
def test_other_coaches_people_do_not_exist(quickly, per, hodan, page):
    found = quickly(per).get(f"/coach/{hodan.ref}{page}", status=404)
    nowhere = quickly(per).get(f"/coach/nobody{page}", status=404)
    assert "Hodan" not in found.html
    assert found.main == nowhere.main


@pytest.mark.parametrize("page", PAGES)
def test_participants_strangers_and_project_leaders_stay_outside(app, quickly, hodan, karin, page):
    address = f"/coach/{hodan.ref}{page}"
    for browser in (Browser(app), quickly(hodan), quickly(karin)):
        assert not browser.get(address, follow=False, status=None).address.endswith("/me")
        assert browser.page.status in (303, 403, 404)
        assert "Hodan" not in browser.page.html.replace(hodan.ref, "")


def test_after_a_change_of_coach_the_first_one_is_outside(store, desk, quickly, per, hodan):
    desk.get(f"/coach/{hodan.ref}")
    store.do(service.assign, participant_id=hodan.id, staff_id=per.id)
    desk.get(f"/coach/{hodan.ref}", status=404)
    quickly(per).get(f"/coach/{hodan.ref}")


def statements(app, browser: Browser, address: str) -> list[str]:
    """What the database is asked while a page opens, besides the beginning and the end."""
    asked: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith(("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA")):
            asked.append(statement)

    engine = app.extensions["engine"]
    event.listen(engine, "before_cursor_execute", note)
    try:
        browser.get(address)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return asked


def much(store, amina, person) -> None:
    """Years of goals, steps, wishes, meetings and answers."""
    for number in range(12):
        goal = record.set_goal(store, person, f"Goal {number}")
        for step in range(4):
            record.add_step(store, person, goal, f"Step {step}", by=amina if step % 2 else None)
    for number in range(10):
        record.wish(store, person, f"Wish {number}")
    for weeks in range(20, 0, -1):
        store.at = MONDAY - 7 * weeks * DAY
        record.book(store, amina, person, store.at)
        store.at += timedelta(hours=2)
        task = record.task(store, person, "MOTE")
        for item in ("MOTE-01", "MOTE-02", "MOTE-03", "MOTE-04"):
            record.answer(store, person, task, item, "4")
        record.finish(store, person, task)
    store.at = None
    record.book(store, amina, person, MONDAY + DAY)


@pytest.mark.parametrize("page", ["", "/brief", "/plan", "/meetings/new", "/card"])
def test_a_page_asks_as_little_for_much_as_for_little(app, store, amina, desk, page):
    new = participant(store, amina, "Nils")
    few = statements(app, desk, f"/coach/{new.ref}{page}")
    store.at = MONDAY - 200 * DAY
    old = participant(store, amina, "Oskar")
    store.at = None
    much(store, amina, old)
    many = statements(app, desk, f"/coach/{old.ref}{page}")
    assert len(many) <= MOST_STATEMENTS, "\n".join(many)
    assert len(many) <= len(few) + 1  # without a goal there are no texts to ask for


def test_the_list_asks_as_little_for_hundreds(app, store, amina, desk):
    invited(store, amina, "First")
    few = statements(app, desk, "/coach")
    for number in range(120):
        invited(store, amina, f"Person {number}")
    many = statements(app, desk, "/coach")
    assert len(many) == len(few) <= MOST_STATEMENTS


def test_every_picture_card_has_words():
    from webapp.domain.goals.cards import CARD_IDS, CARDS

    assert set(CARD_TEXTS) == CARD_IDS
    assert set(AREA_TEXTS) == {card.area for card in CARDS}
