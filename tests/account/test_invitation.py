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


def test_the_owner_of_a_used_card_scans_it_again_and_is_at_home(browser, card):
    choose_pin(browser, card.token)
    assert browser.get(f"/i/{card.token}").path == "/me"


def test_on_an_own_phone_a_used_card_asks_for_the_pin_alone(browser, card):
    choose_pin(browser, card.token, phone="own")
    browser.form("/sign-out").send()
    page = browser.get(f"/i/{card.token}")
    assert (page.path, page.h1) == ("/enter", "Hi Hodan!")
    assert browser.form("pin").fill(pin="2580").send().path == "/me"


def test_somebody_else_with_a_used_card_learns_nothing_of_its_owner(app, browser, lena, card):
    choose_pin(Browser(app), card.token)
    browser.get("/enter")
    browser.form("code").fill(code=lena.code, pin=lena.pin, phone="own").send()
    page = browser.get(f"/i/{card.token}?lang=en", status=410)
    assert page.h1 == "This card is already used"
    assert "Hodan" not in page.text


@pytest.mark.parametrize("phone", ["own", "shared"])
def test_a_button_tapped_twice_opens_the_page(app, card, phone):
    """The browser shows the second answer, and may never have seen the cookie of the first."""
    first, second = Browser(app), Browser(app)
    for tap in (first, second):
        tap.get(f"/i/{card.token}?lang=en")
    for tap in (first, second):
        tap.form("pin").fill(pin="2580", phone=phone).send()
    assert (second.page.path, second.page.h1) == ("/me", "Hi Hodan!")
    second.form("/sign-out").send()
    known = "Hi Hodan!" if phone == "own" else "Sign in"
    assert second.get("/enter").h1 == known


def test_a_link_and_the_pin_are_no_way_in_later(app, clock, card):
    choose_pin(Browser(app), card.token)
    late = Browser(app)
    clock.shift(timedelta(minutes=1))
    late.get("/")
    clock.shift(timedelta(minutes=2))
    token = str(late.page.one("form[name=code] [name=csrf_token]")["value"])
    fields = [("csrf_token", token), ("key", "k"), ("pin", "2580"), ("phone", "shared")]
    page = late.post(f"/i/{card.token}?lang=en", fields, status=410)
    assert page.h1 == "This card is already used"


def test_the_pin_of_a_card_that_was_just_used_cannot_be_guessed(app, card):
    choose_pin(Browser(app), card.token)
    guesser = Browser(app)
    guesser.get("/")
    token = str(guesser.page.one("form[name=code] [name=csrf_token]")["value"])
    for guess in range(8):
        fields = [("csrf_token", token), ("key", "k"), ("pin", f"258{guess + 1}")]
        guesser.post(f"/i/{card.token}", [*fields, ("phone", "shared")], status=None)
    assert guesser.page.status == 429


def test_everything_that_is_wrong_is_said_at_once(browser, card):
    browser.get(f"/i/{card.token}?lang=en")
    page = browser.form("pin").fill(pin="12").send()
    assert {"pin", "phone"} <= set(page.errors())
    assert "at least 4 digits" in page.errors()["pin"]


def test_a_pin_that_is_not_sent_back_is_asked_for_again(browser, card):
    browser.get(f"/i/{card.token}?lang=en")
    page = browser.form("pin").fill(pin="2580").send()
    assert "2580" not in page.text
    assert "once more" in page.errors()["pin"]
    assert browser.form("pin").fill(pin="2580", phone="shared").send().path == "/me"


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
