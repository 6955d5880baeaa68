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
