"""Double ratings are sealed: nothing of one side reaches the other before both have finished."""

from datetime import timedelta

import pytest

from tests.support.record import (
    answer,
    answer_all,
    coach_task,
    finish,
    opened,
    rate,
    task,
)
from webapp.domain.brief.people_list import people
from webapp.domain.errors import Closed, Invalid
from webapp.domain.instruments.load import instrument
from webapp.domain.people.service import assign
from webapp.domain.surveys.lenses import lenses
from webapp.domain.surveys.reading import own_responses, shared_responses

STEG, STOD = instrument("STEG"), instrument("STOD")
FOUR_MONTHS = timedelta(days=123)


@pytest.fixture(autouse=True)
def later(store, hodan):
    """Hodan began four months ago, so that both instruments are open."""
    store.at += FOUR_MONTHS


def of_coach(store, amina, hodan):
    """What the coach may see, and how many news the list counts."""
    record = opened(store, amina, hodan)
    (row, *_), _ = store.ask(people, staff_id=amina.id, search="", page=1)
    return store.ask(shared_responses, record=record), row.news


def of_participant(store, hodan):
    return store.ask(own_responses, participant_id=hodan.id)


def pairs(asked, responses):
    """What both sides see, the largest gap first."""
    both = lenses(asked, responses)
    assert both is not None
    return both.pairs


def test_the_coach_sees_nothing_of_a_sent_rating_before_rating_too(store, hodan, amina):
    before = of_coach(store, amina, hodan)

    answer_all(store, hodan, task(store, hodan, "STEG"))

    assert of_coach(store, amina, hodan) == before


def test_the_participant_sees_nothing_of_the_coachs_rating_before_rating_too(store, hodan, amina):
    rate(store, amina, hodan, coach_task(store, amina, hodan, "STEG"))

    assert of_participant(store, hodan) == ()
    assert task(store, hodan, "STEG").response is None


def test_when_both_have_finished_both_see_the_same_picture(store, hodan, amina):
    mine = task(store, hodan, "STEG")
    for item, code in zip(
        mine.items, ["5", "4", "3", "2", "1", "1", "dk", "5", "skip"], strict=True
    ):
        answer(store, hodan, mine, item.id, code)
    finish(store, hodan, mine)
    rate(store, amina, hodan, coach_task(store, amina, hodan, "STEG"), "3", STEG_01C="1")

    theirs = pairs(STEG, of_coach(store, amina, hodan)[0])
    own = pairs(STEG, of_participant(store, hodan))
    assert theirs == own
    assert own[0].item.id == "STEG-01"
    assert [pair.gap for pair in own if pair.gap is not None] == sorted(
        (pair.gap for pair in own if pair.gap is not None), reverse=True
    )
    assert own[0].gap == 4


def test_what_only_the_coach_rates_never_reaches_the_participant(store, hodan, amina):
    answer_all(store, hodan, task(store, hodan, "STEG"))
    rate(store, amina, hodan, coach_task(store, amina, hodan, "STEG"))

    seen = {item for each in of_participant(store, hodan) for item in each.answers}
    assert "STEG-01C" in seen
    assert not seen & {"STEG-10", "STEG-11"}
    mine = {item for each in of_coach(store, amina, hodan)[0] for item in each.answers}
    assert {"STEG-10", "STEG-11"} <= mine


def test_nor_another_coach(store, hodan, amina, per):
    answer_all(store, hodan, task(store, hodan, "STEG"))
    rate(store, amina, hodan, coach_task(store, amina, hodan, "STEG"))
    store.do(assign, participant_id=hodan.id, staff_id=per.id)

    seen = {item for each in of_coach(store, per, hodan)[0] for item in each.answers}
    assert {"STEG-01", "STEG-01C"} <= seen
    assert not seen & {"STEG-10", "STEG-11"}


def test_of_the_survey_about_support_only_the_double_item_is_sealed(store, hodan, amina):
    answer_all(store, hodan, task(store, hodan, "STOD"))

    (response,) = of_coach(store, amina, hodan)[0]
    assert "STOD-01" in response.answers
    assert "STOD-03" not in response.answers

    rate(store, amina, hodan, coach_task(store, amina, hodan, "STOD"), "2")
    assert pairs(STOD, of_coach(store, amina, hodan)[0])[0].gap == 2


def test_a_closed_round_opens_what_was_finished(store, hodan, amina):
    mine = task(store, hodan, "STEG")
    answer_all(store, hodan, mine)
    store.at = mine.occasion.closes_at - timedelta(seconds=1)
    assert of_coach(store, amina, hodan)[0] == ()

    store.at = mine.occasion.closes_at

    (response,) = of_coach(store, amina, hodan)[0]
    assert len(response.answers) == len(mine.items)


def test_a_closed_round_opens_nothing_that_was_not_sent(store, hodan, amina):
    mine = task(store, hodan, "STEG")
    answer(store, hodan, mine, "STEG-01", "4")
    store.at = mine.occasion.closes_at

    assert of_coach(store, amina, hodan)[0] == ()


def test_nobody_changes_an_answer_after_seeing_the_others(store, hodan, amina):
    mine, theirs = task(store, hodan, "STEG"), coach_task(store, amina, hodan, "STEG")
    answer_all(store, hodan, mine)
    rate(store, amina, hodan, theirs)

    with pytest.raises(Closed):
        answer(store, hodan, mine, "STEG-01", "1")
    with pytest.raises(Closed):
        rate(store, amina, hodan, theirs, "1")
    assert task(store, hodan, "STEG").locked
    assert coach_task(store, amina, hodan, "STEG").locked


def test_before_that_each_may_change_their_own(store, hodan, amina):
    theirs = coach_task(store, amina, hodan, "STEG")
    rate(store, amina, hodan, theirs, "2")
    rate(store, amina, hodan, theirs, "3")
    answer_all(store, hodan, task(store, hodan, "STEG"), "3")

    assert {pair.gap for pair in pairs(STEG, of_participant(store, hodan))} <= {0, None}


def test_a_rating_is_whole_or_nothing(store, hodan, amina):
    theirs = coach_task(store, amina, hodan, "STEG")
    with pytest.raises(Invalid) as refused:
        rate(store, amina, hodan, theirs, STEG_05C="6")

    assert refused.value.field == "STEG-05C"
    assert coach_task(store, amina, hodan, "STEG").response is None


def test_a_new_coach_takes_over_what_the_old_one_did_not_see(store, hodan, amina, per):
    rate(store, amina, hodan, coach_task(store, amina, hodan, "STEG"), "1")
    store.do(assign, participant_id=hodan.id, staff_id=per.id)
    rate(store, per, hodan, coach_task(store, per, hodan, "STEG"), "5")
    answer_all(store, hodan, task(store, hodan, "STEG"), "5")

    assert {pair.gap for pair in pairs(STEG, of_participant(store, hodan))} <= {0, None}
