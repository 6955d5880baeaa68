"""A phone that others use: the browser is asked not to put anything back into a form."""

import pytest

from tests.support.browser import Browser


@pytest.fixture
def phone(app, world):
    """Hodan, signed in on a phone of this kind."""

    def enter(kind: str) -> Browser:
        browser = Browser(app)
        browser.get("/enter")
        fields = {"code": world.hodan.code, "pin": world.hodan.pin}
        browser.form("code").fill(**fields, phone=kind).send()
        return browser

    return enter


def forms_that_remember(browser: Browser, addresses: list[str]) -> list[str]:
    """Forms with words or choices that the browser may put back when somebody goes back."""
    return [
        f"{form.identity} on {page.path}"
        for page in map(browser.get, addresses)
        for form in browser.forms()
        if form.names and form.tag.get("autocomplete") != "off"
    ]


def test_no_form_of_any_page_remembers(phone, world, reachable):
    assert forms_that_remember(phone("shared"), reachable[world.hodan.name]) == []


def test_words_that_were_refused_are_not_remembered_either(phone):
    browser = phone("shared")
    browser.get("/me/goals/new/own")
    page = browser.form("text").fill(text="a" * 3000, who="me").send()

    assert page.status == 422
    assert browser.form("text").tag["autocomplete"] == "off"


def test_an_own_phone_may_put_words_back_but_never_an_answer_that_was_not_saved(
    phone, world, reachable
):
    found = forms_that_remember(phone("own"), reachable[world.hodan.name])

    assert "post /me/goals/new/own on /me/goals/new/own" in found
    assert not [form for form in found if "/me/surveys/mote/1" in form]
