"""Sharing with another organisation, as Hodan does it on her phone and as others read it."""

import re

import pytest

from tests.support.outcomes import step as has_done
from tests.support.record import set_goal, written
from tests.support.sharing import AUTHORITY, consent, consents
from tests.support.sharing_pages import send, walk
from tests.support.training import activity
from webapp.domain.audit.log import log
from webapp.domain.goals import service as goals
from webapp.domain.outcomes import own_steps
from webapp.domain.sharing.rules import Item

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


@pytest.fixture
def things(store, hodan, amina):
    """Something of several kinds, and of each something that is only hers."""
    written(store, hodan, "try", "I hide in secret", shared=False)
    has_done(store, hodan, "I slept in secret", shared=False)
    return {
        "activities": activity(store, amina, hodan, title="Kitchen practice"),
        "path": written(store, hodan, "try", "Visit the bakery"),
        "steps": has_done(store, hodan, "I took the bus alone"),
    }


def test_single_things_of_every_kind_can_be_chosen(phone, store, quickly, hodan, eva, goal, things):
    has_done(store, hodan, "I went to the bank")
    page = walk(phone, "what")
    assert "New things that you write later do not come along" in page.main
    for words in ("Kitchen practice", "Visit the bakery", "I took the bus alone", "I went to the"):
        assert words in page.main, words
    assert "secret" not in page.main
    said = page.one(f"label:has(input[name=steps][value='{things['steps']}']) bdi")
    assert said["lang"] == "en"
    page = walk(phone, kinds=[], path=[things["path"]], steps=[things["steps"]])
    assert page.h1 == SEEN
    before = shared(page)
    page = send(phone)
    assert "Only a part: What is important for me" in page.main
    for words in ("Visit the bakery", "I took the bus alone"):
        assert words in page.main, words
    theirs = quickly(eva).get(f"/team/{hodan.ref}")
    assert shared(theirs) == before
    assert "I took the bus alone" in before
    for words in ("the bank", "Kitchen practice", "in secret", "a kitchen"):
        assert words not in before, words


def test_what_was_ticked_before_stands_ticked_when_it_is_changed(phone, store, hodan, eva, things):
    consent(store, hodan, *(Item(kind, ref) for kind, ref in things.items()))
    phone.get("/me/sharing")
    phone.follow("Change")
    page = send(phone)
    for kind, ref in things.items():
        assert page.all(f"details[open] input[name={kind}][value='{ref}'][checked]"), kind


def test_a_step_that_became_only_mine_meanwhile_cannot_be_shared(phone, store, hodan, eva, things):
    walk(phone, kinds=[], steps=[things["steps"]])
    store.do(own_steps.share, actor=hodan.actor, ref=things["steps"], shared=False)
    page = send(phone)
    assert page.status == 422
    assert "can no longer be shared" in page.errors()["kinds"]
    assert consents(store, hodan) == ()


def test_each_reads_what_single_things_are_called_and_the_coach_not_what_is_private(
    phone, desk, store, hodan, eva, things
):
    consent(store, hodan, *(Item(kind, ref) for kind, ref in things.items()))
    mine, theirs = "/me/sharing", f"/coach/{hodan.ref}/sharing"
    plans = ("/me/plan/whole",), (f"/coach/{hodan.ref}/plan/whole",)
    assert "Only a part: What is important for me" in phone.get("/me/plan").main
    for page in (phone.get(mine), desk.get(theirs), *map(phone.get, plans[0]), desk.get(*plans[1])):
        assert "I took the bus alone" in page.main, page
        assert "Visit the bakery" in page.main, page
    store.do(own_steps.share, actor=hodan.actor, ref=things["steps"], shared=False)
    page = phone.get(mine)
    assert "I took the bus alone" in page.main
    assert "Only you see it now" in page.main
    for page in (desk.get(theirs), desk.get(*plans[1])):
        assert "I took the bus alone" not in page.main
        assert "1 thing that they do not see now" in page.main


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


def test_the_way_back_of_the_browser_leads_to_the_question_before(phone, eva, goal):
    walk(phone, "until", purpose="own", text="My words")
    assert phone.page.address.endswith("/me/sharing/new?kept=1&step=until")
    page = phone.get("/me/sharing/new?kept=1&step=why")
    assert page.one("textarea").text.strip() == "My words"
    page = phone.get("/me/sharing/new?kept=1&step=what")
    ticked = {each["value"] for each in page.all("input[name=kinds][checked]")}
    assert ticked == {"goals", "activities"}
    assert send(phone).one("textarea").text.strip() == "My words"


@pytest.mark.parametrize("step", ["see", "until", "nothing", ""])
def test_no_question_is_passed_over_by_its_address(phone, eva, step):
    page = phone.get(f"/me/sharing/new?kept=1&step={step}")
    assert page.all("input[name=organisation]")
    assert page.errors() == {}
    send(phone, organisation=AUTHORITY)
    page = phone.get("/me/sharing/new?kept=1&step=see")
    assert page.all("input[name=kinds]")
