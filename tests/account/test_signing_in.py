"""Code and PIN, the own phone, the shared phone, locks, and what is left behind."""

from datetime import timedelta

import pytest

from tests.support.apps import enter, enter_as_staff
from tests.support.browser import Browser
from tests.support.people import staff


def try_pin(browser: Browser, code: str, pin: str):
    browser.get("/enter?code=1")
    return browser.form("code").fill(code=code, pin=pin).send()


def on_own_phone(browser: Browser, person) -> None:
    browser.get("/enter")
    browser.form("code").fill(code=person.code, pin=person.pin, phone="own").send()
    browser.form("/sign-out").send()


def test_the_cookie_tells_neither_who_nor_where(browser, hodan):
    enter(browser, hodan)
    with browser.client.session_transaction(base_url="http://localhost") as session:
        assert session.keys() <= {"_user_id", "_fresh", "csrf_token", "seen", "_permanent"}
        assert session["_user_id"] not in (hodan.ref, hodan.code, str(hodan.id))


def test_a_wrong_pin_stands_at_the_field_and_the_code_is_still_there(browser, hodan):
    page = try_pin(browser, hodan.code, "9999")
    assert page.status == 422
    assert "not right" in page.errors()["pin"]
    assert page.one("[name=code]")["value"] == hodan.code


def test_five_wrong_pins_lock_the_person_on_every_phone_and_the_lock_heals(app, clock, hodan):
    for _ in range(5):
        assert try_pin(Browser(app), hodan.code, "9999").status == 422
    page = try_pin(Browser(app), hodan.code, hodan.pin)
    assert page.status == 429
    assert "10:15" in page.main
    clock.shift(timedelta(minutes=16))
    assert try_pin(Browser(app), hodan.code, hodan.pin).path == "/me"


def test_an_unknown_code_is_refused_in_the_same_words(browser, hodan):
    known = try_pin(browser, hodan.code, "9999").errors()["pin"]
    assert try_pin(browser, "AAAA-AAAA", "9999").errors()["pin"] == known


def test_many_codes_from_one_address_are_stopped(browser):
    browser.get("/")
    for number in range(30):
        browser.get("/")
        browser.form("code").fill(code=f"AAAA-{number:04}").send()
    browser.get("/")
    assert browser.form("code").fill(code="BBBB-2222").send().status == 429


def test_the_pin_alone_is_enough_on_an_own_phone(browser, hodan):
    on_own_phone(browser, hodan)
    page = browser.get("/enter")
    assert "Hodan" in page.h1
    assert page.all("[name=code]") == []
    assert browser.form("pin").fill(pin=hodan.pin).send().path == "/me"


def test_that_is_not_me_forgets_the_phone(browser, hodan):
    on_own_phone(browser, hodan)
    browser.get("/enter")
    browser.form("/enter/forget").send()
    assert "Hodan" not in browser.get("/enter").text


def test_a_shared_phone_keeps_nothing(browser, hodan):
    enter(browser, hodan)
    browser.form("/sign-out").send()
    names = {cookie.key for cookie in browser.client._cookies.values()}
    assert "phone" not in names
    assert "Hodan" not in browser.get("/enter").text
    assert browser.get("/me/goals").path == "/enter"


def test_signing_out_asks_the_browser_to_forget(browser, hodan):
    enter(browser, hodan)
    page = browser.post("/sign-out", browser.form("/sign-out").fields(), follow=False)
    assert '"storage"' in page.headers["Clear-Site-Data"]


def test_a_sign_in_ends_after_being_idle_and_after_its_longest_time(app, clock, hodan):
    browser = Browser(app)
    enter(browser, hodan)
    clock.shift(timedelta(minutes=19))
    assert browser.get("/me").path == "/me"
    clock.shift(timedelta(minutes=21))
    assert browser.get("/me").path == "/enter"
    enter(browser, hodan)
    for _ in range(13):
        clock.shift(timedelta(minutes=10))
        browser.get("/me")
    assert browser.page.path == "/enter"


def test_somebody_comes_back_to_the_page_that_was_asked_for(browser, hodan):
    browser.get("/me/meetings/next")
    assert browser.page.path == "/enter"
    page = browser.form("pin").fill(code=hodan.code, pin=hodan.pin).send()
    assert page.path == "/me/meetings/next"


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/coach", "/\\evil"])
def test_nobody_is_sent_elsewhere_after_signing_in(browser, hodan, back):
    browser.get(f"/enter?next={back}")
    assert browser.form("pin").fill(code=hodan.code, pin=hodan.pin).send().path == "/me"


def test_staff_sign_in_and_a_wrong_password(browser, amina):
    browser.get("/staff/sign-in")
    page = browser.form("email").fill(email=amina.email, password="wrong").send()
    assert "not right" in page.errors()["password"]
    enter_as_staff(browser, amina)
    assert browser.page.path == "/coach"


def test_a_project_leader_comes_to_the_project(browser, karin):
    enter_as_staff(browser, karin)
    assert browser.page.path == "/insight"
    browser.get("/coach", status=404)


def test_a_partner_comes_to_the_people_who_share(browser, store):
    eva = staff(store, "Eva", organisation="Arbetsförmedlingen", role="team")
    enter_as_staff(browser, eva)
    assert browser.page.path == "/team"
    browser.get("/coach", status=404)


def test_staff_without_a_door_are_told_so(browser, store):
    ali = staff(store, "Ali", organisation="Arbetsförmedlingen", role="auditor")
    enter_as_staff(browser, ali)
    assert browser.page.path == "/staff"
    browser.get("/team", status=404)


def test_signing_out_everywhere_ends_the_other_phone(app, hodan):
    here, there = Browser(app), Browser(app)
    for phone in (here, there):
        enter(phone, hodan)
    here.get("/me/settings")
    here.form("everywhere").send()
    assert there.get("/me").path == "/enter"


def test_the_code_from_the_first_page_is_filled_in_once(browser, hodan):
    browser.get("/")
    page = browser.form("code").fill(code=hodan.code).send()
    assert page.path == "/enter"
    assert page.one("input[name=code]")["value"] == hodan.code

    assert not browser.get("/enter?code=1").one("input[name=code]").get("value")
