"""Limits that protect the many must not shut out the one, and the other way round."""

import re
from dataclasses import replace
from datetime import timedelta

from tests.support.apps import enter
from tests.support.browser import Browser
from tests.support.people import invited


def try_staff(browser: Browser, number: int):
    browser.get("/staff/sign-in")
    email = f"somebody{number}@example.org"
    return browser.form("email").fill(email=email, password="wrong").send()


def test_ones_own_sign_in_does_not_clear_what_is_counted_for_the_address(app, browser, amina):
    for number in range(25):
        try_staff(browser, number)
    browser.get("/staff/sign-in")
    browser.form("email").fill(email=amina.email, password=amina.password).send()
    statuses = [try_staff(Browser(app), number).status for number in range(25, 35)]
    assert 429 in statuses


def test_many_people_sign_in_from_one_library(app, hodan):
    for _ in range(35):
        enter(Browser(app), hodan)


def test_a_found_card_does_not_lock_the_owner_out_of_the_own_phone(app, browser, hodan):
    browser.get("/enter")
    browser.form("code").fill(code=hodan.code, pin=hodan.pin, phone="own").send()
    browser.form("/sign-out").send()
    for _ in range(6):
        thief = Browser(app)
        thief.get("/enter")
        thief.form("code").fill(code=hodan.code, pin="9371").send()
    browser.get("/enter")
    assert browser.form("pin").fill(pin=hodan.pin).send().path == "/me"


def test_slow_guessing_is_stopped_for_the_day(app, clock, hodan):
    statuses = []
    for _ in range(10):
        for _ in range(5):
            phone = Browser(app)
            phone.get("/enter")
            statuses.append(phone.form("code").fill(code=hodan.code, pin="9371").send().status)
        clock.shift(timedelta(minutes=16))
    assert statuses.count(422) == 40
    assert set(statuses[40:]) == {429}


def test_an_arabic_keyboard_writes_the_same_pin(app, store, amina):
    card = invited(store, amina, "Yusuf", language="ar")
    phone = Browser(app)
    phone.get(f"/i/{card.token}?lang=ar")
    phone.form("pin").fill(pin="٢٥٨٠", phone="shared").send()
    other = Browser(app)
    other.get("/enter")
    assert other.form("code").fill(code=card.code, pin="2580").send().path == "/me"


def test_a_new_pin_is_told_on_the_first_page(clock, store, sign_in, desk, hodan):
    phone = sign_in(hodan)
    assert "new PIN was chosen" not in phone.page.main
    clock.shift(timedelta(days=60))
    desk = desk()
    desk.get(f"/coach/{hodan.ref}/card/new")
    desk.form(f"/coach/{hodan.ref}/card/new").send()
    code = desk.get(f"/coach/{hodan.ref}/card").one(".code").text.strip()
    phone.get("/")
    phone.form("code").fill(code=code).send()
    phone.follow("English")
    page = phone.form("pin").fill(pin="7391", phone="shared").send()
    assert "new PIN was chosen" in page.main


def test_a_pin_chosen_anew_in_the_first_days_is_told_too(clock, store, sign_in, desk, hodan):
    clock.shift(timedelta(days=2))
    desk = desk()
    desk.get(f"/coach/{hodan.ref}/card/new")
    desk.form(f"/coach/{hodan.ref}/card/new").send()
    code = desk.get(f"/coach/{hodan.ref}/card").one(".code").text.strip()
    phone = Browser(desk.app)
    phone.get("/")
    phone.form("code").fill(code=code).send()
    phone.follow("English")
    page = phone.form("pin").fill(pin="7391", phone="shared").send()
    assert "new PIN was chosen" in page.main
    clock.shift(timedelta(days=15))
    assert (
        "new PIN was chosen" not in sign_in(replace(hodan, code=code, pin="7391")).get("/me").main
    )


def test_a_wait_until_tomorrow_says_the_day(browser, clock, hodan):
    for _ in range(60):
        browser.get("/enter")
        page = browser.form("code").fill(code=hodan.code, pin="9753").send()
        if page.status == 429 and "November at" in page.main:
            break
        clock.shift(timedelta(minutes=16))
    assert re.search(r"You can try again on \w+ \d+ November at \d\d:\d\d", page.main)
