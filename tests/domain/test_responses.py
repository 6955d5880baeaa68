"""What stands in a response: what was shown, when the coach sees it, and when it is done."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.record import SHOWN, answer, book, finish, opened, task
from webapp.domain.errors import NotFound
from webapp.domain.instruments.load import instrument
from webapp.domain.surveys import reading, service
from webapp.domain.surveys.model import Answer, Response, Round
from webapp.domain.surveys.rhythm import Calendar
from webapp.domain.surveys.tasks import open_tasks

MINUTE = timedelta(minutes=1)


@pytest.fixture
def egen(store, hodan):
    """The questions that Hodan has had since she began."""
    return task(store, hodan, "EGEN")


@pytest.fixture
def mote(store, hodan, amina):
    """The questions after yesterday's meeting."""
    book(store, amina, hodan, store.now - timedelta(days=1))
    return task(store, hodan, "MOTE")


def given(store, person, item):
    """The stored answer to an item, or None."""
    for response in store.ask(reading.own_responses, participant_id=person.id):
        if item in response.answers:
            return response.answers[item]
    return None


def test_what_was_shown_is_stored_with_the_answer(store, hodan, egen):
    answer(store, hodan, egen, "EGEN-01", "4", shown=replace(SHOWN, language="ar", direction="rtl"))

    with store.writing() as session:
        row = session.query(Answer).one()
        response = session.query(Response).one()
    assert (row.shown_language, row.shown_direction) == ("ar", "rtl")
    assert response.content_hash == instrument("EGEN").content_hash


def test_the_coach_sees_answers_when_the_participant_is_done(store, hodan, amina, egen):
    answer(store, hodan, egen, "EGEN-01", "4")

    def seen():
        return store.ask(reading.shared_responses, record=opened(store, amina, hodan))

    assert seen() == ()

    finish(store, hodan, egen)

    assert [response.codes for response in seen()] == [{"EGEN-01": "4"}]


def test_done_stays_done_when_an_answer_changes(store, hodan, egen):
    answer(store, hodan, egen, "EGEN-01", "4")
    finish(store, hodan, egen)
    answer(store, hodan, egen, "EGEN-01", "1", now=store.now + MINUTE)
    finish(store, hodan, egen, now=store.now + 2 * MINUTE)

    (response,) = store.ask(reading.own_responses, participant_id=hodan.id)
    assert (response.completed_at, response.codes) == (store.now, {"EGEN-01": "1"})
    assert task(store, hodan, "EGEN").done


def rounds(store, person, instrument, subject="", *, raters):
    """Rounds a month apart, the newest first, each answered by ``raters``: (side, id) pairs."""
    with store.writing() as session:
        for month, sides in enumerate(raters):
            at = store.now - timedelta(days=30 * month)
            asked = {"instrument": instrument, "version": "1", "occasion": f"{subject}{month}"}
            when = {"opened_at": at, "closes_at": at + timedelta(days=14)}
            row = Round(participant_id=person.id, subject=subject, **asked, **when)
            session.add(row)
            session.flush()
            for rater, number in sides:
                who = {"rater": rater, "rater_id": number, "started_at": at}
                session.add(Response(round_id=row.id, content_hash="-", **who))


def months(store, responses):
    """How many months ago each response is from, for each instrument and activity."""
    found: dict[tuple[str, ...], list[int]] = {}
    for one in responses:
        ago = (store.now - one.opened_at).days // 30
        found.setdefault((one.instrument, one.subject, one.rater), []).append(ago)
    return found


def test_the_last_eight_responses_of_each_side_to_each_thing_are_read(store, hodan, lena, amina):
    own, coach = ("participant", hodan.id), ("coach", amina.id)
    rounds(store, hodan, "EGEN", raters=[[own]] * 10)
    rounds(store, hodan, "MOTE", raters=[[], [own], *[[own, coach], [coach]] * 6])
    rounds(store, hodan, "PLATS", "first", raters=[[own]] * 9)
    rounds(store, hodan, "PLATS", "other", raters=[[own]] * 2)
    rounds(store, lena, "EGEN", raters=[[("participant", lena.id)]] * 3)

    assert months(store, store.ask(reading.own_responses, participant_id=hodan.id)) == {
        ("EGEN", "", "participant"): [*range(8)],
        ("MOTE", "", "participant"): [1, 2, 4, 6, 8, 10, 12],
        ("PLATS", "first", "participant"): [*range(8)],
        ("PLATS", "other", "participant"): [0, 1],
    }
    record = opened(store, amina, hodan)
    assert months(store, store.ask(reading.shared_responses, record=record)) == {
        ("MOTE", "", "coach"): [*range(2, 10)],
    }


def test_staff_who_share_a_number_with_a_participant_answer_nothing(store, hodan, egen):
    from webapp.domain.actors import Actor

    item = egen.instrument.item("EGEN-01")
    how = {"actor": Actor("staff", hodan.id), "task": egen}
    with pytest.raises(NotFound):
        store.do(service.save_answer, item=item, code="4", text="", shown=SHOWN, **how)
    with pytest.raises(NotFound):
        store.do(service.finish, **how)


def test_the_questions_after_the_meeting_come_first(store, hodan, mote):
    met = (mote.occasion.name.removeprefix("meeting-"), mote.occasion.opens_at)
    when = Calendar(store.now.date(), last_meeting=met)
    tasks = store.ask(open_tasks, participant_id=hodan.id, calendar=when)

    assert [each.instrument.id for each in tasks] == ["MOTE", "EGEN"]
