"""What own words mean in Swedish: told beside exactly those words, and answered by their writer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.domain.test_concurrency import MANY, at_once
from tests.support import outcomes
from tests.support.clock import MONDAY
from tests.support.meaning import (
    all_meanings,
    answer,
    meaning,
    own_words,
    said,
    shared_words,
    tell,
)
from tests.support.record import add_step, book, finish, set_goal, wish, written
from tests.support.record import answer as answer_item
from tests.support.record import task as open_task
from tests.support.training import activity
from tests.support.training import task as work_task
from webapp.domain.agreement.rules import Wording
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.goals import service as goals
from webapp.domain.meaning.model import Meaning, MeaningAnswer
from webapp.domain.meaning.rules import digest, needs_meaning
from webapp.domain.surveys.rules import Shown
from webapp.domain.training import service as training

BAKE = "أريد أن أخبز الخبز"


@pytest.fixture
def goal(store, yusuf):
    """Yusuf's shared goal, in Arabic."""
    return set_goal(store, yusuf, BAKE)


def test_a_meaning_stands_beside_exactly_these_words(store, amina, yusuf, goal):
    tell(store, amina, yusuf, said(store, amina, yusuf, BAKE), " Jag vill baka bröd ")

    found = meaning(store, amina, yusuf)
    assert all_meanings(store, yusuf).of(BAKE, "ar") == found
    assert (found.text, found.source, found.by) == ("Jag vill baka bröd", "coach", "Amina")
    assert found.answer is None
    assert all_meanings(store, yusuf).of(BAKE, "fa") is None
    assert all_meanings(store, yusuf).of(BAKE + ".", "ar") is None


def test_an_edit_has_no_meaning_and_the_first_words_get_theirs_back(store, amina, yusuf, goal):
    tell(store, amina, yusuf, said(store, amina, yusuf, BAKE), "Jag vill baka bröd")

    def edit(text, seen):
        how = {"participant_id": yusuf.id, "ref": goal, "seen": seen}
        store.do(goals.edit_line, actor=yusuf.actor, wording=Wording(text, "ar"), **how)

    edit("أريد أن أطبخ", 1)
    assert [each.meaning for each in shared_words(store, amina, yusuf)] == [None]
    edit(BAKE, 2)
    assert meaning(store, amina, yusuf).text == "Jag vill baka bröd"


def test_the_newest_counts_and_the_older_stay(store, amina, yusuf, goal):
    words = said(store, amina, yusuf, BAKE)
    first = tell(store, amina, yusuf, words, "Jag bakar")
    answer(store, yusuf, first, "not_yet", "أريد أن")
    tell(store, amina, yusuf, words, "Jag vill baka", source="interpreter")

    found = meaning(store, amina, yusuf)
    assert (found.text, found.source) == ("Jag vill baka", "interpreter")
    assert found.answer is None
    with store.writing() as session:
        assert session.query(Meaning).count() == 2
        assert session.query(MeaningAnswer).count() == 1


def test_the_participant_says_not_yet_and_then_yes(store, amina, yusuf, goal):
    ref = tell(store, amina, yusuf, said(store, amina, yusuf, BAKE), "Jag bakar")
    answer(store, yusuf, ref, "not_yet", " أريد ")
    found = meaning(store, amina, yusuf)
    assert found.disputed
    assert found.answer is not None
    assert (found.answer.text, found.answer.lang) == ("أريد", "ar")
    answer(store, yusuf, ref, "yes", "this is not kept with a yes")
    found = meaning(store, amina, yusuf)
    assert found.confirmed
    assert found.answer is not None
    assert found.answer.text == ""


@pytest.mark.parametrize(
    ("text", "source", "field"),
    [("  ", "coach", "text"), ("x" * 2001, "coach", "text"), ("Jag", "somebody", "source")],
)
def test_what_is_no_meaning_is_refused(store, amina, yusuf, goal, text, source, field):
    words = said(store, amina, yusuf, BAKE)
    with pytest.raises(Invalid) as refused:
        tell(store, amina, yusuf, words, text, source=source)
    assert refused.value.field == field


