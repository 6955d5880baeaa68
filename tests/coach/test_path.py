"""What the coach reads of somebody's path, and answers to questions."""

from datetime import timedelta

import pytest

from tests.support.record import book, own_path, written
from webapp.domain.errors import NotFound
from webapp.domain.profile import service
from webapp.domain.profile.rules import Words

DAY = timedelta(days=1)


def path_of(desk, person):
    return desk.get(f"/coach/{person.ref}/path")


def test_the_page_says_what_it_is_for_when_nothing_is_shared(desk, hodan):
    page = path_of(desk, hodan)
    for words in ("Nothing is shared yet.", "No question waits", "No part of the profile"):
        assert words in page.main
    assert "Own path" not in desk.get(f"/coach/{hodan.ref}/brief").main


def test_the_brief_has_three_lines_and_the_way_to_the_rest(desk, store, amina, hodan, clock):
    store.at = store.now - 9 * DAY
    written(store, hodan, "question", "Who pays?")
    store.at = None
    written(store, hodan, "question", "How long is the course?")
    written(store, hodan, "drive", "My own money")
    written(store, hodan, "section", "I bake", part="PROF-02")
    written(store, hodan, "big_goal", "A bakery", part="working", months=12)

    page = desk.get(f"/coach/{hodan.ref}/brief")
    assert "Wants: My own money" in page.main
    assert "2 questions wait for an answer. The oldest has waited 9 days." in page.main
    assert "New or changed:" in page.main
    assert "the big goal" in page.main
    assert desk.follow("Own path").path == f"/coach/{hodan.ref}/path"


def test_new_and_changed_are_counted_from_the_last_meeting(desk, store, amina, hodan):
    store.at = store.now - 5 * DAY
    written(store, hodan, "section", "Old", part="PROF-01")
    written(store, hodan, "section", "Before", part="PROF-02")
    store.at = None
    book(store, amina, hodan, store.now - 2 * DAY)
    written(store, hodan, "section", "After", part="PROF-02")
    written(store, hodan, "section", "New here", part="PROF-03")

    page = path_of(desk, hodan)
    assert page.main.count("Changed since you met") == 1
    assert page.main.count("New since you met") == 1
    assert "Before" not in page.main


def test_a_promise_then_an_answer(desk, phone, store, hodan):
    ref = written(store, hodan, "question", "Who pays?")
    path_of(desk, hodan)
    desk.follow("Answer now")
    page = desk.form("reply").fill(person="Arbetsförmedlingen", due_on="2026-12-01").send()
    assert "Arbetsförmedlingen will answer by Tuesday 1 December." in page.main
    promised = phone.get("/me/min/questions").main
    assert "Arbetsförmedlingen will answer by Tuesday 1 December." in promised

    desk.get(f"/coach/{hodan.ref}/path/questions/{ref}")
    page = desk.form("reply").fill(text="We do", person="").send()
    assert "No question waits for an answer." in page.main
    assert "Amina answered on Monday 23 November" in phone.get("/me/min/questions").main
    assert "Answered a question from you." in phone.get("/me/log").main


def test_an_answer_that_says_nothing_is_refused(desk, store, hodan):
    ref = written(store, hodan, "question", "Who pays?")
    desk.get(f"/coach/{hodan.ref}/path/questions/{ref}")
    page = desk.form("reply").fill(text="", due_on="").send()
    assert page.status == 422
    assert "choose a day" in page.errors()["text"]


def test_a_question_that_was_changed_meanwhile_is_read_again_and_no_word_is_lost(
    desk, store, hodan
):
    ref = written(store, hodan, "question", "Who pays?")
    desk.get(f"/coach/{hodan.ref}/path/questions/{ref}")
    form = desk.form("reply").fill(text="We pay")
    words = Words("Who pays for the bus?", "en")
    store.do(service.edit, actor=hodan.actor, ref=ref, words=words, shared=True)
    page = form.send()
    assert "changed while you wrote" in page.errors()["text"]
    assert "Who pays for the bus?" in page.main
    assert page.one("textarea").text.strip() == "We pay"
    assert "Change the answer" in desk.form("reply").send().main


def test_only_questions_can_be_opened(desk, store, hodan):
    drive = written(store, hodan, "drive", "x")
    for ref in (drive, written(store, hodan, "contact", "x", person="Sahra")):
        desk.get(f"/coach/{hodan.ref}/path/questions/{ref}", status=404)


def test_another_coach_finds_nothing(quickly, store, per, hodan):
    ref = written(store, hodan, "question", "Who pays?")
    browser = quickly(per)
    browser.get(f"/coach/{hodan.ref}/path", status=404)
    browser.get(f"/coach/{hodan.ref}/path/questions/{ref}", status=404)


def test_reading_is_seen_by_the_person(desk, phone, hodan):
    path_of(desk, hodan)
    assert "Read what you share on My path." in phone.get("/me/log").main


def test_nothing_is_marked_for_the_coach_by_the_coach(store, amina, hodan):
    ref = written(store, hodan, "try", "Bake")
    with pytest.raises(NotFound):
        store.do(service.mark, actor=amina.actor, ref=ref, done=True)
    assert own_path(store, hodan)[0].done_at is None
