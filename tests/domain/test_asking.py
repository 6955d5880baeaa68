"""What the participant asks about a meeting, and how the coach answers it."""

from datetime import timedelta

import pytest

from tests.domain.test_concurrency import MANY, at_once
from tests.support.booking import ask, keep, move, own, seen_by
from tests.support.clock import MONDAY
from webapp.domain.actors import Actor
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.meetings import asking, moving, service

DAY = timedelta(days=1)
THURSDAY = MONDAY + 3 * DAY


def asked_now(found):
    """What is asked, as its kind and words."""
    return found.asked and (found.asked.kind, found.asked.text)


def test_asking_while_the_coach_moves_is_told(store, amina, hodan, meeting):
    move(store, amina, hodan, meeting, THURSDAY + DAY)
    with pytest.raises(Conflict):
        store.do(
            asking.ask, actor=hodan.actor, ref=meeting, seen=0, kind="cannot", text="", lang="so"
        )


def test_many_questions_at_once_are_one(store, hodan, meeting):
    def one(number):
        try:
            return ask(store, hodan, meeting, text=f"Later {number}")
        except Invalid as refused:
            return refused.reason

    assert sorted(at_once(one))[:-1].count("open") in (MANY - 1, MANY - 2)
    assert len(own(store, hodan, meeting).requests) == 1


def test_the_participant_asks_takes_it_back_and_asks_again(store, amina, hodan, meeting):
    asked = ask(store, hodan, meeting, "cannot", "My child is ill")
    assert asked_now(seen_by(store, amina, hodan, meeting)) == ("cannot", "My child is ill")
    with pytest.raises(Invalid):
        ask(store, hodan, meeting)

    how = {"actor": hodan.actor, "ref": meeting, "asked": asked}
    store.do(asking.take_back, back=False, **how)
    assert seen_by(store, amina, hodan, meeting).requests == ()
    store.do(asking.take_back, back=True, **how)
    assert asked_now(seen_by(store, amina, hodan, meeting)) == ("cannot", "My child is ill")


def test_no_words_are_needed_to_say_that_one_cannot_come(store, hodan, meeting):
    ask(store, hodan, meeting, "cannot")
    assert asked_now(own(store, hodan, meeting)) == ("cannot", "")
    for kind, text, field in (("never", "", "kind"), ("move", "x" * 1001, "text")):
        with pytest.raises(Invalid) as refused:
            ask(store, hodan, meeting, kind, text)
        assert refused.value.field == field


@pytest.mark.parametrize("outcome", ["moved", "cancelled", "kept"])
def test_the_coach_decides_and_the_answer_stands_on_both_sides(
    store, amina, hodan, meeting, outcome
):
    asked = ask(store, hodan, meeting, "move", "Friday is better")
    if outcome == "moved":
        move(store, amina, hodan, meeting, THURSDAY + DAY)
    elif outcome == "kept":
        keep(store, amina, hodan, meeting, "We can talk by phone")
    else:
        store.do(service.cancel, actor=amina.actor, participant_id=hodan.id, ref=meeting)

    for found in (own(store, hodan, meeting), seen_by(store, amina, hodan, meeting)):
        assert found.asked is None
        answered = found.answered
        assert answered is not None
        assert answered.outcome == outcome
        assert answered.reply == ("We can talk by phone" if outcome == "kept" else "")
    with pytest.raises((Conflict, NotFound)):
        store.do(asking.take_back, actor=hodan.actor, ref=meeting, asked=asked, back=False)


def test_an_answer_needs_words_and_a_question(store, amina, hodan, meeting):
    with pytest.raises(Conflict):
        keep(store, amina, hodan, meeting, "It stays")
    ask(store, hodan, meeting)
    with pytest.raises(Invalid):
        keep(store, amina, hodan, meeting, " ")


def test_an_answer_is_to_the_question_that_was_read(store, amina, hodan, meeting):
    first = ask(store, hodan, meeting, "move", "Friday is better")
    store.do(asking.take_back, actor=hodan.actor, ref=meeting, asked=first, back=False)
    second = ask(store, hodan, meeting, "cannot", "My daughter is ill")
    for asked in (first, "", "nothing"):
        with pytest.raises(Conflict):
            keep(store, amina, hodan, meeting, "Friday is full", asked)
    stands = own(store, hodan, meeting).asked
    assert stands is not None
    assert (stands.ref, stands.reply) == (second, "")
    keep(store, amina, hodan, meeting, "We can talk by phone", second)


def test_only_the_person_asks_and_has_seen(store, amina, yusuf, hodan, meeting):
    asked = ask(store, hodan, meeting)
    given = {"ref": meeting, "seen": 0, "kind": "move", "text": "", "lang": "en"}
    for actor in (yusuf.actor, amina.actor, Actor("staff", hodan.id)):
        with pytest.raises(NotFound):
            store.do(asking.ask, actor=actor, **given)
        with pytest.raises(NotFound):
            store.do(moving.mark_seen, actor=actor, ref=meeting, seen=1)
        with pytest.raises(NotFound):
            store.do(asking.take_back, actor=actor, ref=meeting, asked=asked, back=False)


def test_asking_without_end_ends(store, hodan, meeting):
    for _ in range(20):
        asked = ask(store, hodan, meeting)
        store.do(asking.take_back, actor=hodan.actor, ref=meeting, asked=asked, back=False)
    with pytest.raises(Invalid) as refused:
        ask(store, hodan, meeting)
    assert refused.value.reason == "many"
