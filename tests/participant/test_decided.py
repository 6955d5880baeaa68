"""Two who write at once about what was decided lose no words, and can both go on."""

from datetime import timedelta

import pytest

from tests.support import kit, record
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.decisions import service


@pytest.fixture
def decision(store, amina, hodan):
    """The address of what Hodan says was decided when they met two hours ago."""
    met = record.book(store, amina, hodan, store.now - timedelta(hours=2))
    return f"meetings/{met}/decided/{kit.decide(store, hodan, hodan, 'On Friday')}"


def reword(store, who, hodan, address, text):
    """Other words for it, by somebody who has read the first ones."""
    how = {"actor": who.actor, "participant_id": hodan.id, "ref": address.rpartition("/")[2]}
    seen = as_seen(store, how["ref"])
    store.do(service.reword, seen=seen, wording=Wording(text, "en"), **how)


@pytest.mark.parametrize("door", ["me", "coach"])
def test_other_words_that_came_second_are_saved_when_sent_again(
    phone, desk, store, amina, hodan, decision, door
):
    browser, start = (phone, "/me") if door == "me" else (desk, f"/coach/{hodan.ref}")
    other = amina if door == "me" else hodan
    browser.get(f"{start}/{decision}")
    form = browser.form("text").fill(text="On Monday")
    reword(store, other, hodan, decision, "On Tuesday")
    page = form.send()
    assert page.status == 422
    assert "On Tuesday" in page.h1
    browser.form("text").send()
    assert kit.line(store, hodan, decision.rpartition("/")[2]).wording.text == "On Monday"


@pytest.mark.parametrize("door", ["me", "coach"])
def test_an_answer_that_came_second_is_asked_for_anew(
    phone, desk, store, amina, hodan, decision, door
):
    browser, start = (phone, "/me") if door == "me" else (desk, f"/coach/{hodan.ref}")
    other = amina if door == "me" else hodan
    browser.get(f"{start}/{decision}")
    form = browser.form("answer").fill(reason="Because")
    reword(store, other, hodan, decision, "On Tuesday")
    page = form.fill(value="yes_but").send() if door == "me" else form.send("yes_but")
    assert page.status == 409
    assert "On Tuesday" in page.h1
    assert "Because" in page.one("textarea[name=reason]").text
