"""What staff answer about the work: once a year, and never tied to anybody."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.support.people import staff
from webapp.domain.colleagues import reading, service
from webapp.domain.colleagues.model import StaffAnswer, StaffAnswered
from webapp.domain.errors import Closed, Invalid, NotFound
from webapp.domain.instruments.load import instrument
from webapp.domain.projects import service as projects
from webapp.domain.projects.rules import Setting

YES = {"TILL-M1": "5", "TILL-M2": "5", "TILL-M3": "5"}
TOLD = {"role", "organisation_kind", "instrument", "version", "content_hash", "occasion"}


def send(store, who, codes=YES):
    return store.do(service.answer, actor=who.actor, instrument_id="TILL", codes=codes)


def stored(store):
    with store.writing() as session:
        return list(session.scalars(select(StaffAnswer)))


def result(store):
    return store.ask(reading.results, instrument_id="TILL")


@pytest.fixture
def leaders(store):
    """Ten project leaders of as many organisations."""
    return [
        staff(store, f"Leader{number}", organisation=f"Förbund {number}", role="project_leader")
        for number in range(10)
    ]


def test_an_answer_says_nothing_of_who_gave_it(store, karin):
    assert send(store, karin)

    for row in stored(store):
        said = {name: getattr(row, name) for name in TOLD}
        assert said == {
            "role": "project_leader",
            "organisation_kind": "",
            "instrument": "TILL",
            "version": "1.0",
            "content_hash": instrument("TILL").content_hash,
            "occasion": str(store.now.year),
        }
    columns = set(StaffAnswer.__table__.columns.keys())
    assert columns == TOLD | {"id", "item", "code"}
    assert not [key for column in StaffAnswer.__table__.columns for key in column.foreign_keys]


def test_the_order_of_answers_tells_nothing_of_the_order_of_people(store, leaders):
    """With each new set all are written anew, in a new order by lot."""
    for number, leader in enumerate(leaders):
        before = {row.id for row in stored(store)}
        send(store, leader, dict.fromkeys(YES, str(1 + number % 5)))
        assert not before & {row.id for row in stored(store)}

    rows = sorted(stored(store), key=lambda row: row.id)
    told = [row.code for row in rows if row.item == "TILL-M1"]
    assert sorted(told) == sorted("1234512345")
    assert len(rows) == 30


def test_a_second_time_that_year_changes_nothing(store, karin):
    assert send(store, karin)
    assert not send(store, karin, dict.fromkeys(YES, "1"))
    assert {row.code for row in stored(store)} == {"5"}
    with store.writing() as session:
        assert len(session.scalars(select(StaffAnswered)).all()) == 1


def test_next_year_they_answer_again(store, karin):
    send(store, karin)
    store.at = store.now + timedelta(days=60)
    assert send(store, karin, dict.fromkeys(YES, "1"))
    assert [one.occasion for one in result(store)] == ["2027", "2026"]
    told = {(row.occasion, row.code) for row in stored(store)}
    assert told == {("2026", "5"), ("2027", "1")}


def test_only_those_who_are_asked_can_answer(store, amina, hodan):
    for who in (amina, hodan):
        with pytest.raises(NotFound):
            send(store, who)
    assert stored(store) == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"TILL-M2": ""}, "TILL-M2"), ({"TILL-M3": "9"}, "TILL-M3"), ({"TILL-M1": "text"}, "TILL-M1")],
)
def test_a_wrong_answer_stores_nothing(store, karin, wrong, field):
    with pytest.raises(Invalid) as refused:
        send(store, karin, YES | wrong)
    assert refused.value.field == field
    assert stored(store) == []
    assert send(store, karin)


def test_what_the_project_has_switched_off_is_not_asked(store, karin):
    off = {"project_id": karin.project_id, "instrument_id": "TILL", "setting": Setting(is_on=False)}
    store.do(projects.switch, actor=karin.actor, **off)
    with pytest.raises(Closed):
        send(store, karin)


def test_nine_show_nothing_and_ten_show_how_many(store, leaders):
    for leader in leaders[:9]:
        send(store, leader)
    assert [group.too_few for _, group in result(store)[0].items] == [True] * 3

    send(store, leaders[9])
    for item, group in result(store)[0].items:
        assert item.id in YES
        assert group.answered == 10
        assert [cell.count for cell in group.cells] == [0, 0, 0, 0, 10, 0, 0]


def test_the_kind_of_organisation_is_kept_only_where_many_share_it(store, leaders):
    send(store, leaders[0])
    assert {row.organisation_kind for row in stored(store)} == {"municipality"}
