"""A card in the hand: opening the link uses nothing up, the button does."""

from datetime import timedelta

import pytest

from tests.support.browser import Browser
from tests.support.people import invited
from webapp.domain.people import invitations


@pytest.fixture
def card(store, amina):
    """Hodan, with a card that she has not used yet."""
    return invited(store, amina, "Hodan", language="en")


def choose_pin(browser: Browser, token: str, pin: str = "2580", phone: str = "shared"):
    browser.get(f"/i/{token}?lang=en")
    return browser.form("pin").fill(pin=pin, phone=phone).send()


def test_the_link_can_be_opened_again_and_again_and_says_no_name(browser, card):
    for _ in range(3):
        page = browser.get(f"/i/{card.token}")
        assert "Hodan" not in page.text
    assert choose_pin(browser, card.token).path == "/me"


def test_a_language_is_chosen_by_its_own_name_and_stays(browser, store, card):
    browser.get(f"/i/{card.token}")
    browser.follow("العربية")
    page = browser.form("pin").fill(pin="2580", phone="shared").send()
    assert page.path == "/me"
    assert page.one("html")["dir"] == "rtl"
    assert browser.get("/me/goals").one("html")["lang"] == "ar"


def test_the_button_ends_the_sign_in_of_somebody_else_on_the_same_phone(browser, lena, card):
    browser.get("/enter")
    browser.form("code").fill(code=lena.code, pin=lena.pin).send()
    assert "Lena" in browser.page.main
    page = choose_pin(browser, card.token)
    assert "Hodan" in page.main
    assert "Lena" not in page.main


@pytest.mark.parametrize(
    ("pin", "told"),
    [
        ("", "Please write or choose"),
        ("12", "at least 4 digits"),
        ("123456789", "at most 8 digits"),
        ("12a4", "digits only"),
        ("1111", "easy to guess"),
        ("1234", "easy to guess"),
    ],
)
def test_a_weak_pin_is_refused_at_its_field(browser, card, pin, told):
    page = choose_pin(browser, card.token, pin)
    assert page.status == 422
    assert told in page.errors()["pin"]


def test_a_used_card_leads_to_the_sign_in(browser, app, card):
    choose_pin(browser, card.token)
    page = Browser(app).get(f"/i/{card.token}", status=410)
    assert page.h1 == "This card is already used"
    assert page.resolve("/enter?code=1") in page.links()


def test_an_old_card_says_to_ask_for_a_new_one(browser, clock, card):
    clock.shift(timedelta(days=31))
    page = browser.get(f"/i/{card.token}", status=410)
    assert page.h1 == "This card is too old"
    assert "coach" in page.main


def test_a_replaced_card_says_to_use_the_newest(browser, store, amina, card):
    store.do(invitations.reissue, participant_id=card.id, staff_id=amina.id)
    assert browser.get(f"/i/{card.token}", status=410).h1 == "You have got a newer card"


def test_a_strange_link_says_what_to_do(browser):
    assert browser.get("/i/NOSUCHTOKEN", status=404).h1 == "We do not know this card"


def test_the_code_on_the_card_does_the_same_as_the_link(browser, card):
    browser.get("/")
    page = browser.form("code").fill(code=card.code.lower().replace("-", " ")).send()
    assert page.path == f"/i/{card.token}"


def test_two_tabs_choose_a_pin_and_only_the_first_counts(app, card):
    first, second = Browser(app), Browser(app)
    for tab in (first, second):
        tab.get(f"/i/{card.token}?lang=en")
    assert first.form("pin").fill(pin="2580", phone="shared").send().path == "/me"
    page = second.form("pin").fill(pin="7531", phone="shared").send()
    assert (page.status, page.h1) == (410, "This card is already used")
