"""Checking a receipt that the participant shows: right or not, and nothing private is told."""

import pytest

from tests.support.chain import code_of
from tests.support.page import words
from tests.support.record import answer, finish, set_goal, task, wish, written
from webapp.domain.audit.log import log
from webapp.domain.goals import service as goals
from webapp.domain.outcomes import own_steps
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.profile import service as profile
from webapp.domain.profile.rules import Words

PRIVATE = "It is something that may be private, so it is not told here."
RIGHT = "The receipt is right"


@pytest.fixture
def check(desk, hodan):
    """Types a code on the page for it, and gives the page that comes."""

    def checked(code, person=hodan):
        desk.get(f"/coach/{person.ref}/receipt")
        return desk.form("receipt").fill(code=code).send()

    return checked


def test_a_shared_goal_is_told_with_the_time_and_without_its_words(check, store, hodan):
    ref = set_goal(store, hodan, "To bake bread")

    page = check(code_of(store, hodan, ref))

    assert RIGHT in page.main
    assert "A goal or a step, or an answer to one." in page.main
    assert "Monday 23 November at 10:00" in page.main
    assert "bake" not in page.main


@pytest.mark.parametrize(
    "typed", [str.lower, lambda c: c.replace("-", ""), lambda c: f" {c[:3]} {c[3:]} "]
)
def test_it_may_be_typed_as_people_type(check, store, hodan, typed):
    code = code_of(store, hodan, set_goal(store, hodan, "To bake"))

    assert RIGHT in check(typed(code)).main


def test_a_draft_is_something_private_and_no_more(check, store, hodan):
    draft = set_goal(store, hodan, "To leave home", shared=False)
    shared = set_goal(store, hodan, "To bake")

    told = check(code_of(store, hodan, draft)).main

    assert PRIVATE in told
    assert "goal" not in told.lower()
    assert PRIVATE not in check(code_of(store, hodan, shared)).main


def private_things(store, hodan):
    """The codes of receipts about what nobody else can open."""
    day = day_in_sweden(store.now)
    step = {"text": "I slept", "lang": "en", "happened_on": day, "shared": False}
    egen = task(store, hodan, "EGEN")
    return {
        "a drive": code_of(store, hodan, written(store, hodan, "drive", "Away", shared=False)),
        "a contact": code_of(store, hodan, written(store, hodan, "contact", "", person="Sahra")),
        "a section": code_of(
            store, hodan, written(store, hodan, "section", "Tired", part="PROF-05", shared=False)
        ),
        "an own step": store.do(own_steps.write, actor=hodan.actor, **step).code,
        "who sees answers": code_of(store, hodan, f"EGEN:{egen.occasion.name}", "naming"),
    }


def test_all_private_things_look_the_same(check, store, hodan):
    pages = {
        name: check(code).main.replace(code, "CODE")
        for name, code in private_things(store, hodan).items()
    }

    assert all(PRIVATE in main for main in pages.values()), pages
    assert len(set(pages.values())) == 1


def test_what_was_done_before_it_was_shared_stays_private(check, store, hodan):
    """Sharing a draft does not tell when it was first written."""
    ref = set_goal(store, hodan, "To bake", shared=False)
    first = code_of(store, hodan, ref)
    store.do(goals.share_goal, actor=hodan.actor, ref=ref, shared=True)

    assert PRIVATE in check(first).main
    assert "A goal or a step" in check(code_of(store, hodan, ref, "share")).main


def test_what_is_no_longer_shared_is_private_again(check, store, hodan):
    ref = written(store, hodan, "drive", "My own shop")
    code = code_of(store, hodan, ref)
    assert "Something on the own path" in check(code).main

    said = Words("My own shop", "en")
    store.do(profile.edit, actor=hodan.actor, ref=ref, words=said, shared=False)

    assert PRIVATE in check(code).main


@pytest.mark.parametrize("named", [True, False])
def test_answers_with_and_without_a_name_are_a_survey_and_no_more(check, store, hodan, named):
    found = task(store, hodan, "EGEN", named=named)
    given = [answer(store, hodan, found, item.id, "skip").code for item in found.items[:2]]
    finish(store, hodan, found)
    sent = code_of(store, hodan, f"EGEN:{found.occasion.name}", "sent")

    told = [words(check(code).one("main section")) for code in (*given, sent)]

    assert [each.split(" ", 1)[1] for each in told] == [
        "The receipt is right Hodan sent this, and it was saved: Monday 23 November at 10:00."
        " Answers to a survey."
    ] * 3


def test_a_wish_is_told(check, store, hodan):
    ref = wish(store, hodan, "My room")

    assert "Something to talk about at a meeting." in check(code_of(store, hodan, ref)).main


def test_a_code_of_somebody_else_does_not_exist(check, store, hodan, yusuf):
    code = code_of(store, yusuf, set_goal(store, yusuf, "To bake"))

    assert "Hodan has no receipt with this code" in check(code).main


def test_what_the_coach_did_is_no_receipt_of_the_participant(check, store, amina, hodan):
    set_goal(store, hodan, "To bake", by=amina)
    with store.writing() as session:
        from webapp.domain.audit.model import Receipt

        (code,) = [row.code for row in session.query(Receipt).filter_by(by="staff", kind="goal")]

    assert "has no receipt" in check(code).main


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("K0-42MX", "A code never has 0 or O"),
        ("K7-42", "six characters"),
        ("22-2223", "One character is wrong"),
        ("", "write or choose"),
    ],
)
def test_a_code_that_cannot_be_says_why_and_stays_in_its_field(check, typed, said):
    page = check(typed)

    assert page.status == 422
    assert said in page.errors()["code"]
    assert page.one("[name=code]").get("value", "") == typed


def test_the_participant_sees_that_it_was_checked(check, store, hodan):
    check("22-2222")

    assert store.ask(log, participant_id=hodan.id)[0].what == "receipt"


def test_another_coach_finds_no_such_page(quickly, per, hodan):
    assert quickly(per).get(f"/coach/{hodan.ref}/receipt", status=404)


def test_nobody_tries_codes_one_after_another(check, store, hodan):
    for _ in range(30):
        assert check("22-2222").status == 200
    page = check("22-2222")

    assert page.status == 429
    assert len([x for x in store.ask(log, participant_id=hodan.id) if x.what == "receipt"]) == 30
