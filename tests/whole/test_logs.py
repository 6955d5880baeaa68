"""The log says which page and how long, never who and never what."""

import json
import re
from dataclasses import replace

import pytest

from tests.support.apps import enter, enter_as_staff, settings_for
from tests.support.browser import Browser
from tests.support.world import DRAFT

TIMES = re.compile(r'"(timestamp|ms)": [^,}]*')  # their digits could be anybody's PIN


@pytest.fixture
def logging_app(clock, database_url):
    """The application with its log on."""
    from webapp.app import create_app

    app = create_app(replace(settings_for(database_url), environment="development"))
    yield app
    app.extensions["engine"].dispose()


def test_a_journey_leaves_no_word_code_or_name_in_the_log(logging_app, world, capsys, caplog):
    caplog.set_level("DEBUG")
    phone, desk = Browser(logging_app), Browser(logging_app)
    _wrong_pin(phone, world.hodan)
    enter(phone, world.hodan)
    phone.get("/me/goals/new/own")
    phone.form("text").fill(text="Purple umbrellas", who="coach").send()
    receipt = phone.get("/me/receipts").all(".receipt")[0].get_text()
    phone.get("/me/meetings/next")
    phone.form("wish").fill(text="Talk about parrots").send()
    enter_as_staff(desk, world.amina)
    desk.get(f"/coach/{world.hodan.ref}/brief")
    desk.get("/coach")
    desk.form("q").fill(q="hodan").send()
    desk.get(f"/i/{world.sam.token}")
    desk.get(f"/coach/{world.hodan.ref}/%27", status=404)

    written = capsys.readouterr()
    text = TIMES.sub("", "".join((written.out, written.err, caplog.text))).lower()
    for secret in _secrets(world, receipt):
        assert secret.lower() not in text, secret
    assert '"page": "/coach/<ref>/brief"' in text


def test_each_line_is_one_object_with_the_same_names(logging_app, capsys):
    browser = Browser(logging_app)
    browser.get("/")
    browser.get("/no/such/page", status=404)

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["page"], line["status"]) for line in lines] == [("/", 200), ("unknown", 404)]
    for line in lines:
        assert line.keys() == {"event", "level", "timestamp", "method", "page", "status", "ms"}


def _wrong_pin(browser, person):
    browser.get("/enter")
    page = browser.form("code").fill(code=person.code, pin="8642").send()
    assert page.status == 422


def _secrets(world, receipt):
    people = [
        secret
        for person in (world.hodan, world.sam)
        for secret in (person.name, person.ref, person.code, person.token)
    ]
    staff = [world.amina.name, world.amina.email, world.amina.password]
    words = [
        "umbrellas",
        "parrots",
        "8642",
        world.hodan.pin,
        DRAFT,
        world.goal,
        world.draft,
        receipt,
    ]
    return [*people, *staff, *words]
