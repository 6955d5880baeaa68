"""After the meeting: what was decided, written by either and agreed by both."""

from datetime import timedelta

import pytest

from tests.domain.test_concurrency import at_once
from tests.support import kit, record
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.brief.prepare import prepare
from webapp.domain.decisions import service
from webapp.domain.decisions.rules import MOST_DECISIONS
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.goals.reading import own_goals
from webapp.domain.sharing.preview import own_record

HOUR = timedelta(hours=1)


@pytest.fixture
def met(store, amina, hodan):
    """The two met two hours ago."""
    return record.book(store, amina, hodan, store.now - 2 * HOUR)


def test_the_writer_has_agreed_and_the_other_is_waited_for(store, amina, hodan, met):
    mine = kit.decide(store, hodan, hodan, "I visit the kitchen")
    theirs = kit.decide(store, amina, hodan, "Amina calls")
    statuses = [each.status for each in kit.own(store, hodan).lines]
    assert statuses == ["waiting_coach", "waiting_participant"]
    kit.say(store, amina, hodan, mine, "yes")
    kit.say(store, hodan, hodan, theirs, "no", "I call myself")
    assert [each.status for each in kit.shared(store, amina, hodan).lines] == ["agreed", "talk"]
    assert kit.own(store, hodan) == kit.shared(store, amina, hodan)


def test_other_words_undo_both_agreements(store, amina, hodan, met):
    ref = kit.decide(store, hodan, hodan, "On Friday")
    kit.say(store, amina, hodan, ref, "yes")
    how = {"actor": amina.actor, "participant_id": hodan.id, "ref": ref}
    store.do(service.reword, seen=as_seen(store, ref), wording=Wording("On Monday", "en"), **how)
    assert kit.line(store, hodan, ref).status == "waiting_participant"
    with pytest.raises(Conflict):
        kit.say(store, hodan, hodan, ref, "yes", seen=1)


def test_not_before_the_meeting_and_not_after_the_next_one_has_begun(store, amina, hodan, met):
    coming = record.book(store, amina, hodan, store.now + HOUR)
    with pytest.raises(NotFound):
        kit.decide(store, hodan, hodan, "Too early", meeting=coming)
    assert kit.own(store, hodan, met).meeting.open
    store.at = store.now + 2 * HOUR
    assert not kit.own(store, hodan, met).meeting.open
    with pytest.raises(Invalid, match="over"):
        kit.decide(store, hodan, hodan, "Too late", meeting=met)
    assert kit.decide(store, hodan, hodan, "In time")
    assert kit.own(store, hodan).meeting.ref == coming


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "empty"), ("\u200b ", "empty"), ("x" * 501, "long")],
)
def test_no_words_or_too_many_are_refused(store, hodan, met, text, why):
    with pytest.raises(Invalid, match=why):
        kit.decide(store, hodan, hodan, text)


def test_a_meeting_has_room_for_so_many(store, hodan, met):
    for number in range(MOST_DECISIONS):
        kit.decide(store, hodan, hodan, f"Thing {number}")
    with pytest.raises(Invalid, match="many"):
        kit.decide(store, hodan, hodan, "One more")


def test_nobody_elses_meeting_or_decision(store, amina, hodan, yusuf, met):
    ref = kit.decide(store, hodan, hodan, "I visit the kitchen")
    with pytest.raises(NotFound):
        kit.decide(store, yusuf, yusuf, "Mine", meeting=met)
    with pytest.raises(NotFound):
        kit.say(store, yusuf, yusuf, ref, "yes")
    with pytest.raises(NotFound):
        kit.own(store, yusuf, met)
    with pytest.raises(NotFound):
        kit.shared(store, amina, yusuf, met)


def test_a_goal_is_no_decision(store, hodan, met):
    goal = record.set_goal(store, hodan, "A secret", shared=False)
    shared = record.set_goal(store, hodan, "A goal")
    for ref in (goal, shared):
        with pytest.raises(NotFound):
            kit.say(store, hodan, hodan, ref, "yes")


