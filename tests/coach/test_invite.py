"""Inviting somebody, the card in their hand, and a new card when the old one is lost."""

import re
from datetime import timedelta

import pytest

from tests.support.apps import enter, enter_as_staff
from tests.support.browser import Browser
from tests.support.page import words
from tests.support.people import Participant, invited
from webapp.domain.people import service


def code_of(page) -> str:
    """The code on the card."""
    return words(page.one(".ticket .code"))


def use(browser: Browser, code: str, language: str = "en", pin: str = "9173") -> None:
    """Writes the code on the first page, chooses a language, and then a PIN."""
    browser.get("/")
    page = browser.form("code").fill(code=code).send()
    browser.get(f"{page.path}?lang={language}")
    browser.form("pin").fill(pin=pin, phone="own").send()
    assert browser.page.path == "/me"


def ref_of(page) -> str:
    """The person's name in the address."""
    return page.path.split("/")[2]


def test_from_an_invitation_to_the_persons_own_page(desk, browser):
    desk.get("/coach/invite")
    page = desk.form("invite").fill(
        name="Fatima", language="ar", day="2026-11-26", clock="13:30", place="The library"
    ).send()  # fmt: skip
    assert page.path.endswith("/card")
    use(browser, code_of(page), "ar")
    assert browser.page.one("html")["lang"] == "ar"
    assert "13:30" in browser.page.main


def test_the_card_is_in_both_languages_side_by_side(desk):
    desk.get("/coach/invite")
    page = desk.form("invite").fill(name="Fatima", language="ar").send()
    sides = page.all(".ticket [lang][dir]")
    assert [(each["lang"], each["dir"]) for each in sides] == [("ar", "rtl"), ("sv", "ltr")]
    assert all("Fatima" in words(each) for each in sides)
    assert page.all(".ticket .qr svg path")
    assert "localhost" in words(page.one(".address"))


@pytest.mark.parametrize("coach", ["en", "sv"])
def test_each_side_of_the_card_has_the_day_in_its_own_language(store, amina, desk, coach):
    person = invited(store, amina, "Fatima", language="ar")
    store.do(service.set_language, actor=amina.actor, language=coach)
    page = desk.get(f"/coach/{person.ref}/card")
    arabic, swedish = (words(each) for each in page.all(".ticket [lang][dir]"))
    assert "الأربعاء 23 ديسمبر" in arabic
    assert "onsdag 23 december" in swedish
    assert not re.search("[a-z]", arabic.replace("Fatima", "").replace("localhost", ""))
    assert page.one("html")["lang"] == coach


def test_the_card_is_once_in_swedish_for_somebody_who_reads_it(desk):
    desk.get("/coach/invite")
    page = desk.form("invite").fill(name="Lena", language="sv@easy").send()
    assert [each["lang"] for each in page.all(".ticket [lang][dir]")] == ["sv"]


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"name": ""}, "name", "Please write"),
        ({"name": "   "}, "name", "Please write"),
        ({"name": "x" * 81}, "name", "too long"),
        ({"day": "2026-11-20", "clock": "10:00"}, "day", "That time has been"),
        ({"day": "2026-11-26"}, "clock", "Write the time"),
        ({"clock": "10:00"}, "day", "Choose the day"),
        ({"day": "2026-02-30", "clock": "10:00"}, "day", "not a day"),
        ({"place": "The library"}, "day", "Choose the day"),
        ({"place": "The library", "protected": True}, "place", "Leave this empty"),
        ({"name": "850101-1234"}, "name", "looks like a personal identity number"),
        ({"name": "Ali 19850101-1234"}, "name", "looks like a personal identity number"),
        ({"name": "19900101-9802"}, "name", "looks like a personal identity number"),
        ({"name": "Ali ٨٥٠١٠١\u2212١٢٣٤"}, "name", "looks like a personal identity number"),
        ({"name": "850161 1234", "protected": True}, "name", "looks like a personal identity"),
    ],
)
def test_all_or_nothing(desk, typed, field, said):
    desk.get("/coach/invite")
    page = desk.form("invite").fill(**{"name": "Fatima", **typed}).send()
    assert page.status == 422
    assert said in page.errors()[field]
    for name in ("name", "day", "clock", "place"):
        assert page.one(f"#{name}").get("value", "") == {"name": "Fatima", **typed}.get(name, "")
    assert "You have no people here yet" in desk.get("/coach").main


