"""What own words mean in Swedish: told beside exactly those words, and answered by their writer."""

import pytest

from tests.domain.test_concurrency import MANY, at_once
from tests.support.meaning import all_meanings, answer, meaning, said, shared_words, tell
from tests.support.record import set_goal
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.errors import Conflict, Invalid
from webapp.domain.goals import service as goals
from webapp.domain.meaning.model import Meaning, MeaningAnswer
from webapp.domain.meaning.rules import digest, needs_meaning

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
        how = {"participant_id": yusuf.id, "ref": goal, "seen": as_seen(store, goal, seen)}
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