def test_its_writer_takes_it_away_until_the_other_has_answered(store, amina, hodan, met):
    ref = kit.decide(store, hodan, hodan, "A mistake")
    how = {"participant_id": hodan.id, "ref": ref}
    with pytest.raises(NotFound):
        store.do(service.take_away, actor=amina.actor, away=True, **how)
    store.do(service.take_away, actor=hodan.actor, away=True, **how)
    assert kit.own(store, hodan).lines == ()
    with pytest.raises(NotFound):
        kit.say(store, amina, hodan, ref, "yes")
    store.do(service.take_away, actor=hodan.actor, away=False, **how)
    kit.say(store, amina, hodan, ref, "yes")
    with pytest.raises(NotFound):
        store.do(service.take_away, actor=hodan.actor, away=True, **how)
    assert kit.line(store, hodan, ref).status == "agreed"


def test_a_cancelled_meeting_has_no_page(store, amina, hodan):
    from webapp.domain.meetings import service as meetings

    coming = record.book(store, amina, hodan, store.now + HOUR)
    store.do(meetings.cancel, actor=amina.actor, participant_id=hodan.id, ref=coming)
    store.at = store.now + 2 * HOUR
    with pytest.raises(NotFound):
        kit.own(store, hodan, coming)


def test_decisions_are_no_goals_and_no_news_and_stand_in_the_next_brief(store, amina, hodan, met):
    ref = kit.decide(store, hodan, hodan, "I visit the kitchen")
    assert store.ask(own_goals, participant_id=hodan.id) == ()
    found = store.ask(prepare, record=record.opened(store, amina, hodan))
    assert [(one.ref, one.text, one.status) for one in found.decided] == [
        (ref, "I visit the kitchen", "waiting_coach")
    ]
    assert found.brief.news == ()
    own = store.ask(own_record, participant_id=hodan.id)
    assert store.ask(prepare, record=own).decided == found.decided


def test_many_answers_at_once_leave_one_line_and_all_answers(store, amina, hodan, met):
    ref = kit.decide(store, amina, hodan, "Amina calls")
    at_once(lambda n: kit.say(store, (hodan, amina)[n % 2], hodan, ref, "yes"))
    assert kit.line(store, hodan, ref).status == "agreed"


def test_two_who_reword_at_once_lose_nothing_unseen(store, amina, hodan, met):
    ref = kit.decide(store, amina, hodan, "Amina calls")

    def reword(number):
        who = (hodan, amina)[number % 2]
        wording = Wording(f"Words {number}", "en")
        how = {
            "actor": who.actor,
            "participant_id": hodan.id,
            "ref": ref,
            "seen": as_seen(store, ref),
        }
        return store.do(service.reword, wording=wording, **how)

    found = at_once(reword)
    assert sum(isinstance(each, Conflict) for each in found) == len(found) - 1
    assert kit.line(store, hodan, ref).number == 2


def test_the_last_room_is_given_once(store, hodan, met):
    for number in range(MOST_DECISIONS - 1):
        kit.decide(store, hodan, hodan, f"Thing {number}")

    def one(number):
        try:
            return kit.decide(store, hodan, hodan, f"Last {number}")
        except Invalid as error:
            return error

    at_once(one)
    assert len(kit.own(store, hodan).lines) == MOST_DECISIONS


def test_words_saved_unchanged_on_a_page_in_another_language_undo_nothing(store, amina, hodan, met):
    ref = kit.decide(store, hodan, hodan, "Aan booqdo jikada")
    kit.say(store, amina, hodan, ref, "yes")
    how = {"actor": amina.actor, "participant_id": hodan.id, "ref": ref}
    same = Wording(" Aan booqdo jikada\r\n", "sv")
    store.do(service.reword, seen=as_seen(store, ref), wording=same, **how)
    line = kit.line(store, hodan, ref)
    assert (line.status, line.wording.lang) == ("agreed", "en")
