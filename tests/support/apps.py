"""The application for tests, and browsers in which its people are signed in."""

import time
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from tests.support import machine
from tests.support.browser import Browser
from tests.support.people import Colleague, Participant
from tests.support.store import SECRET_KEY, Store
from webapp.domain.people import signing_in
from webapp.settings import Settings

SignIn = Callable[[Participant | Colleague], Browser]


def settings_for(database_url: str) -> Settings:
    """Settings of an application for tests."""
    return Settings(
        environment="test",
        secret_key=SECRET_KEY,
        database_url=database_url,
        public_address="http://localhost",
        proxies=0,
        contact="help@example.org",
        translate_url=machine.address(),
        translate_key=machine.KEY,
    )


@pytest.fixture
def app(clock, database_url: str) -> Iterator[Flask]:
    """The application on this test's database, on a Monday morning."""
    from webapp.app import create_app  # here, so that tests of the domain do without the doors

    found = create_app(settings_for(database_url))
    found.testing = True
    yield found
    found.extensions["engine"].dispose()


@pytest.fixture
def browser(app: Flask) -> Browser:
    """A browser in which nobody is signed in."""
    return Browser(app)


@pytest.fixture
def sign_in(app: Flask, store: Store) -> SignIn:
    """``sign_in(hodan)`` gives a browser in which Hodan has signed in by the page for it."""

    def signed_in(person: Participant | Colleague) -> Browser:
        browser = Browser(app)
        if isinstance(person, Participant):
            enter(browser, person)
        else:
            enter_as_staff(browser, person)
        return browser

    return signed_in


@pytest.fixture
def quickly(app: Flask, store: Store) -> SignIn:
    """``quickly(hodan)`` gives a browser with Hodan's sign-in, without the page for it."""
    return lambda person: let_in(Browser(app), store, person)


def let_in(browser: Browser, store: Store, person: Participant | Colleague) -> Browser:
    """Gives the browser a sign-in of this person."""
    token = store.do(signing_in.begin, **{f"{person.actor.kind}_id": person.id})
    with browser.client.session_transaction(base_url="http://localhost") as session:
        session.update({"_user_id": token, "_fresh": True, "seen": int(time.time())})
    return browser


def enter(browser: Browser, person: Participant, phone: str = "shared") -> None:
    """Signs a participant in with code and PIN, on their ``own`` phone or on a ``shared`` one."""
    browser.get("/enter")
    page = browser.form("code").fill(code=person.code, pin=person.pin, phone=phone).send()
    assert page.path == "/me", f"{person.name} came to {page}: {page.main}"


def enter_as_staff(browser: Browser, person: Colleague) -> None:
    """Signs a member of staff in with e-mail address and password."""
    browser.get("/staff/sign-in")
    page = browser.form("email").fill(email=person.email, password=person.password).send()
    assert page.path != "/staff/sign-in", f"{person.name} came to {page}: {page.main}"
