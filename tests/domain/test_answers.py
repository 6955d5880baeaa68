"""Every answer is saved when it is given, with a receipt, and never twice."""

from datetime import timedelta

import pytest

from tests.support.record import answer, book, task
from webapp.domain.audit import service as audit
from webapp.domain.errors import Closed, Invalid
from webapp.domain.surveys import reading
from webapp.domain.surveys.model import Answer, Response, Round

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


def rows(store, *tables):
    """How many rows the tables hold."""
    with store.writing() as session:
        return tuple(session.query(table).count() for table in tables)


def test_an_answer_is_saved_with_when_and_a_receipt(store, hodan, egen):
    receipt = answer(store, hodan, egen, "EGEN-01", "4")

    found = given(store, hodan, "EGEN-01")
    assert (found.code, found.receipt_code, found.at) == ("4", receipt.code, store.now)
    assert receipt.code in [
        each.code for each in store.ask(audit.receipts, participant_id=hodan.id)
    ]


def test_the_same_answer_again_stores_nothing(store, hodan, egen):
    first = answer(store, hodan, egen, "EGEN-01", "4")
    before = rows(store, Answer, Response, Round), given(store, hodan, "EGEN-01")

    again = answer(store, hodan, egen, "EGEN-01", "4", now=store.now + MINUTE)

    assert (again.code, again.at, again.repeated) == (first.code, first.at, True)
    assert (rows(store, Answer, Response, Round), given(store, hodan, "EGEN-01")) == before


def test_another_answer_replaces_it_with_a_receipt_of_its_own(store, hodan, egen):
    first = answer(store, hodan, egen, "EGEN-01", "4")
    second = answer(store, hodan, egen, "EGEN-01", "2", now=store.now + MINUTE)

    assert first.code != second.code
    found = given(store, hodan, "EGEN-01")
    assert (found.code, found.receipt_code, found.at) == ("2", second.code, store.now + MINUTE)
    assert rows(store, Answer) == (1,)


def test_an_old_page_that_sends_its_key_with_another_answer_is_believed(store, hodan, egen):
    codes = [
        answer(store, hodan, egen, "EGEN-01", code, key="page", now=store.now + n * MINUTE).code
        for n, code in enumerate(("4", "2", "5", "4"))
    ]

    assert len(set(codes)) == 4
    assert given(store, hodan, "EGEN-01").code == "4"


def test_answers_to_two_questions_may_carry_one_key(store, hodan, egen):
    answer(store, hodan, egen, "EGEN-01", "4", key="page")
    answer(store, hodan, egen, "EGEN-02", "4", key="page", now=store.now + MINUTE)

    assert given(store, hodan, "EGEN-02").code == "4"


def test_all_answers_of_a_round_stand_in_one_response(store, hodan, egen):
    for item in egen.items:
        answer(store, hodan, egen, item.id, item.options[0].code)

    assert rows(store, Round, Response, Answer) == (1, 1, len(egen.items))
    found = task(store, hodan, "EGEN")
    assert (found.answered, found.done) == (len(egen.items), False)
    assert found.next_number == len(egen.items)


def test_the_next_question_is_the_first_without_an_answer(store, hodan, egen):
    for item in (egen.items[0], egen.items[2]):
        answer(store, hodan, egen, item.id, "skip")

    assert task(store, hodan, "EGEN").next_number == 2


@pytest.mark.parametrize("code", ["", "6", "0", "text", "4 ", "x" * 100])
def test_only_answers_that_can_be_given_are_stored(store, hodan, egen, code):
    with pytest.raises(Invalid) as refused:
        answer(store, hodan, egen, "EGEN-01", code)

    assert refused.value.field == "code"
    assert rows(store, Answer) == (0,)


def test_every_option_of_every_item_can_be_stored(store, hodan, egen, mote):
    for found in (egen, mote):
        for item in found.items:
            for option in item.options:
                answer(store, hodan, found, item.id, option.code)
                assert given(store, hodan, item.id).code == option.code


@pytest.mark.parametrize(
    ("code", "text", "problem"),
    [("text", "  ", ("text", "empty")), ("text", "x" * 2001, ("text", "long"))],
)
def test_own_words_are_neither_empty_nor_endless(store, hodan, mote, code, text, problem):
    with pytest.raises(Invalid) as refused:
        answer(store, hodan, mote, "MOTE-05", code, text)

    assert (refused.value.field, refused.value.reason) == problem


def test_own_words_are_kept_as_they_were_written(store, hodan, mote):
    words = "Jag vill prata om جدول العمل 👍\nnästa gång"

    answer(store, hodan, mote, "MOTE-05", "text", f" {words} ")

    assert given(store, hodan, "MOTE-05").text == words


def test_nothing_is_stored_after_the_round(store, hodan, mote):
    with pytest.raises(Closed):
        answer(store, hodan, mote, "MOTE-01", "4", now=mote.occasion.closes_at)

    assert rows(store, Answer) == (0,)
    answer(store, hodan, mote, "MOTE-01", "4", now=mote.occasion.closes_at - MINUTE)
