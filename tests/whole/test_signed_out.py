"""Signed out in the middle of a form: nothing that was written is lost or read by another."""

from datetime import timedelta

import pytest

from tests.support.browser import Browser
from webapp.domain.people import signing_in

WORDS = "I want to bake bread\nأريد أن أخبز"


@pytest.fixture
def phone(app, world, sign_in):
    """Hodan's phone with her own words in a form, when her sign-in ends."""
    browser = sign_in(world.hodan)
    browser.get("/me/goals/new/own")
    browser.form("text").fill(text=WORDS, who="me")
    return browser


def send_after(browser: Browser, store, world, clock, ended: str):
    """Sends the words after the sign-in has ended in this way; gives the page that comes."""
    form = browser.form("text").fill(text=WORDS, who="me")
    if ended == "idle":
        clock.shift(timedelta(minutes=25))
    elif ended == "too long":
        for _ in range(9):
            clock.shift(timedelta(minutes=15))
            browser.get("/me")
    else:
        store.do(signing_in.end_all, participant_id=world.hodan.id)
    return form.send()


@pytest.mark.parametrize("ended", ["idle", "ended elsewhere"])
def test_the_words_come_back_after_signing_in(phone, store, world, clock, ended):
    page = send_after(phone, store, world, clock, ended)
    assert page.path == "/enter"
    assert "What you wrote is still here" in page.main

    phone.form("code").fill(code=world.hodan.code, pin=world.hodan.pin).send()

    assert phone.page.path == "/me/goals/new/own"
    form = phone.form("text")
    assert {("text", WORDS), ("who", "me")} <= set(form.fields())
    assert "bake bread" in form.send().main


def test_somebody_else_on_the_same_phone_does_not_get_them(phone, store, world, clock):
    send_after(phone, store, world, clock, "idle")

    fields = {"code": world.yusuf.code, "pin": world.yusuf.pin}
    phone.form("code").fill(**fields).send()

    assert "bake bread" not in phone.page.html
    assert "bake bread" not in phone.get("/me/goals/new/own?kept=1").html


def test_nothing_was_stored_before_signing_in_again(phone, store, world, clock, quickly):
    send_after(phone, store, world, clock, "idle")

    assert "bake bread" not in quickly(world.hodan).get("/me/goals").html


def test_a_page_that_is_left_open_is_found_again(sign_in, world, clock):
    browser = sign_in(world.hodan)
    clock.shift(timedelta(hours=3))
    browser.get(f"/me/goals/{world.goal}")
    assert browser.page.path == "/enter"

    browser.form("code").fill(code=world.hodan.code, pin=world.hodan.pin).send()

    assert browser.page.path == f"/me/goals/{world.goal}"


@pytest.mark.parametrize(
    "place", ["https://evil.example/me", "//evil.example/me", "/me/../coach", "/\\evil", "/coach"]
)
def test_signing_in_leads_nowhere_else(browser, world, place):
    browser.get("/enter")
    form = browser.form("code").fill(code=world.hodan.code, pin=world.hodan.pin)
    fields = dict(form.fields()) | {"next": place}
    page = browser.post("/enter", [*fields.items()], follow=False)

    assert page.status == 303
    assert page.headers["Location"].split("?")[0] in ("/me", "/me/../coach")


def test_signing_out_leaves_nothing_on_the_phone(sign_in, world):
    browser = sign_in(world.hodan)
    form = browser.form("/sign-out")
    page = browser.post("/sign-out", form.fields(), follow=False)
    assert page.headers["Clear-Site-Data"] == '"cache", "storage"'

    assert "Hodan" not in browser.get("/").html
    assert browser.get("/me").path == "/enter"
