"""My plan on my phone: one part a page, a draft is mine, and staff's words can be answered."""

from datetime import timedelta

from tests.support.coordination import (
    SECRET_LETTER,
    SECRET_NEED,
    contact,
    follow_up,
    letter,
    write,
)
from tests.support.page import words
from tests.support.record import set_goal
from tests.support.seen import as_seen
from tests.support.statements import statements
from tests.support.training import activity

NEEDS, WHOLE = "/me/plan/needs", "/me/plan/whole"


def test_a_draft_stands_on_my_page_and_in_no_copy_of_the_plan(phone, store, hodan, amina, quickly):
    write(store, hodan, "need", SECRET_NEED, shared=False)
    letter(store, hodan, SECRET_LETTER)
    assert SECRET_NEED in phone.get(NEEDS).main
    assert SECRET_NEED not in phone.get(WHOLE).main
    desk = quickly(amina)
    for page in ("", "/plan", "/plan/whole", "/brief", "/hand-over", "/path"):
        text = desk.get(f"/coach/{hodan.ref}{page}").text
        assert SECRET_NEED not in text
        assert SECRET_LETTER not in text


def test_what_is_only_for_me_about_one_goal_is_found_again_there(phone, desk, store, hodan):
    goal = set_goal(store, hodan, "To bake")
    phone.get(f"/me/plan/write/measure/{goal}")
    page = phone.form("plan-text").fill(who="me", text=SECRET_NEED).send()
    assert SECRET_NEED not in page.main
    mine = page.one(f"#{page.place}")
    assert "Only me" in words(mine)
    page = phone.get(mine.a["href"])
    assert SECRET_NEED in page.one("textarea").text
    page = phone.form("plan-text").fill(who="coach").send()
    assert SECRET_NEED in words(page.one(f"#{page.place}"))
    assert SECRET_NEED in desk.get(f"/coach/{hodan.ref}/plan/whole").main


def test_nobody_changes_or_reads_a_draft_by_its_name(store, hodan, amina, yusuf, quickly):
    ref = write(store, hodan, "need", SECRET_NEED, shared=False)
    desk, other = quickly(amina), quickly(yusuf)
    assert desk.get(f"/coach/{hodan.ref}/plan/texts/{ref}", status=404).status == 404
    for page in (f"/me/plan/texts/{ref}", f"/me/plan/texts/{ref}/answer"):
        assert SECRET_NEED not in other.get(page, status=404).text


def test_words_that_are_shared_first_and_then_kept_are_gone_for_the_coach(
    phone, store, hodan, amina, quickly
):
    ref = write(store, hodan, "need", "I need glasses")
    desk, place = quickly(amina), f"/coach/{hodan.ref}/plan/whole"
    assert "I need glasses" in desk.get(place).main
    phone.get(f"/me/plan/texts/{ref}")
    phone.form("plan-text").fill(who="me").send()
    assert "I need glasses" not in desk.get(place).main
    assert "Only me" in phone.get(NEEDS).main


def test_my_copy_of_the_plan_speaks_to_me_and_the_coachs_names_me(
    phone, store, hodan, amina, quickly
):
    write(store, hodan, "need", "I need glasses")
    write(store, hodan, "need", "Hodan needs glasses", by=amina)
    mine = phone.get(WHOLE).main
    theirs = quickly(amina).get(f"/coach/{hodan.ref}/plan/whole?lang=en").main
    assert "In your words" in mine
    assert "Waiting for your answer" in mine
    assert "the person's own words" not in mine
    assert "Hodan has not answered yet" in theirs
    assert "In the person's own words" in theirs


def test_a_choice_of_reader_is_asked_for_and_no_word_is_lost(phone):
    phone.get("/me/plan/write/important")
    page = phone.form("plan-text").fill(text="My children").send()
    assert page.status == 422
    assert "who" in page.errors()
    assert "My children" in page.html


def test_an_answer_to_a_text_that_was_changed_meanwhile_is_kept(phone, store, hodan, amina):
    from webapp.domain.agreement.rules import Wording
    from webapp.domain.coordination import service

    ref = write(store, hodan, "need", "Her eyes", by=amina)
    phone.get(f"/me/plan/texts/{ref}/answer")
    form = phone.form("plan-answer").fill(value="no", reason="It is my ears")
    changed = {"wording": Wording("Her ears", "en"), "seen": as_seen(store, ref), "shared": True}
    given = {"actor": amina.actor, "participant_id": hodan.id, "ref": ref}
    store.do(service.edit, **given, **changed)
    page = form.send()
    assert page.status == 422
    assert "Her ears" in page.main
    assert "It is my ears" in page.html


def test_protected_identity_is_asked_for_an_organisation_only(store, mia, amina, quickly):
    desk = quickly(amina)
    desk.get(f"/coach/{mia.ref}/plan/contacts/new")
    assert desk.form("contact").names == {"organisation"}
    desk.get(f"/coach/{mia.ref}/plan/follow-ups/new")
    assert desk.form("follow-up").names == {"day"}


def test_a_plan_with_much_in_it_asks_as_often_as_an_empty_one(
    app, phone, store, hodan, amina, quickly
):
    desk = quickly(amina)
    pages = (
        (phone, WHOLE), (phone, NEEDS), (phone, "/me/plan/follow-up"), (phone, "/me/plan"),
        (desk, f"/coach/{hodan.ref}/plan/whole"),
    )  # fmt: skip
    set_goal(store, hodan, "To bake")  # own words ask what they mean
    write(store, hodan, "need", "Glasses")
    before = [asked(app, browser, page) for browser, page in pages]
    for number in range(5):
        goal = set_goal(store, hodan, f"Goal {number}")
        write(store, hodan, "measure", f"So {number}", about=("goal", goal))
        write(store, hodan, "need", f"Need {number}", by=amina)
        write(store, hodan, "help", "Show me", about=("activity", activity(store, amina, hodan)))
        contact(store, amina, hodan, organisation=f"Place {number}")
        follow_up(store, amina, hodan, store.now.date() + timedelta(days=number + 1))
    after = [asked(app, browser, page) for browser, page in pages]
    # What words in another language mean is asked for once, on a page that shows such words.
    assert all(0 <= many - none <= 1 for many, none in zip(after, before, strict=True))
    assert max(after) <= 8


def asked(app, browser, page):
    browser.get(page)
    with statements(app.extensions["engine"]) as seen:
        browser.get(page)
    return len(seen)
