"""A page asks the database a fixed number of times, however much there is to show."""

from datetime import timedelta

import pytest

from tests.support.clock import MONDAY
from tests.support.people import invited
from tests.support.record import SHOWN, add_step, book, set_goal, wish
from tests.support.statements import statements
from webapp.domain.instruments.load import instrument
from webapp.domain.people.service import add_participant, assign
from webapp.domain.surveys import service as surveys
from webapp.domain.surveys.rhythm import Calendar, occasions
from webapp.domain.surveys.rules import Task

MOST = 8


def counted(app, browser, address):
    """The statements of one page."""
    browser.get(address)
    with statements(app.extensions["engine"]) as seen:
        browser.get(address)
    return seen


def test_no_page_asks_more_than_eight_times(app, world, reachable, quickly):
    people = {person.name: person for person in world.everybody}
    much = {}
    for name in ("Hodan", "Amina", "Eva", "Karin"):
        browser = quickly(people[name])
        for address in reachable[name]:
            seen = counted(app, browser, address)
            if len(seen) > MOST:
                much[address] = [len(seen), *seen]

    assert not much


def test_the_list_of_five_hundred_people_asks_as_often_as_that_of_five(app, world, quickly, store):
    browser = quickly(world.amina)
    few = len(counted(app, browser, "/coach"))
    with store.writing() as session:
        for number in range(500):
            person = add_participant(
                session, name=f"Person {number}", language="sv", protected=False, now=store.now
            )
            assign(session, participant_id=person.id, staff_id=world.amina.id, now=store.now)

    assert len(counted(app, browser, "/coach")) == few
    assert len(counted(app, browser, "/coach?page=2")) == few


@pytest.fixture
def years(world, store):
    """Two hundred answers in twenty-three rounds."""
    egen = instrument("EGEN")
    with store.writing() as session:
        for number in range(23):
            at = store.now + number * timedelta(days=184)
            (found,) = occasions(egen, Calendar(MONDAY.date()), at)
            task = Task(egen, found, None)
            given = {"actor": world.hodan.actor, "task": task, "now": at}
            surveys.choose_naming(session, named=True, key=f"named{at}", **given)
            for item in task.items:
                _answer(session, world.hodan.actor, task, item, at)
            surveys.finish(session, actor=world.hodan.actor, task=task, key=str(at), now=at)


def _answer(session, actor, task, item, at):
    code, key = item.options[0].code, f"{at}{item.id}"
    surveys.save_answer(
        session, actor=actor, task=task, item=item, code=code, text="", shown=SHOWN, key=key, now=at
    )


def test_two_hundred_answers_ask_as_often_as_two(app, world, store, quickly, request):
    pages = {
        world.hodan: ("/me", "/me/surveys", "/me/ratings", "/me/receipts"),
        world.amina: (f"/coach/{world.hodan.ref}/brief",),
    }
    before = {
        place: len(counted(app, quickly(who), place))
        for who, found in pages.items()
        for place in found
    }
    request.getfixturevalue("years")

    for who, found in pages.items():
        for place in found:
            assert len(counted(app, quickly(who), place)) == before[place], place


def test_many_goals_steps_and_wishes_ask_as_often_as_few(app, world, store, quickly):
    pages = {
        world.hodan: (
            "/me",
            "/me/goals",
            f"/me/goals/{world.goal}",
            "/me/plan",
            "/me/meetings/next",
        ),
        world.amina: (f"/coach/{world.hodan.ref}/brief", f"/coach/{world.hodan.ref}/plan"),
    }
    before = {
        place: len(counted(app, quickly(who), place))
        for who, found in pages.items()
        for place in found
    }
    for number in range(10):
        goal = set_goal(store, world.hodan, f"Goal {number}")
        add_step(store, world.hodan, world.goal, f"Step {number}")
        add_step(store, world.hodan, goal, f"Step {number}", by=world.amina)
        wish(store, world.hodan, f"Wish {number}")
        book(store, world.amina, world.hodan, store.now + timedelta(days=number + 3))
        invited(store, world.amina, f"Person {number}")

    for who, found in pages.items():
        for place in found:
            assert len(counted(app, quickly(who), place)) == before[place], place
