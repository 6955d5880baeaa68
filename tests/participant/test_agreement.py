"""Agreeing on a phone: histories, two who write at once, and the whole plan on a date."""

from tests.support import record
from tests.support.agreement import edit, freeze, say
from tests.support.page import words
from tests.support.seen import as_seen
from webapp.domain.goals import service as goals


def test_an_edit_says_what_changed_and_that_earlier_answers_do_not_count(
    phone, desk, store, amina, hodan, goal
):
    edit(store, hodan, goal, "Work in a bakery", by=amina)
    for address in ("/me/plan", f"/me/plan/{goal}", f"/me/goals/{goal}"):
        page = phone.get(address)
        assert "The text was changed on" in page.main, address
        assert "Earlier answers do not count" in page.main, address
        assert "Since " in page.main or address.startswith("/me/goals")
        assert [words(each) for each in page.all("del")] == ["kitchen"], address
        assert [words(each) for each in page.all("ins")] == ["bakery"], address
    edit(store, hodan, goal, "Work in a café", seen=2)
    page = desk.get(f"/coach/{hodan.ref}/plan")
    assert "Earlier answers do not count" in page.main
    assert [words(each) for each in page.all("del")] == ["bakery"]


def test_the_history_shows_every_text_and_answer_to_both(phone, desk, store, amina, hodan, goal):
    said = {"participant_id": hodan.id, "ref": goal, "seen": as_seen(store, goal), "lang": "en"}
    store.do(goals.answer_line, actor=amina.actor, value="no", reason="Too early", **said)
    edit(store, hodan, goal, "Work in a bakery")
    page = phone.get(f"/me/plan/{goal}/history")
    assert "Amina said: no, because … · " in page.main
    assert "They do not count for the text now" in page.main
    page = desk.get(f"/coach/{hodan.ref}/plan/{goal}/history")
    for text in ("Too early", "kitchen", "bakery", "Hodan wrote it on", "Earlier text 1"):
        assert text in page.main


def test_in_a_history_only_the_newest_text_stands_so_now(phone, desk, store, amina, hodan, goal):
    step = record.add_step(store, hodan, goal, "Call the school")
    edit(store, hodan, step, "Write to the school", by=amina, doer="coach")
    edit(store, hodan, step, "Visit the school", seen=2, doer="together")
    for browser, address in ((phone, "/me/plan"), (desk, f"/coach/{hodan.ref}/plan")):
        cards = browser.get(f"{address}/{step}/history").all("main section.card")
        newest, earlier, first = [words(card) for card in cards]
        assert "Now it says: Visit the school" in newest
        assert " Now: " in newest
        assert "Then it was changed to: Write to the school" in earlier
        assert " Then: " in earlier
        for old in (earlier, first):
            assert "Now it says" not in old
            assert " Now: " not in old


def test_a_history_shows_the_coach_no_draft(phone, desk, store, hodan):
    ref = record.set_goal(store, hodan, "Away from my uncle", shared=False)
    desk.get(f"/coach/{hodan.ref}/plan/{ref}/history", status=404)
    edit(store, hodan, ref, "A room of my own")
    store.do(goals.share_goal, actor=hodan.actor, ref=ref, shared=True)
    page = desk.get(f"/coach/{hodan.ref}/plan/{ref}/history")
    assert "A room of my own" in page.main
    assert "uncle" not in page.html
    own = phone.get(f"/me/plan/{ref}/history")
    assert "uncle" in own.main
    assert "Only me" in own.main


def test_a_history_of_somebody_else_is_nowhere(phone, desk, store, lena, hodan, goal):
    theirs = record.set_goal(store, lena, "Not for Hodan")
    phone.get(f"/me/plan/{theirs}/history", status=404)
    desk.get(f"/coach/{hodan.ref}/plan/{theirs}/history", status=404)


def test_two_who_change_a_goal_at_once_lose_no_words(phone, store, amina, hodan, goal):
    phone.get(f"/me/goals/{goal}/edit")
    form = phone.form("edit").fill(text="Work in a school kitchen")
    edit(store, hodan, goal, "Work in a bakery", by=amina)
    page = form.send()
    assert page.status == 422
    assert "Work in a bakery" in page.main
    assert "while you wrote" in page.main
    assert "Work in a school kitchen" in page.one("textarea").text
    page = phone.form("edit").send()
    assert page.h1 == "Work in a school kitchen"
    assert "Work in a bakery" in phone.get(f"/me/plan/{goal}/history").main


def test_two_who_change_a_step_at_once_lose_no_words(phone, store, amina, hodan, goal):
    step = record.add_step(store, hodan, goal, "Call")
    phone.get(f"/me/steps/{step}/edit")
    form = phone.form("step").fill(text="I write a letter")
    edit(store, hodan, step, "We call together", by=amina, doer="together")
    page = form.send()
    assert page.status == 422
    assert "The step says now: We call together You and your coach" in page.main
    assert "I write a letter" in page.one("textarea").text
    assert "I write a letter" in phone.form("step").send().main


def test_a_text_changed_while_the_form_was_wrong_is_told_too(phone, store, amina, hodan, goal):
    step = record.add_step(store, hodan, goal, "Call")
    phone.get(f"/me/steps/{step}/edit")
    form = phone.form("step").fill(text="")
    edit(store, hodan, step, "We call together", by=amina, doer="together")
    assert "while you wrote" in form.send().main


