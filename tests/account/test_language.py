"""The language follows the person to every page, also when signed out and on errors."""

import pytest

from tests.support.apps import enter


def choose(browser, code: str):
    return browser.forms()[0].send(code)  # the one in the header


@pytest.mark.parametrize(
    ("code", "tag", "direction"),
    [("sv", "sv", "ltr"), ("sv@easy", "sv", "ltr"), ("en", "en", "ltr"), ("ar", "ar", "rtl")],
)
def test_a_chosen_language_holds_on_the_next_page_and_on_errors(browser, code, tag, direction):
    browser.get("/")
    choose(browser, code)
    for address, status in (("/enter", 200), ("/no-such-page", 404), ("/i/X", 404)):
        html = browser.get(address, status=status).one("html")
        assert (html["lang"], html["dir"]) == (tag, direction)


def test_the_language_is_kept_after_signing_out(browser, yusuf):
    enter(browser, yusuf)
    choose(browser, "ar")
    browser.form("/sign-out").send()
    assert browser.page.one("html")["lang"] == "ar"


def test_the_person_has_the_same_language_on_another_phone(app, sign_in, hodan):
    choose(sign_in(hodan), "ar")
    assert sign_in(hodan).get("/me").one("html")["lang"] == "ar"


def test_changing_language_stays_on_the_page(browser, hodan):
    enter(browser, hodan)
    browser.get("/me/goals/new/kitchen")
    assert choose(browser, "sv").path == "/me/goals/new/kitchen"


@pytest.mark.parametrize("code", ["xx", "", "sv_SE_easy", "../../etc"])
def test_a_language_that_does_not_exist_changes_nothing(browser, code):
    browser.get("/")
    token = browser.page.all("[name=csrf_token]")[0]["value"]
    fields = [("csrf_token", token), ("language", code), ("next", "/")]
    page = browser.post("/language", fields)
    assert page.status == 200
    assert page.one("html")["lang"] == "en"


@pytest.mark.parametrize("next_page", ["https://evil.example/", "//evil.example", "nonsense"])
def test_the_choice_of_language_leads_nowhere_else(browser, next_page):
    browser.get("/")
    token = browser.page.all("[name=csrf_token]")[0]["value"]
    fields = [("csrf_token", token), ("language", "sv"), ("next", next_page)]
    assert browser.post("/language", fields).path == "/"


WAYS_IN = {
    "/enter?code=1": {"code": "AAAA-2222", "pin": "9999"},
    "/": {"code": "AAAA-2222"},
    "/staff/sign-in": {"email": "nobody@example.org", "password": "wrong"},
}


@pytest.mark.parametrize("address", WAYS_IN)
def test_a_language_that_came_with_the_address_holds_when_something_is_wrong(browser, address):
    """A phone without the cookie, for example after a link with the language in it."""
    browser.get(f"{address}{'&' if '?' in address else '?'}lang=ar")
    for _ in range(2):
        name = next(iter(WAYS_IN[address]))
        page = browser.form(name).fill(**WAYS_IN[address]).send()
        assert page.status == 422
        assert page.one("html")["lang"] == "ar"


def test_too_many_tries_are_told_in_the_language_of_the_address(browser, hodan):
    browser.get("/enter?code=1&lang=ar")
    for _ in range(6):
        page = browser.form("code").fill(code=hodan.code, pin="9999").send()
        if page.status == 422:
            assert page.one("html")["lang"] == "ar"
    assert page.status == 429
    assert page.one("html")["lang"] == "ar"


def test_the_code_of_the_first_page_leads_on_in_the_language_of_the_address(browser, hodan):
    browser.get("/?lang=ar")
    page = browser.form("code").fill(code=hodan.code).send()
    assert page.one("html")["lang"] == "ar"
    assert browser.form("pin").fill(pin="9999").send().one("html")["lang"] == "ar"


def test_on_an_own_phone_the_language_of_the_address_holds_too(browser, hodan):
    enter(browser, hodan, phone="own")
    browser.form("/sign-out").send()
    browser.client.delete_cookie("lang")
    browser.get("/enter?next=/me/plan&lang=ar")
    page = browser.form("pin").fill(pin="9999").send()
    assert page.one("html")["lang"] == "ar"
    code = next(link for link in page.links() if "code=1" in link)
    assert browser.get(code).one("html")["lang"] == "ar"


def test_whoever_signs_in_goes_on_in_their_own_language(browser, hodan):
    """The address of the sign-in page says nothing about the person, also when they leave."""
    browser.get("/enter?next=/me/plan&lang=ar")
    page = browser.form("pin").fill(code=hodan.code, pin="9999").send()
    page = browser.form("pin").fill(code=hodan.code, pin=hodan.pin).send()
    assert page.path == "/me/plan"
    assert page.one("html")["lang"] == "en"
    browser.form("/sign-out").send()
    assert browser.get("/enter").one("html")["lang"] == "en"


def test_a_language_that_is_not_offered_is_not_carried(browser):
    page = browser.get("/enter?lang=xx")
    assert page.one("form[name=enter]")["action"] == "/enter"
