"""Amina tells what Hodan's words mean, and Hodan says whether it is so."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.meaning import meaning, own_words, said, tell
from tests.support.outcomes import step as own_step
from tests.support.record import set_goal, wish
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.goals import service as goals
from webapp.domain.outcomes import own_steps

BREAD, SWEDISH = "Waxaan rabaa inaan rooti dubo", "Jag vill baka bröd"


@pytest.fixture
def somali(hodan):
    """Hodan, as one who writes in Somali."""
    return replace(hodan, language="so")


@pytest.fixture
def goal(store, somali):
    """A shared goal in Somali."""
    return set_goal(store, somali, BREAD)


def told(desk, hodan, goal, text=SWEDISH, **fields):
    desk.get(f"/coach/{hodan.ref}/words/line-{goal}")
    return desk.form("meaning").fill(text=text, **fields).send()


def test_original_and_meaning_stand_side_by_side_on_every_page(desk, phone, hodan, goal):
    told(desk, hodan, goal, source="interpreter")
    for place in ("words", "plan", "brief", f"plan/{goal}/steps/new"):
        page = desk.get(f"/coach/{hodan.ref}/{place}").main
        assert page.index(BREAD) < page.index(SWEDISH), place
    for place in ("/me/words", "/me/plan", f"/me/goals/{goal}"):
        page = phone.get(place).main
        assert page.index(BREAD) < page.index(SWEDISH), place
    assert "said by an interpreter on Monday 23 November, written down by Amina" in (
        desk.get(f"/coach/{hodan.ref}/plan").main
    )


def test_a_text_without_meaning_leads_to_where_it_is_told(desk, hodan, goal):
    page = desk.get(f"/coach/{hodan.ref}/plan")
    assert "Write what it means in Swedish" in page.main
    page = desk.get(f"/coach/{hodan.ref}/brief")
    assert "1 text here has no Swedish yet" in page.main
    told(desk, hodan, goal)
    for place in ("plan", "brief"):
        page = desk.get(f"/coach/{hodan.ref}/{place}").main
        assert "Write what it means" not in page
        assert "no Swedish yet" not in page


def test_an_edit_has_no_meaning_any_more(store, desk, phone, somali, goal):
    told(desk, somali, goal)
    how = {"participant_id": somali.id, "ref": goal, "seen": as_seen(store, goal)}
    store.do(goals.edit_line, actor=somali.actor, wording=Wording("Rooti", "so"), **how)
    for browser, place in ((desk, f"/coach/{somali.ref}/plan"), (phone, "/me/plan")):
        page = browser.get(place).main
        assert "Rooti" in page
        assert SWEDISH not in page


def test_taken_back_its_meaning_is_seen_by_nobody_else(
    store, desk, phone, quickly, per, somali, goal
):
    told(desk, somali, goal)
    store.do(goals.share_goal, actor=somali.actor, ref=goal, shared=False)
    for place in ("", "/words", "/plan", "/brief", "/path", "/outcome"):
        page = desk.get(f"/coach/{somali.ref}{place}").text
        assert SWEDISH not in page, place
        assert BREAD not in page, place
    desk.get(f"/coach/{somali.ref}/words/line-{goal}", status=404)
    other = quickly(per)
    for place in ("words", f"words/line-{goal}"):
        other.get(f"/coach/{somali.ref}/{place}", status=404)


def test_yes_that_is_what_i_meant(store, desk, phone, amina, hodan, goal):
    told(desk, hodan, goal)
    assert "Not asked yet" in desk.get(f"/coach/{hodan.ref}/words").main
    phone.get("/me")
    assert "Is that what you meant?" in phone.page.main
    phone.get("/me/words")
    page = phone.form("yes").send()
    assert "You said: yes, that is what I meant" in page.main
    assert meaning(store, amina, hodan).confirmed
    assert "Is that what you meant?" not in phone.get("/me").main
    assert "Yes, this is what was meant" in desk.get(f"/coach/{hodan.ref}/words").main


def test_not_yet_goes_to_the_brief_until_it_is_told_anew(desk, phone, hodan, goal):
    told(desk, hodan, goal)
    phone.get(f"/me/words/line-{goal}")
    page = phone.form("meant").fill(text="Rooti, ma aha keeg").send("not_yet")
    assert "Talk about it with your coach" in page.main
    brief = desk.get(f"/coach/{hodan.ref}/brief").main
    assert "Not yet what was meant" in brief
    page = desk.get(f"/coach/{hodan.ref}/words/line-{goal}").main
    assert "Rooti, ma aha keeg" in page
    told(desk, hodan, goal, "Jag vill baka bröd, inte tårta")
    assert "Not yet what was meant" not in desk.get(f"/coach/{hodan.ref}/brief").main


def test_an_answer_to_an_older_meaning_shows_the_new_one_and_keeps_the_words(
    desk, phone, hodan, goal
):
    told(desk, hodan, goal)
    phone.get(f"/me/words/line-{goal}")
    told(desk, hodan, goal, "Jag vill äta bröd")
    page = phone.form("meant").fill(text="Maya").send("not_yet")
    assert page.status == 422
    assert "written it in another way" in page.errors()["text"]
    assert "Jag vill äta bröd" in page.main
    assert "Maya" in page.html
    assert "You said: not yet" in phone.form("meant").send("not_yet").main


def test_words_changed_while_the_coach_writes_are_shown_and_nothing_is_lost(
    store, desk, somali, goal
):
    desk.get(f"/coach/{somali.ref}/words/line-{goal}")
    how = {"participant_id": somali.id, "ref": goal, "seen": as_seen(store, goal)}
    store.do(goals.edit_line, actor=somali.actor, wording=Wording("Rooti", "so"), **how)
    page = desk.form("meaning").fill(text=SWEDISH).send()
    assert "changed while you wrote" in page.errors()["text"]
    assert "Rooti" in page.main
    assert SWEDISH in page.html
    assert desk.form("meaning").send().path == f"/coach/{somali.ref}/words"


def test_swedish_words_ask_for_nothing(store, desk, phone, hodan):
    set_goal(store, replace(hodan, language="sv"), "Jag vill baka")
    assert "Everything that is shared is in Swedish" in desk.get(f"/coach/{hodan.ref}/words").main
    assert "Write what it means" not in desk.get(f"/coach/{hodan.ref}/plan").main
    assert "Nothing here yet" in phone.get("/me/words").main


def test_every_kind_of_words_leads_to_its_meaning(store, desk, amina, somali):
    wish(store, somali, "Guri")
    own_step(store, somali, "Baska")
    for text, swedish in (("Guri", "Ett hem"), ("Baska", "Bussen")):
        tell(store, amina, somali, said(store, amina, somali, text), swedish)
    brief = desk.get(f"/coach/{somali.ref}/brief").main
    assert "Ett hem" in brief
    assert "Bussen" in brief
    assert "Bussen" in desk.get(f"/coach/{somali.ref}/outcome").main


def test_the_log_says_what_was_done(desk, phone, hodan, goal):
    told(desk, hodan, goal)
    log = phone.get("/me/log").main
    assert "Read your own words, to write what they mean in Swedish." in log
    assert "Wrote what your own words mean in Swedish." in log


def test_the_day_of_a_draft_is_not_told(store, clock, somali):
    goal = set_goal(store, somali, BREAD, shared=False)
    ref = own_step(store, somali, "Baska", shared=False)
    clock.shift(timedelta(days=3))
    store.do(goals.share_goal, actor=somali.actor, ref=goal, shared=True)
    store.do(own_steps.share, actor=somali.actor, ref=ref, shared=True)
    found = {each.text: each.at.date() for each in own_words(store, somali)}
    assert found == {BREAD: store.now.date(), "Baska": store.now.date()}