def test_an_answer_to_an_old_text_is_asked_for_anew(phone, store, amina, hodan):
    ref = record.set_goal(store, hodan, "Evening course", by=amina)
    phone.get(f"/me/plan/{ref}")
    form = phone.form("answer").fill(value="yes", reason="Gladly")
    edit(store, hodan, ref, "Night course", by=amina)
    page = form.send()
    assert page.status == 409
    assert "Night course" in page.h1
    assert not page.all("input[name=value][checked]")
    assert "Gladly" in page.one("textarea").text


# --- the whole plan ----------------------------------------------------------------------------


def test_this_is_our_plan_today_and_both_agree(phone, desk, hodan, goal):
    phone.get("/me/plan")
    phone.follow("This is our plan today")
    page = phone.form("freeze").send()
    assert "It waits for your coach's answer" in page.main
    assert "receipt" in page.text
    address = page.path.replace("/me/", f"/coach/{hodan.ref}/")
    desk.get(address)
    assert "You both agreed on" in desk.form("answer").send("yes").main
    assert "You and your coach agreed on" in phone.get("/me/plan").main
    assert "You both agreed on the whole plan on" in desk.get(f"/coach/{hodan.ref}/brief").main


def test_the_first_page_says_that_a_plan_waits(phone, store, amina, hodan, goal):
    ref = freeze(store, hodan, amina)
    page = phone.get("/me")
    assert page.resolve(f"/me/plan/agreed/{ref}") in page.links()
    say(store, hodan, ref, "yes_but", "Not on Mondays")
    assert page.resolve(f"/me/plan/agreed/{ref}") not in phone.get("/me").links()


def test_the_plan_has_changed_since(phone, desk, store, hodan, goal):
    freeze(store, hodan)
    assert "changed since" not in phone.get("/me/plan").main
    edit(store, hodan, goal, "Work in a bakery")
    for browser, address in ((phone, "/me/plan"), (desk, f"/coach/{hodan.ref}/plan")):
        assert "The plan has changed since then." in browser.get(address).main
        assert browser.page.resolve(f"{address}/agreed/new") in browser.page.links()


def test_a_draft_is_in_no_frozen_plan(phone, store, hodan, goal):
    record.set_goal(store, hodan, "My secret", shared=False)
    assert "My secret" not in phone.get("/me/plan/agreed/new").main
    assert "My secret" not in phone.form("freeze").send().main


def test_a_plan_that_changed_while_it_was_read_is_shown_again(phone, store, amina, hodan, goal):
    phone.get("/me/plan/agreed/new")
    form = phone.form("freeze")
    edit(store, hodan, goal, "Work in a bakery", by=amina)
    page = form.send()
    assert page.status == 409
    assert "changed just before you" in page.main
    assert "Work in a bakery" in page.main
    assert "waits for your coach" in phone.form("freeze").send().main


def test_an_answer_to_a_plan_that_was_replaced_keeps_its_words(phone, store, amina, hodan, goal):
    old = freeze(store, hodan, amina)
    phone.get(f"/me/plan/agreed/{old}")
    form = phone.form("answer").fill(value="no", reason="Not on Mondays")
    edit(store, hodan, goal, "Work in a bakery", by=amina)
    new = freeze(store, hodan, amina)
    page = form.send()
    assert page.status == 409
    assert "A newer plan was made" in page.main
    assert "Not on Mondays" in page.one("textarea").text
    assert not page.all("input[name=value][checked]")
    phone.form("answer").fill(value="no").send()
    assert "Not on Mondays" in phone.get(f"/me/plan/agreed/{new}").main


def test_no_needs_a_reason(phone, store, amina, hodan, goal):
    ref = freeze(store, hodan, amina)
    phone.get(f"/me/plan/agreed/{ref}")
    page = phone.form("answer").fill(value="no").send()
    assert "Write a few words about why" in page.errors()["reason"]


def test_the_same_plan_is_not_made_twice(phone, store, hodan, goal):
    freeze(store, hodan)
    page = phone.get("/me/plan/agreed/new")
    assert "nothing new to agree on" in page.main
    assert not page.all("form[name=freeze]")


def test_what_is_taken_back_stays_with_the_participant(phone, desk, store, amina, hodan, goal):
    other = record.set_goal(store, hodan, "Sleep better")
    ref = freeze(store, hodan, amina)
    say(store, hodan, ref)
    store.do(goals.share_goal, actor=hodan.actor, ref=other, shared=False)
    page = desk.get(f"/coach/{hodan.ref}/plan/agreed/{ref}")
    assert "Sleep better" not in page.html
    assert "Hodan no longer shares a part of this plan" in page.main
    assert not page.all("form[name=answer]")
    assert "Sleep better" in phone.get(f"/me/plan/agreed/{ref}").main


def test_a_plan_of_somebody_else_is_nowhere(phone, desk, store, lena, hodan, goal):
    record.set_goal(store, lena, "Not for Hodan")
    ref = freeze(store, lena)
    phone.get(f"/me/plan/agreed/{ref}", status=404)
    desk.get(f"/coach/{hodan.ref}/plan/agreed/{ref}", status=404)
