"""What a form carries of the text on its page: strict about every change, silent about drafts."""

from datetime import timedelta

import pytest

from tests.support.coordination import own_texts, write
from tests.support.path import answer as reply
from tests.support.path import edit as reword
from tests.support.record import own_goal, set_goal, shared_goals, written
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.errors import Conflict
from webapp.domain.goals import service

TEXT = "A room of my own"


@pytest.fixture(autouse=True)
def begun(store):
    """A clock that the test moves."""
    store.at = store.now


def edit(store, person, ref, text, by=None):
    """Another text, by whoever has seen the one that stands."""
    store.at += timedelta(minutes=1)
    store.do(
        service.edit_line, actor=(by or person).actor, participant_id=person.id, ref=ref,
        seen=own_goal(store, person, ref).line.seen, wording=Wording(text, "en"),
    )  # fmt: skip


def test_it_is_the_same_however_often_a_draft_was_rewritten(store, amina, hodan, yusuf):
    """What the coach's form carries does not tell how long somebody has hesitated."""
    first, now = store.at, store.at + timedelta(hours=1)
    for person, drafts in ((hodan, ()), (yusuf, ("I leave", "I stay", "I leave"))):
        store.at = first
        ref = set_goal(store, person, drafts[0] if drafts else "No idea", shared=False)
        for text in drafts[1:]:
            edit(store, person, ref, text)
        store.at = now - timedelta(minutes=1)
        edit(store, person, ref, TEXT)
        store.do(service.share_goal, actor=person.actor, ref=ref, shared=True)

    (mine,), (theirs,) = shared_goals(store, amina, hodan), shared_goals(store, amina, yusuf)
    assert mine.line.number != theirs.line.number
    assert mine.line.seen == theirs.line.seen


def test_a_text_that_came_back_is_another_version(store, amina, hodan, goal):
    """Hodan wrote something else and then the first words again: Amina has not seen those."""
    line = own_goal(store, hodan, goal).line
    for text in ("Bake", line.wording.text):
        edit(store, hodan, goal, text)
    how = {"actor": amina.actor, "participant_id": hodan.id, "ref": goal, "seen": line.seen}
    with pytest.raises(Conflict):
        store.do(service.edit_line, wording=Wording("Bake at home", "en"), **how)
    with pytest.raises(Conflict):
        store.do(service.answer_line, value="yes", reason="", lang="en", **how)


@pytest.mark.parametrize("sent", ["", "1", "2", "None", "ä", "x" * 5000])
def test_what_was_never_on_a_page_is_refused(store, amina, hodan, goal, sent):
    how = {"actor": amina.actor, "participant_id": hodan.id, "ref": goal, "seen": sent}
    with pytest.raises(Conflict):
        store.do(service.answer_line, value="yes", reason="", lang="en", **how)


def test_every_kind_of_line_says_what_its_form_carries(store, amina, hodan, goal):
    """The stored version and the one that is read are called the same, in both databases."""
    need = write(store, hodan, "need", "Glasses", by=amina)
    lines = [own_goal(store, hodan, goal).line, own_texts(store, hodan)[0].line]
    assert [line.seen for line in lines] == [as_seen(store, goal), as_seen(store, need)]
    assert len({line.seen for line in lines}) == 2


def test_a_question_in_other_words_is_another_version(store, amina, hodan):
    ref = written(store, hodan, "question", "Who pays?")
    for text in ("Who pays for food?", "Who pays?"):
        store.at += timedelta(minutes=1)
        reword(store, hodan, ref, text)
    with pytest.raises(Conflict):
        reply(store, amina, hodan, ref, "We do", seen=1)
    reply(store, amina, hodan, ref, "We do", seen=3)
