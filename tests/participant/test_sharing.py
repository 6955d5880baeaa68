"""Sharing with another organisation, as Hodan does it on her phone and as others read it."""

import re

import pytest

from tests.support.record import set_goal
from tests.support.sharing import AUTHORITY, consents
from tests.support.sharing_pages import send, walk
from webapp.domain.audit.log import log
from webapp.domain.goals import service as goals

SEEN = "This is what Arbetsförmedlingen will see"


def shared(page) -> str:
    """The part that the organisation reads, as HTML."""
    return re.sub(r"\s+", " ", str(page.one("#shared")))


def test_five_questions_one_on_each_page_and_nothing_is_stored_before_yes(
    phone, store, hodan, eva, goal
):
    page = walk(phone)
    assert page.h1 == SEEN
    assert "Work in a kitchen" in page.main
    assert consents(store, hodan) == ()
    page = send(phone)
    assert "receipt" in page.text
    assert page.h1 == "What I share with others"
    (given,) = consents(store, hodan)
    assert given.kinds == ("goals", "activities")
    assert str(given.until) == "2027-02-23"


def test_the_page_before_yes_after_yes_and_at_the_organisation_is_the_same(
    phone, quickly, hodan, eva, goal
):
    before = shared(walk(phone))
    send(phone)
    after = shared(phone.follow("See what they see"))
    theirs = shared(quickly(eva).get(f"/team/{hodan.ref}"))
    assert before == after == theirs


def test_looking_at_their_page_myself_leaves_no_line(phone, store, hodan, eva, goal):
    walk(phone)
    send(phone)
    phone.follow("See what they see")
    assert not [line for line in store.ask(log, participant_id=hodan.id) if line.what == "shared"]


def test_back_and_forth_loses_nothing(phone, eva, goal):
    walk(phone, "until", purpose="own", text="Två rader\noch en till")
    page = phone.form("sharing").send("back")
    assert page.one("textarea").text.split() == ["Två", "rader", "och", "en", "till"]
    page = phone.form("sharing").send("back")
    ticked = {each["value"] for each in page.all("input[name=kinds][checked]")}
    assert ticked == {"goals", "activities"}
    for given in ({}, {}, {"length": "6"}):
        page = send(phone, **given)
    assert page.h1 == SEEN
    assert "och en till" in page.main


@pytest.mark.parametrize(
    ("step", "fields", "field", "told"),
    [
        ("organisation", {"organisation": None}, "organisation", "choose one"),
        ("what", {"kinds": []}, "kinds", "at least one thing"),
        ("why", {"purpose": None}, "purpose", "choose one"),
        ("why", {"purpose": "own", "text": " "}, "text", "Write what it is for"),
        ("why", {"purpose": "own", "text": "å" * 400}, "text", "too long"),
        ("until", {"length": None}, "length", "choose one"),
        ("until", {"length": "day"}, "until", "Choose a day"),
        ("until", {"length": "day", "until": "2026-11-22"}, "until", "has been"),
        ("until", {"length": "day", "until": "2027-11-24"}, "until", "twelve months"),
        ("until", {"length": "day", "until": "someday"}, "until", "not a day"),
    ],
)
def test_each_question_says_what_is_wrong_and_keeps_the_rest(phone, eva, step, fields, field, told):
    walk(phone, step)
    page = send(phone, **fields)
    assert page.status == 422
    assert told in page.errors()[field]
    if step != "organisation":
        assert page.all(f"input[type=hidden][name=organisation][value={AUTHORITY}]")


def test_the_last_day_itself_can_be_chosen_twelve_months_away(phone, store, hodan, eva):
    walk(phone, "until")
    send(phone, length="day", until="2027-11-23")
    send(phone)
    assert str(consents(store, hodan)[0].until) == "2027-11-23"


def test_a_forged_last_page_is_checked_from_the_first_question(phone, store, hodan, eva):
    page = walk(phone)
    token = page.all("[name=csrf_token]")[0]["value"]
    forged = [
        ("csrf_token", token), ("step", "see"), ("organisation", AUTHORITY),
        ("kinds", "everything"), ("purpose", "plan"), ("length", "12"),
    ]  # fmt: skip
    assert phone.post("/me/sharing/new", forged).status == 422
    assert consents(store, hodan) == ()


def test_a_goal_that_became_only_mine_meanwhile_cannot_be_shared(phone, store, hodan, eva, goal):
    walk(phone, kinds=[], goals=[goal])
    assert phone.page.h1 == SEEN
    store.do(goals.share_goal, actor=hodan.actor, ref=goal, shared=False)
    page = send(phone)
    assert page.status == 422
    assert consents(store, hodan) == ()
    assert "Work in a kitchen" not in page.main


def test_a_draft_is_not_offered(phone, store, hodan, eva, goal):
    set_goal(store, hodan, "I leave in secret", shared=False)
    page = walk(phone, "what")
    assert "Work in a kitchen" in page.main
    assert "in secret" not in page.main


def test_yes_tapped_twice_is_stored_once(phone, store, hodan, eva):
    walk(phone)
    form = phone.form("sharing")
    form.send()
    form.send()
    assert len(consents(store, hodan)) == 1


def test_words_survive_being_signed_out_in_the_middle(phone, store, hodan, eva):
    walk(phone, "why")
    phone.form("sharing").fill(purpose="own", text="To find a course")
    form = phone.form("sharing")
    phone.form("/sign-out").send()
    form.send()
    assert consents(store, hodan) == ()