@pytest.mark.parametrize(("value", "text"), [("no", ""), ("not_yet", "x" * 1001)])
def test_what_is_no_answer_is_refused(store, amina, yusuf, goal, value, text):
    ref = tell(store, amina, yusuf, said(store, amina, yusuf, BAKE), "Jag bakar")
    with pytest.raises(Invalid):
        answer(store, yusuf, ref, value, text)


# --- only what is shared ------------------------------------------------------------------------


def test_words_of_all_kinds_are_found_and_private_ones_never(store, amina, yusuf):
    goal = set_goal(store, yusuf, "a goal")
    add_step(store, yusuf, goal, "a step")
    theirs = add_step(store, yusuf, goal, "of the coach", by=amina)
    how = {"participant_id": yusuf.id, "ref": theirs, "seen": 1, "lang": "ar"}
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
    how = {"participant_id": yusuf.id, "ref": goal, "seen": 1}
    store.do(goals.edit_line, actor=yusuf.actor, wording=Wording("أريد", "ar"), **how)
    with pytest.raises(Conflict):
        tell(store, amina, yusuf, words, "Jag vill baka")


def test_nobody_answers_for_somebody_else(store, amina, yusuf, hodan, goal):
    ref = tell(store, amina, yusuf, said(store, amina, yusuf, BAKE), "Jag vill baka")
    with pytest.raises(NotFound):
        answer(store, hodan, ref, "yes")
    with pytest.raises(NotFound):
        answer(store, replace(yusuf, id=amina.id), ref[:-1] + "x", "yes")
    assert meaning(store, amina, yusuf).answer is None


def test_the_same_words_of_another_person_have_no_meaning(store, amina, yusuf, hodan, goal):
    set_goal(store, replace(hodan, language="ar"), BAKE)
    tell(store, amina, yusuf, said(store, amina, yusuf, BAKE), "Jag vill baka")
    (hers,) = shared_words(store, amina, hodan)
    assert hers.meaning is None


# --- at the same moment --------------------------------------------------------------------------


def test_one_form_sent_many_times_tells_it_once(store, amina, yusuf, goal):
    words = said(store, amina, yusuf, BAKE)
    at_once(lambda _: tell(store, amina, yusuf, words, "Jag bakar", key="tap"))
    with store.writing() as session:
        assert session.query(Meaning).count() == 1


def test_many_told_at_once_leave_one_that_counts(store, amina, yusuf, goal):
    words = said(store, amina, yusuf, BAKE)
    at_once(lambda n: tell(store, amina, yusuf, words, f"Text {n}"))
    with store.writing() as session:
        told = [row.text for row in session.query(Meaning).order_by(Meaning.id)]
    assert len(told) == MANY
    assert meaning(store, amina, yusuf).text == told[-1]


def test_an_answer_counts_only_for_the_meaning_that_was_read(store, amina, yusuf, goal):
    words = said(store, amina, yusuf, BAKE)
    ref = tell(store, amina, yusuf, words, "Jag bakar")

    def act(number):
        if number:
            return answer(store, yusuf, ref, "yes")
        return tell(store, amina, yusuf, words, "Jag vill baka")

    at_once(act)
    assert meaning(store, amina, yusuf).text == "Jag vill baka"
    assert meaning(store, amina, yusuf).answer is None
    with pytest.raises(Conflict):
        answer(store, yusuf, ref, "yes")


# --- which words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "needed"),
    [("sv", False), ("sv-SE", False), ("", False), ("so", True), ("fa-AF", True)],
)
def test_swedish_needs_no_swedish(lang, needed):
    assert needs_meaning("Jag", lang) is needed
    assert not needs_meaning(" \u200b", "so")


def test_a_digest_is_of_both_text_and_language():
    found = {digest(text, lang) for text in ("a", "b") for lang in ("ar", "fa")}
    assert len(found) == 4
