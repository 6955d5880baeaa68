"""After writing on a long page: it opens at what was written, and the message stands above it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK
from tests.support.coordination import write
from tests.support.record import set_goal
from webapp.domain.people import service

BOX = "e => { const { top, bottom } = e.getBoundingClientRect(); return [top, bottom]; }"
COLOUR = "e => getComputedStyle(e).backgroundColor"


def goals(store, hodan, amina):
    """A plan that is many screens long. Gives the goal in the middle."""
    refs = [set_goal(store, hodan, f"Goal {number}") for number in range(7)]
    for ref in refs:
        write(store, hodan, "description", "As staff see it", by=amina, about=("goal", ref))
    return refs[3]


def seen(page, height):
    """What the page has opened at: in sight, marked, and with the message above it."""
    words = page.locator(":target")
    expect(words).to_contain_text("Three days a week")
    top, bottom = words.evaluate(BOX)
    said, under = page.locator("#status .flash").evaluate(BOX)
    assert page.evaluate("scrollY") > height
    assert 0 <= said < under <= top < bottom <= height
    assert words.evaluate(COLOUR) != page.locator(".said:not(:target)").first.evaluate(COLOUR)
    return words


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone(visit, accessible, store, amina, hodan, scripts):
    goal = goals(store, hodan, amina)
    phone = visit(java_script_enabled=scripts)
    phone.enter(hodan)
    page = phone.open(f"/me/plan/write/measure/{goal}")
    page.get_by_label("Me and my coach").check()
    page.locator("[name=text]").fill("Three days a week")
    page.get_by_role("button", name="Save").click()
    words = seen(page, 740)
    if scripts:
        expect(words).to_be_focused()
        expect(page.locator("#status .hide")).to_contain_text("receipt")
        accessible(page)


def test_at_a_desk(visit, accessible, store, amina, hodan):
    store.do(service.set_language, actor=amina.actor, language="en")
    goal = goals(store, hodan, amina)
    desk = visit(DESK)
    desk.enter_as_staff(amina)
    page = desk.open(f"/coach/{hodan.ref}/plan/write/measure/{goal}")
    page.locator("[name=text]").fill("Three days a week")
    page.get_by_role("button", name="Save").click()
    expect(seen(page, 900)).to_be_focused()
    accessible(page)
