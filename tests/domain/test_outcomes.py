"""Outcomes: registered by the coach, never overwritten, and confirmed by the person."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.support.clock import MONDAY
from tests.support.outcomes import outcomes, own_outcomes, register, say
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.outcomes import answering, rules, service
from webapp.domain.outcomes.rules import standing
from webapp.domain.people.model import Participant

TODAY = MONDAY.date()
DAY = timedelta(days=1)


def ended_on(store, person):
    with store.writing() as session:
        return session.scalar(select(Participant.ended_on).where(Participant.id == person.id))


def withdraw(store, coach, person, ref, *, back=False):
    store.do(service.withdraw, actor=coach.actor, participant_id=person.id, ref=ref, back=back)


def test_what_is_registered_waits_for_the_participant(store, hodan, amina):
    ref = register(store, amina, hodan, "start", "none")

    (found,) = own_outcomes(store, hodan)
    assert (found.ref, found.moment, found.status, found.staff_name) == (
        ref, "start", "none", "Amina",
    )  # fmt: skip
    assert (found.answer, found.confirmed, found.disputed) == (None, False, False)


def test_a_no_needs_a_reason_and_is_read_by_the_coach(store, hodan, amina):
    ref = register(store, amina, hodan, "start", "none")
    with pytest.raises(Invalid, match="reason: empty"):
        say(store, hodan, ref, "no", " ")

    say(store, hodan, ref, "no", "I work on Saturdays")

    (found,) = outcomes(store, amina, hodan)
    assert found.disputed
    assert found.answer is not None
    assert found.answer.reason == "I work on Saturdays"


def test_the_newest_answer_counts(store, hodan, amina):
    ref = register(store, amina, hodan, "start", "none")
    say(store, hodan, ref, "no", "Because")
    say(store, hodan, ref, "yes")

    assert own_outcomes(store, hodan)[0].confirmed


def test_a_correction_keeps_what_was_there_and_asks_again(store, hodan, amina):
    first = register(store, amina, hodan, "start", "none")
    say(store, hodan, first, "no", "I study")
    second = register(store, amina, hodan, "start", "basic_studies")

    before, now = outcomes(store, amina, hodan)
    assert (before.ref, before.stands, before.disputed) == (first, False, True)
    assert (now.ref, now.stands, now.answer) == (second, True, None)
    assert [each.ref for each in own_outcomes(store, hodan)] == [second]
    with pytest.raises(NotFound):
        say(store, hodan, first, "yes")


def test_the_same_again_keeps_the_answer(store, hodan, amina):
    ref = register(store, amina, hodan, "start", "none")
    say(store, hodan, ref, "yes")

    assert register(store, amina, hodan, "start", "none") == ref
    assert own_outcomes(store, hodan)[0].confirmed


def test_an_exit_ends_the_participation_until_it_is_corrected_away(store, hodan, amina):
    assert ended_on(store, hodan) is None
    ref = register(store, amina, hodan, "exit", "work")
    assert ended_on(store, hodan) == TODAY

    withdraw(store, amina, hodan, ref)
    assert ended_on(store, hodan) is None
    assert own_outcomes(store, hodan) == ()

    withdraw(store, amina, hodan, ref, back=True)
    assert ended_on(store, hodan) == TODAY


def test_a_corrected_exit_moves_the_last_day(store, hodan, amina):
    register(store, amina, hodan, "exit", "work")
    store.at += 3 * DAY
    register(store, amina, hodan, "exit", "work", TODAY + 2 * DAY)

    assert ended_on(store, hodan) == TODAY + 2 * DAY


def test_an_exit_that_others_depend_on_stays(store, hodan, amina):
    ref = register(store, amina, hodan, "exit", "work")
    store.at += 190 * DAY
    register(store, amina, hodan, "months_6", "studies")

    with pytest.raises(Conflict):
        withdraw(store, amina, hodan, ref)


def test_what_was_taken_away_does_not_come_back_over_something_new(store, hodan, amina):
    ref = register(store, amina, hodan, "start", "none")
    withdraw(store, amina, hodan, ref)
    register(store, amina, hodan, "start", "work")

    with pytest.raises(Conflict):
        withdraw(store, amina, hodan, ref, back=True)


@pytest.mark.parametrize(
    ("moment", "status", "day", "problem"),
    [
        ("start", "astronaut", TODAY, "status: unknown"),
        ("start", "work", TODAY + DAY, "happened_on: future"),
        ("start", "work", TODAY - 400 * DAY, "happened_on: too_early"),
        ("exit", "work", TODAY - DAY, "happened_on: too_early"),
        ("months_6", "work", TODAY, "happened_on: no_exit"),
    ],
)
def test_what_cannot_be_meant_is_refused(store, hodan, amina, moment, status, day, problem):
    with pytest.raises(Invalid, match=problem):
        register(store, amina, hodan, moment, status, day)


@pytest.mark.parametrize(
    ("moment", "reason"), [("exit", None), ("exit", "boredom"), ("start", "moved")]
)
def test_an_exit_has_a_reason_and_nothing_else_has(store, hodan, amina, moment, reason):
    with pytest.raises(Invalid, match="exit_reason"):
        register(store, amina, hodan, moment, "work", exit_reason=reason)


def test_moments_stand_in_order(store, hodan, amina):
    register(store, amina, hodan, "exit", "work")
    store.at += 200 * DAY
    register(store, amina, hodan, "months_6", "work")
    store.at += DAY
    with pytest.raises(Invalid, match="too_late"):
        register(store, amina, hodan, "exit", "work", TODAY + 201 * DAY)


def test_nobody_registers_or_answers_for_another(store, hodan, yusuf, amina):
    ref = register(store, amina, hodan, "start", "none")
    with pytest.raises(NotFound):
        register(store, hodan, hodan, "start", "work")
    with pytest.raises(NotFound):
        say(store, yusuf, ref, "yes")
    with pytest.raises(NotFound):
        store.do(answering.answer, actor=amina.actor, ref=ref, value="yes", reason="", lang="en")
    with pytest.raises(NotFound):
        withdraw(store, hodan, hodan, ref)


def test_when_it_is_time_to_register(store, hodan, amina):
    def due():
        now = standing(outcomes(store, amina, hodan))
        return rules.due(now, store.now.date())

    assert due() == ("start",)
    register(store, amina, hodan, "start", "none")
    assert due() == ()
    register(store, amina, hodan, "exit", "work")
    store.at += 180 * DAY
    assert due() == ()
    store.at += 2 * DAY
    assert due() == ("months_6",)
    store.at += 200 * DAY
    assert due() == ("months_6", "months_12")


def test_the_same_form_sent_again_registers_once(store, hodan, amina):
    for _ in range(2):
        register(store, amina, hodan, "start", "none", key="tap")

    assert len(outcomes(store, amina, hodan)) == 1


def test_a_follow_up_does_not_come_back_without_its_exit(store, hodan, amina):
    end = register(store, amina, hodan, "exit", "work")
    store.at += 190 * DAY
    after = register(store, amina, hodan, "months_6", "studies")
    withdraw(store, amina, hodan, after)
    withdraw(store, amina, hodan, end)

    with pytest.raises(Conflict):
        withdraw(store, amina, hodan, after, back=True)
    withdraw(store, amina, hodan, end, back=True)
    withdraw(store, amina, hodan, after, back=True)
    assert len(own_outcomes(store, hodan)) == 2
