"""Answers without a name: sent, counted, and never tied to the person again."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from tests.support.record import answer, answer_all, book, finish, opened, task
from webapp.domain.audit.model import Receipt
from webapp.domain.brief.people_list import people
from webapp.domain.errors import Closed, Invalid
from webapp.domain.meetings.calendar import calendar
from webapp.domain.surveys import service
from webapp.domain.surveys.model import Answer, Response, UnnamedAnswer
from webapp.domain.surveys.reading import own_responses, shared_responses
from webapp.domain.surveys.tasks import open_tasks

DAY = timedelta(days=1)


def of_coach(store, amina, hodan):
    record = opened(store, amina, hodan)
    (row, *_), _ = store.ask(people, staff_id=amina.id, search="", page=1)
    return store.ask(shared_responses, record=record), row.news


def test_the_coach_never_sees_that_it_was_sent(store, hodan, amina):
    before = of_coach(store, amina, hodan)

    answer_all(store, hodan, task(store, hodan, "EGEN", named=False))

    assert of_coach(store, amina, hodan) == before


def test_what_is_left_leads_nowhere(store, hodan):
    egen = task(store, hodan, "EGEN", named=False)
    answer_all(store, hodan, egen, "4")

    assert all(not each.answers for each in store.ask(own_responses, participant_id=hodan.id))
    with store.writing() as session:
        assert session.scalars(select(Answer)).all() == []
        counted = session.scalars(select(UnnamedAnswer)).all()
        response = session.scalars(select(Response)).one()
        receipts = session.scalars(select(Receipt)).all()
    assert {one.item: one.code for one in counted}["EGEN-01"] == "4"
    assert {one.month.day for one in counted} == {1}
    assert response.completed_at == response.started_at == egen.occasion.opens_at
    sent = [one for one in receipts if one.object_ref.startswith("EGEN")]
    assert len(sent) == 11
    assert {one.digest for one in sent} == {""}


def test_no_column_joins_the_counted_answers_to_anybody(store):
    names = set(UnnamedAnswer.__table__.columns.keys())
    assert not {name for name in names if name.endswith("_id")}
    assert not {"at", "participant", "round", "response", "receipt_code"} & names
    assert not UnnamedAnswer.__table__.foreign_keys


def test_the_order_of_the_rows_says_nothing(store, hodan, yusuf):
    for person in (hodan, yusuf):
        answer_all(store, person, task(store, person, "EGEN", named=False))
    with store.writing() as session:
        numbers = session.scalars(text("select id from unnamed_answer")).all()

    assert len(set(numbers)) == 18
    assert max(numbers) > 2**40


def test_it_is_not_asked_again_and_cannot_be_changed(store, hodan):
    egen = task(store, hodan, "EGEN", named=False)
    answer_all(store, hodan, egen)

    again = task(store, hodan, "EGEN")
    assert again.done
    assert again.locked
    with pytest.raises(Closed):
        answer(store, hodan, again, "EGEN-01", "1")
    with pytest.raises(Closed):
        finish(store, hodan, again)


def test_sending_twice_counts_once(store, hodan):
    egen = task(store, hodan, "EGEN", named=False)
    answer(store, hodan, egen, "EGEN-01", "4")
    finish(store, hodan, egen, key="the same")
    finish(store, hodan, egen, key="the same")

    with store.writing() as session:
        assert len(session.scalars(select(UnnamedAnswer)).all()) == 1


def test_until_it_is_sent_the_choice_can_be_changed(store, hodan, amina):
    egen = task(store, hodan, "EGEN", named=False)
    answer(store, hodan, egen, "EGEN-01", "4")
    store.do(service.choose_naming, actor=hodan.actor, task=egen, named=True)
    finish(store, hodan, egen)

    (response,) = of_coach(store, amina, hodan)[0]
    assert response.codes == {"EGEN-01": "4"}
    with pytest.raises(Invalid) as refused:
        store.do(service.choose_naming, actor=hodan.actor, task=egen, named=False)
    assert refused.value.reason == "sent"


def test_nobody_is_named_without_having_chosen(store, hodan):
    when = store.ask(calendar, participant_id=hodan.id, started_on=store.now.date())
    (egen,) = store.ask(open_tasks, participant_id=hodan.id, calendar=when)
    assert egen.named is None
    for act in (
        lambda: answer(store, hodan, egen, "EGEN-01", "4"),
        lambda: finish(store, hodan, egen),
    ):
        with pytest.raises(Invalid) as refused:
            act()
        assert (refused.value.field, refused.value.reason) == ("named", "empty")


def test_own_words_are_not_asked_for_without_a_name(store, hodan, amina):
    book(store, amina, hodan, store.now - DAY)
    unnamed = task(store, hodan, "MOTE", named=False)

    assert [item.id for item in unnamed.items] == ["MOTE-01", "MOTE-02", "MOTE-03", "MOTE-04"]


def test_the_voice_survey_is_always_without_a_name(store, hodan, amina):
    store.at += timedelta(days=200)
    voice = task(store, hodan, "ROST")
    assert voice.named is False
    answer(store, hodan, voice, "ROST-08", "text", "The room is cold")
    finish(store, hodan, voice)

    assert of_coach(store, amina, hodan)[0] == ()
    with store.writing() as session:
        (counted,) = session.scalars(select(UnnamedAnswer)).all()
    assert counted.text == "The room is cold"
    with pytest.raises(Invalid):
        store.do(service.choose_naming, actor=hodan.actor, task=voice, named=True)
