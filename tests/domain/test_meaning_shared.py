"""Only words that are shared get a meaning, and only their writer answers it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support import outcomes
from tests.support.clock import MONDAY
from tests.support.meaning import answer, meaning, own_words, said, shared_words, tell
from tests.support.record import add_step, book, finish, set_goal, wish, written
from tests.support.record import answer as answer_item
from tests.support.record import task as open_task
from tests.support.seen import as_seen
from tests.support.training import activity
from tests.support.training import task as work_task
from webapp.domain.agreement.rules import Wording
from webapp.domain.errors import Conflict, NotFound
from webapp.domain.goals import service as goals
from webapp.domain.surveys.rules import Shown
from webapp.domain.training import service as training

BAKE = "أريد أن أخبز الخبز"


@pytest.fixture
def goal(store, yusuf):
    """Yusuf's shared goal, in Arabic."""
    return set_goal(store, yusuf, BAKE)


def test_words_of_all_kinds_are_found_and_private_ones_never(store, amina, yusuf):
    goal = set_goal(store, yusuf, "a goal")
    add_step(store, yusuf, goal, "a step")
    theirs = add_step(store, yusuf, goal, "of the coach", by=amina)
    how = {"participant_id": yusuf.id, "ref": theirs, "seen": as_seen(store, theirs), "lang": "ar"}
    store.do(goals.answer_line, actor=yusuf.actor, value="no", reason="a reason", **how)
    private = set_goal(store, yusuf, "a draft", shared=False)
    add_step(store, yusuf, private, "a step of a draft")
    wish(store, yusuf, "a wish")
    written(store, yusuf, "drive", "a drive")
    written(store, yusuf, "drive", "a picture", part="own-money")
    written(store, yusuf, "question", "a question")
    written(store, yusuf, "section", "a section", part="PROF-02")
    written(store, yusuf, "section", "a private section", part="PROF-03", shared=False)
    written(store, yusuf, "contact", "a contact", person="Aunt")
    outcomes.step(store, yusuf, "an own step")
    outcomes.step(store, yusuf, "a private step", shared=False)
    out = outcomes.register(store, amina, yusuf)
    outcomes.say(store, yusuf, out, "no", "not so")
    activity(store, amina, yusuf)
    work_task(store, yusuf, "a task", wished=True)
    work_task(store, yusuf, "a task of the coach", by=amina)
    store.do(training.say_why, actor=yusuf.actor, text="why", lang="ar", shared=True)

    found = {each.text for each in shared_words(store, amina, yusuf)}
    assert found == {
        "a goal", "a step", "a reason", "a wish", "a drive", "a question", "a section",
        "an own step", "not so", "a task", "why",
    }  # fmt: skip
    assert found == {each.text for each in own_words(store, yusuf)}


def test_a_why_of_ones_own_is_not_among_the_words(store, amina, yusuf):
    activity(store, amina, yusuf)
    store.do(training.say_why, actor=yusuf.actor, text="why", lang="ar", shared=False)
    assert shared_words(store, amina, yusuf) == ()


def test_an_answer_in_own_words_only_when_it_is_sent_with_a_name(store, amina, yusuf):
    book(store, amina, yusuf, MONDAY - timedelta(days=1))
    mote = open_task(store, yusuf, "MOTE")
    answer_item(
        store, yusuf, mote, "MOTE-05", "text", BAKE, shown=Shown("ar", "rtl", "words", "ar")
    )
    assert shared_words(store, amina, yusuf) == ()
    finish(store, yusuf, mote)
    (found,) = shared_words(store, amina, yusuf)
    assert (found.kind, found.text) == ("answer", BAKE)


def test_nothing_is_told_about_a_draft_nor_about_words_taken_back(store, amina, yusuf, goal):
    words = said(store, amina, yusuf, BAKE)
    ref = tell(store, amina, yusuf, words, "Jag vill baka")
    store.do(goals.share_goal, actor=yusuf.actor, ref=goal, shared=False)

    assert shared_words(store, amina, yusuf) == ()
    with pytest.raises(NotFound):
        tell(store, amina, yusuf, words, "Jag vill bo i Baku")
    with pytest.raises(NotFound):
        answer(store, yusuf, ref, "yes")


def test_words_changed_meanwhile_get_no_meaning(store, amina, yusuf, goal):
    words = said(store, amina, yusuf, BAKE)
    how = {"participant_id": yusuf.id, "ref": goal, "seen": as_seen(store, goal)}
    store.do(goals.edit_line, actor=yusuf.actor, wording=Wording("أريد", "ar"), **how)
    with pytest.raises(Conflict):
        tell(store, amina, yusuf, words, "Jag vill baka")


def test_nobody_answers_for_somebody_else(store, amina, yusuf, hodan, goal):
    ref = tell(store, amina, yusuf, said(store, amina, yusuf, BAKE), "Jag vill baka")
    with pytest.raises(NotFound):
        answer(store, hodan, ref, "yes")
    with pytest.raises(NotFound):
        answer(store, replace(yusuf, id=amina.id), ref + "x", "yes")
    assert meaning(store, amina, yusuf).answer is None


def test_the_same_words_of_another_person_have_no_meaning(store, amina, yusuf, hodan, goal):
    set_goal(store, replace(hodan, language="ar"), BAKE)
    tell(store, amina, yusuf, said(store, amina, yusuf, BAKE), "Jag vill baka")
    (hers,) = shared_words(store, amina, hodan)
    assert hers.meaning is None
