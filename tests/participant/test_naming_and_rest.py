"""Who sees the answers is chosen first, and nobody has to answer today."""

from datetime import timedelta

import pytest

from tests.support.apps import let_in
from tests.support.record import (
    add_step,
    answer,
    coach_task,
    own_goals,
    rate,
    set_goal,
    task,
)
from webapp.domain.surveys.model import Answer

EGEN = "/me/surveys/egen"


def choose(phone, who):
    phone.get(EGEN)
    return phone.form("naming").fill(named=who).send()


@pytest.mark.parametrize("address", [f"{EGEN}/1", f"{EGEN}/9", f"{EGEN}/finish"])
def test_no_question_comes_before_the_choice(phone, address):
    assert phone.get(address).path == EGEN


def test_nothing_is_chosen_beforehand_and_it_must_be(phone):
    assert phone.get(EGEN).all("[name=named][checked]") == []
    page = phone.form("naming").send()
    assert page.status == 422
    assert "Choose one of the answers" in page.main or page.all(".summary a")


def test_sent_without_a_name_the_coach_sees_nothing_and_neither_do_i(phone, desk, hodan):
    before = desk.get(f"/coach/{hodan.ref}/brief").main
    choose(phone, "statistics")
    phone.form("rating").fill(code="1").send()
    phone.get(f"{EGEN}/finish")
    assert "nobody can see that the answers are yours" in phone.page.main
    page = phone.form("finish").send()

    assert "sent without your name" in page.text
    assert desk.get(f"/coach/{hodan.ref}/brief").main == before
    phone.get("/me/ratings/egen", status=404)
    assert "cannot be shown or changed" in phone.get(EGEN).main


def test_sent_twice_is_sent_once_and_both_times_thanked(phone):
    choose(phone, "statistics")
    phone.form("rating").fill(code="1").send()
    phone.get(f"{EGEN}/finish")
    again = phone.form("finish")
    for _ in range(2):
        page = again.send()
        assert page.status == 200
        assert "sent without your name" in page.text


def test_what_both_have_finished_is_sent_twice_as_well(phone, store, clock, hodan, amina):
    clock.shift(timedelta(days=125))
    let_in(phone, store, hodan)
    rate(store, amina, hodan, coach_task(store, amina, hodan, "STEG"))
    answer(store, hodan, task(store, hodan, "STEG"), "STEG-01", "4")
    phone.get("/me/surveys/steg/finish")
    again = phone.form("finish")
    assert {again.send().path for _ in range(2)} == {"/me/ratings/steg"}


def test_two_answers_at_once_are_refused(phone):
    choose(phone, "coach")
    token = phone.page.all("[name=csrf_token]")[0]["value"]
    page = phone.post(f"{EGEN}/1", [("csrf_token", token), ("code", "1"), ("code", "5")])

    assert page.status == 422
    assert phone.get(f"{EGEN}/1").all("input[checked]") == []


def test_not_today_is_a_rest_until_tomorrow(phone, store, clock, hodan):
    set_goal(store, hodan, "I want to work in a kitchen")
    add_step(store, hodan, own_goals(store, hodan)[0].line.ref, "I ask")
    assert "Power over my life" in phone.get("/me").main
    phone.form("pause").send()
    assert "Power over my life" not in phone.get("/me").main
    clock.shift(timedelta(days=1))
    let_in(phone, store, hodan)
    assert "Power over my life" in phone.get("/me").main


@pytest.mark.parametrize(("until", "words"), [("", "Choose a day"), ("2026-11-23", "has been")])
def test_a_day_to_rest_until_must_come(phone, until, words):
    phone.get("/me/surveys")
    page = phone.form("until").fill(until=until).send()
    assert page.status == 422
    assert words in page.main


def test_while_resting_everything_can_still_be_answered(phone):
    phone.get("/me/surveys")
    phone.form("rest").send()
    assert "We ask you nothing before" in phone.page.text
    assert "You rest from questions" in phone.get("/me/surveys").main
    choose(phone, "coach")
    assert phone.page.path == f"{EGEN}/1"


def test_only_one_thing_is_asked_at_a_time(phone, store, clock, hodan):
    clock.shift(timedelta(days=125))
    let_in(phone, store, hodan)
    page = phone.get("/me/surveys")
    assert len(page.all(".card.now")) == 1
    assert len(page.all("details .card")) >= 3
    assert len(phone.get("/me").all(".card.now")) == 1


def test_what_was_shown_is_stored(phone, store, hodan):
    choose(phone, "coach")
    phone.get(f"{EGEN}/2")
    phone.form("rating").fill(code="4", helped="1").send()
    with store.writing() as session:
        row = session.query(Answer).one()
    assert (row.shown_order, row.shown_help, row.shown_variant) == (2, True, "faces")