@pytest.mark.parametrize("name", ["Ali 85", "Mia 2026-11"])
def test_a_number_that_nobody_has_as_their_own_may_stand_in_a_name(desk, name):
    desk.get("/coach/invite")
    assert desk.form("invite").fill(name=name).send().path.endswith("/card")


def test_a_place_of_nothing_but_spaces_is_no_meeting(desk):
    desk.get("/coach/invite")
    assert desk.form("invite").fill(name="Fatima", place="  ").send().path.endswith("/card")


def test_a_language_that_is_not_offered_is_refused(desk):
    desk.get("/coach/invite")
    fields = desk.form("invite").fill(name="Fatima").fields()
    sent = [(name, "xx" if name == "language" else value) for name, value in fields]
    assert desk.post("/coach/invite", sent).status == 422


def test_sent_twice_is_one_person_with_one_meeting(desk):
    desk.get("/coach/invite")
    form = desk.form("invite").fill(name="Fatima", day="2026-11-26", clock="13:30")
    first, second = form.send(), form.send()
    assert ref_of(first) == ref_of(second)
    assert len(desk.get("/coach").all("#people li")) == 1


def test_protected_identity_is_an_alias_and_says_so(desk):
    page = desk.get("/coach/invite")
    assert "alias" in words(page.one("#protected-help"))
    card = desk.form("invite").fill(name="Mia", protected=True).send()
    page = desk.get(f"/coach/{ref_of(card)}")
    assert "Protected identity: use only this alias" in page.main


def test_a_used_card_is_not_shown_again(desk, hodan):
    page = desk.get(f"/coach/{hodan.ref}/card")
    assert hodan.code not in page.html
    assert hodan.token not in page.html
    assert not page.all(".qr")
    assert page.all(f'a[href="/coach/{hodan.ref}/card/new"]')


def test_a_card_that_is_too_old_is_not_shown(store, amina, desk, clock):
    person = invited(store, amina, "Nils")
    clock.shift(timedelta(days=31))
    enter_as_staff(desk, amina)
    page = desk.get(f"/coach/{person.ref}/card")
    assert "not used in time" in page.main
    assert person.code not in page.html


def test_a_new_card_kills_the_old_ways_in_and_the_log_says_so(app, desk, phone, hodan):
    phone.get("/me")
    desk.get(f"/coach/{hodan.ref}/card/new")
    page = desk.form("new-card").send()
    assert page.path == f"/coach/{hodan.ref}/card"
    assert phone.get("/me").path == "/enter"
    stranger = Browser(app)
    stranger.get("/enter")
    refused = stranger.form("code").fill(code=hodan.code, pin=hodan.pin).send()
    assert refused.path == "/enter"
    with_card = Browser(app)
    use(with_card, code_of(page))
    assert "Gave you a new card" in with_card.get("/me/log").main


def test_asking_about_a_new_card_changes_nothing(app, desk, hodan):
    desk.get(f"/coach/{hodan.ref}/card/new")
    browser = Browser(app)
    enter(browser, hodan)


def test_the_newest_card_is_the_one_that_works(app, desk, hodan):
    codes = []
    for _ in range(2):
        desk.get(f"/coach/{hodan.ref}/card/new")
        codes.append(code_of(desk.form("new-card").send()))
    browser = Browser(app)
    browser.get("/")
    page = browser.form("code").fill(code=codes[0]).send()
    assert page.status != 200 or "does not work" in page.text
    use(browser, codes[1])


def test_nothing_of_a_card_is_kept_by_a_browser(desk, store, amina):
    person: Participant = invited(store, amina, "Nils")
    page = desk.get(f"/coach/{person.ref}/card")
    assert page.headers["Cache-Control"] == "no-store"
    assert person.token not in page.address


def test_pressed_twice_makes_one_new_card(desk, hodan):
    desk.get(f"/coach/{hodan.ref}/card/new")
    form = desk.form("new-card")
    assert code_of(form.send()) == code_of(form.send())


def test_an_old_page_does_not_call_a_card_new_that_somebody_has_used(app, desk, hodan):
    desk.get(f"/coach/{hodan.ref}/card/new")
    old = desk.form("new-card")
    first = code_of(old.send())
    assert code_of(old.send()) == first
    use(Browser(app), first)

    page = old.send()

    assert page.status == 409
    assert "Your answer was not saved" in page.main
