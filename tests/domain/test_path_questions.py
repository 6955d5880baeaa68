"""Questions that somebody else shall answer: they wait, are promised and are answered."""

from datetime import date, timedelta

import pytest

from tests.support.path import answer, edit, entry
from tests.support.record import own_path, shared_path, written
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.profile import replies, summary

DAY = timedelta(days=1)


def read(store, person, ref, seen=None):
    """ "I have read it": the reply as it stands, or the one with this name."""
    said = reply_seen(store, person, ref) if seen is None else seen
    store.do(replies.mark_read, actor=person.actor, ref=ref, seen=said)


def reply_seen(store, person, ref):
    """What the form on the page of the questions carries."""
    reply = entry(store, person, ref).reply
    assert reply is not None
    return reply.seen


def test_a_question_waits_is_promised_and_answered(store, hodan, amina):
    store.at = store.now
    ref = written(store, hodan, "question", "Who pays?")
    store.at += 9 * DAY
    (waits,) = summary.waiting(shared_path(store, amina, hodan).entries)
    assert summary.days_waited(waits, store.now) == 9

    answer(store, amina, hodan, ref, person="AF", due_on=store.now.date() + DAY)
    assert summary.waiting(own_path(store, hodan)) == [entry(store, hodan, ref)]
    answer(store, amina, hodan, ref, "The municipality")
    assert summary.waiting(own_path(store, hodan)) == []
    reply = entry(store, hodan, ref).reply
    assert reply is not None
    assert reply.by == "Amina"
    assert summary.unread(own_path(store, hodan)) == [entry(store, hodan, ref)]

    read(store, hodan, ref, reply.seen)
    assert summary.unread(own_path(store, hodan)) == []
    answer(store, amina, hodan, ref, "The region, I was wrong")
    assert len(summary.unread(own_path(store, hodan))) == 1


def test_the_coach_never_learns_whether_an_answer_was_read(store, hodan, amina):
    ref = written(store, hodan, "question", "Who pays?")
    answer(store, amina, hodan, ref, "We do")
    before = shared_path(store, amina, hodan)
    read(store, hodan, ref)
    assert shared_path(store, amina, hodan) == before


@pytest.mark.parametrize("again", ["The region, I was wrong", "We do"])
def test_an_answer_that_came_after_the_page_is_not_read_with_it(store, hodan, amina, again):
    store.at = store.now
    ref = written(store, hodan, "question", "Who pays?")
    answer(store, amina, hodan, ref, "We do", person="AF")
    old = reply_seen(store, hodan, ref)
    store.at += timedelta(minutes=1)
    answer(store, amina, hodan, ref, again)

    for seen in (old, "", "1"):
        with pytest.raises(Conflict):
            read(store, hodan, ref, seen)
    assert summary.unread(own_path(store, hodan)) == [entry(store, hodan, ref)]
    read(store, hodan, ref)
    read(store, hodan, ref)  # a second tap on the same page
    assert summary.unread(own_path(store, hodan)) == []


def test_a_promise_that_became_an_answer_is_new(store, hodan, amina):
    ref = written(store, hodan, "question", "Who pays?")
    answer(store, amina, hodan, ref, due_on=store.now.date() + DAY)
    promised = reply_seen(store, hodan, ref)
    answer(store, amina, hodan, ref, "We do")
    with pytest.raises(Conflict):
        read(store, hodan, ref, promised)


def test_a_question_with_an_answer_is_not_changed_under_it(store, hodan, amina):
    ref = written(store, hodan, "question", "Who pays?")
    edit(store, hodan, ref, "Who pays for food?")
    with pytest.raises(Conflict):
        answer(store, amina, hodan, ref, "We do", seen=1)
    answer(store, amina, hodan, ref, "We do", seen=2)
    with pytest.raises(Invalid, match="answered"):
        edit(store, hodan, ref, "Who decides?")


@pytest.mark.parametrize(
    ("text", "said", "field"),
    [
        (" ", {}, "text"),
        ("å" * 1001, {}, "text"),
        ("x", {"person": "å" * 121}, "person"),
        ("x", {"due_on": date(2020, 1, 1)}, "due_on"),
    ],
)
def test_a_reply_that_says_nothing_is_refused(store, hodan, amina, text, said, field):
    ref = written(store, hodan, "question", "Who pays?")
    with pytest.raises(Invalid) as refused:
        answer(store, amina, hodan, ref, text, **said)
    assert refused.value.field == field


def test_only_a_question_is_answered_and_only_by_staff(store, hodan, amina):
    drive = written(store, hodan, "drive", "Money")
    secret = written(store, hodan, "contact", "", person="Sahra")
    question = written(store, hodan, "question", "Who pays?")
    for ref in (drive, secret, "nothing"):
        with pytest.raises(NotFound):
            answer(store, amina, hodan, ref, "x")
    with pytest.raises(NotFound):
        answer(store, hodan, hodan, question, "x")
    with pytest.raises(NotFound):
        read(store, hodan, question, "")
