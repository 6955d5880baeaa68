"""Handing over: the old coach's open page is worth nothing afterwards, and the new one begins."""

import pytest

from tests.support.coordination import SECRET_NEED, approve, letter, write
from tests.support.people import staff
from tests.support.record import set_goal
from webapp.domain.audit.log import log
from webapp.domain.people import service

WORDS = "Call me by my name"


@pytest.fixture
def noor(store):
    """Noor, coach in the same organisation as Amina, reads English."""
    found = staff(store, "Noor", organisation="Nordby kommun")
    store.do(service.set_language, actor=found.actor, language="en")
    return found


def hand_over(desk, person):
    """The coach of this browser hands the person over to the only colleague."""
    desk.get(f"/coach/{person.ref}/hand-over")
    form = desk.form("hand-over")
    form.fill(to=form.options("to")[0])
    return form.send()


def test_a_page_that_was_open_stores_and_shows_nothing(desk, quickly, store, hodan, amina, noor):
    goal = set_goal(store, hodan, "I want to bake")
    other = quickly(amina)
    other.get(f"/coach/{hodan.ref}/plan/write/need")
    open_form = other.form("plan-text").fill(text="Written too late")
    assert hand_over(desk, hodan).path == "/coach"

    lines = len(store.ask(log, participant_id=hodan.id))
    late = open_form.send()
    assert late.status == 404
    assert "Written too late" not in late.main
    for page in ("", "/plan", "/plan/whole", "/brief", "/hand-over", f"/plan/{goal}/steps/new"):
        answer = desk.get(f"/coach/{hodan.ref}{page}", status=404)
        assert "I want to bake" not in answer.text
    assert len(store.ask(log, participant_id=hodan.id)) == lines
    phone = quickly(hodan)
    assert "Written too late" not in phone.get("/me/plan/needs").main


def test_the_new_coach_reads_the_letter_first(desk, quickly, store, hodan, amina, noor):
    set_goal(store, hodan, "I want to bake")
    write(store, hodan, "need", "I need glasses")
    write(store, hodan, "need", SECRET_NEED, shared=False)
    approve(store, hodan, letter(store, hodan, WORDS), "goals")
    assert WORDS not in desk.get(f"/coach/{hodan.ref}").main
    hand_over(desk, hodan)

    theirs = quickly(noor)
    page = theirs.get(f"/coach/{hodan.ref}").main
    assert page.index(WORDS) < page.index("Next meeting")
    assert "Goals and steps" in page
    whole = theirs.get(f"/coach/{hodan.ref}/plan/whole").main
    assert "I want to bake" in whole
    assert "I need glasses" not in whole
    for address in ("", "/plan/whole", "/brief", "/path"):
        assert SECRET_NEED not in theirs.get(f"/coach/{hodan.ref}{address}").text


def test_the_person_is_told_on_the_first_page_and_in_the_log(desk, phone, hodan, noor):
    hand_over(desk, hodan)
    assert "You have a new coach" in phone.get("/me").main
    told = phone.get("/me/log").main
    assert "Gave your page to another coach." in told
    assert "Became your coach." in told


def test_without_a_colleague_nobody_can_take_over(desk, hodan):
    page = desk.get(f"/coach/{hodan.ref}/hand-over")
    assert "There is no other coach in your organisation." in page.main


def test_a_choice_of_nobody_is_refused_at_its_field(desk, hodan, noor):
    desk.get(f"/coach/{hodan.ref}/hand-over")
    page = desk.form("hand-over").send()
    assert page.status == 422
    assert "to" in page.errors()
