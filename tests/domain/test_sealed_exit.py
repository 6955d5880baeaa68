"""The seal at the end: it holds for every end, also for the second, the corrected and the mistaken.

An end that is registered by mistake and one that comes later are two: what was read of the first
must not open the second. A correction of the day is the same end, and its answers are kept.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.support.outcomes import register
from tests.support.people import participant
from tests.support.record import answer_all, opened, rate
from webapp.domain.errors import Closed, Conflict, NotFound
from webapp.domain.meetings.calendar import calendar
from webapp.domain.outcomes import service as outcomes
from webapp.domain.people import model
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.surveys import service as surveys
from webapp.domain.surveys.reading import own_responses, shared_responses
from webapp.domain.surveys.tasks import coach_tasks, open_tasks, unrated

DAY = timedelta(days=1)
HERS, THEIRS = "STOD-03", "STOD-03C"


@pytest.fixture(autouse=True)
def later(store, hodan):
    """Hodan began forty days ago: no ordinary round is open yet."""
    store.at = store.now + 40 * DAY


def ends(store, amina, hodan, days_ago=0):
    """The coach registers an exit, or corrects its day."""
    return register(store, amina, hodan, "exit", on=day_in_sweden(store.now) - days_ago * DAY)


def withdraw(store, amina, hodan, ref, *, back=False):
    how = {"actor": amina.actor, "participant_id": hodan.id, "ref": ref}
    store.do(outcomes.withdraw, back=back, **how)


def person_calendar(store, hodan):
    with store.writing() as session:
        row = session.get_one(model.Participant, hodan.id)
        given = {"started_on": row.started_on, "ended_on": row.ended_on}
    return store.ask(calendar, participant_id=hodan.id, **given)


def stod(tasks):
    """The exit form among these tasks; None when it is not open."""
    return next((t for t in tasks if (t.instrument.id, t.occasion.form) == ("STOD", "exit")), None)


def her_task(store, hodan):
    when = person_calendar(store, hodan)
    found = stod(store.ask(open_tasks, participant_id=hodan.id, calendar=when))
    if found is not None and found.named is None:
        store.do(surveys.choose_naming, actor=hodan.actor, task=found, named=True)
        return her_task(store, hodan)
    return found


def coachs_task(store, amina, hodan):
    when = person_calendar(store, hodan)
    return stod(store.ask(coach_tasks, record=opened(store, amina, hodan), calendar=when))


def waiting(store, hodan):
    """How many ratings the list says that the coach has still to give."""
    task_of = {hodan.id: person_calendar(store, hodan)}
    asked = [each.instrument for each in [her_task(store, hodan)] if each is not None]
    return store.ask(unrated, people=task_of, instruments=asked)[hodan.id]


def rounds_of(responses, rater, item):
    """In which rounds an answer of this side to this item can be read."""
    return [each.occasion for each in responses if each.rater == rater and item in each.answers]


def coach_reads(store, amina, hodan):
    return store.ask(shared_responses, record=opened(store, amina, hodan))


def hodan_reads(store, hodan):
    return store.ask(own_responses, participant_id=hodan.id)


def test_a_second_exit_is_sealed_from_the_coach(store, amina, hodan):
    first = ends(store, amina, hodan)
    her_task(store, hodan)  # she has opened the form and chosen to have a name in it
    withdraw(store, amina, hodan, first)
    store.at += 60 * DAY
    ends(store, amina, hodan)

    answer_all(store, hodan, her_task(store, hodan))

    assert rounds_of(coach_reads(store, amina, hodan), "participant", HERS) == []
    assert waiting(store, hodan) == 1
    rate(store, amina, hodan, coachs_task(store, amina, hodan))
    assert rounds_of(coach_reads(store, amina, hodan), "participant", HERS) == ["exit"]


def test_a_second_exit_is_sealed_from_the_participant(store, amina, hodan):
    first = ends(store, amina, hodan)
    her_task(store, hodan)
    withdraw(store, amina, hodan, first)
    store.at += 60 * DAY
    ends(store, amina, hodan)

    rate(store, amina, hodan, coachs_task(store, amina, hodan))

    assert rounds_of(hodan_reads(store, hodan), "coach", THEIRS) == []


def test_what_was_answered_about_a_mistaken_exit_stays_and_the_real_one_is_asked_anew(
    store, amina, hodan
):
    first = ends(store, amina, hodan)
    answer_all(store, hodan, her_task(store, hodan), "2")
    rate(store, amina, hodan, coachs_task(store, amina, hodan))
    withdraw(store, amina, hodan, first)
    store.at += 60 * DAY
    withdraw(store, amina, hodan, first, back=True)
    assert her_task(store, hodan) is None  # it was the end, and the time to answer is over
    ends(store, amina, hodan)

    assert her_task(store, hodan).answered == 0
    answer_all(store, hodan, her_task(store, hodan), "4")

    found = [each for each in hodan_reads(store, hodan) if each.rater == "participant"]
    assert [(each.codes[HERS], each.form) for each in found] == [("4", "exit"), ("2", "exit")]


def test_a_corrected_day_keeps_the_answers_and_the_seal(store, amina, hodan):
    ends(store, amina, hodan, days_ago=2)
    mine = her_task(store, hodan)
    answer_all(store, hodan, mine)
    ends(store, amina, hodan)

    assert her_task(store, hodan).done
    closes = her_task(store, hodan).occasion.closes_at
    assert closes - mine.occasion.closes_at == 2 * DAY
    store.at = closes - timedelta(seconds=1)
    assert rounds_of(coach_reads(store, amina, hodan), "participant", HERS) == []
    store.at = closes
    assert rounds_of(coach_reads(store, amina, hodan), "participant", HERS) == ["exit"]


def test_an_earlier_day_opens_nothing_before_its_time(store, amina, hodan):
    """Else a coach could read a rating before giving one, by moving the exit there and back."""
    ends(store, amina, hodan)
    answer_all(store, hodan, her_task(store, hodan))
    closes = her_task(store, hodan).occasion.closes_at

    ends(store, amina, hodan, days_ago=35)

    assert her_task(store, hodan) is None
    store.at = closes - timedelta(seconds=1)
    assert rounds_of(coach_reads(store, amina, hodan), "participant", HERS) == []


def test_what_the_coach_can_rate_tells_nothing_of_what_the_participant_did(store, amina, hodan):
    """Also when an open round goes on, or a closed one is put aside."""
    other = participant(store, amina, "Sahra")
    for days in (2, 31):
        for person in (hodan, other):
            ends(store, amina, person)
        answer_all(store, hodan, her_task(store, hodan))
        store.at += days * DAY
        for person in (hodan, other):
            ends(store, amina, person)
        assert coachs_task(store, amina, hodan) == coachs_task(store, amina, other)


def test_nobody_writes_in_a_round_that_the_other_side_reads(store, amina, hodan):
    """Whatever day the calendar says, the seal has gone by the day that is stored."""
    ends(store, amina, hodan)
    tasks = her_task(store, hodan), coachs_task(store, amina, hodan)
    answer_all(store, hodan, tasks[0])
    store.at = tasks[0].occasion.closes_at
    mine, theirs = (
        replace(each, occasion=replace(each.occasion, closes_at=store.now + DAY)) for each in tasks
    )

    with pytest.raises(Closed):
        answer_all(store, hodan, mine, "1")
    with pytest.raises(Closed):
        rate(store, amina, hodan, theirs)


class Course:
    """One person's end, in any order of events; after each of them the seal is looked at."""

    def __init__(self, store, amina):
        self.store, self.amina = store, amina
        self.hodan = participant(store, amina, "Ubah")
        store.at = store.now + 50 * DAY
        self.exits, self.hers, self.theirs = [], 0, 0

    def do(self, event, number):
        getattr(self, event)(number)
        self.look()

    def ends(self, number):
        self.exits.append(ends(self.store, self.amina, self.hodan, number))

    def withdraw(self, number, *, back=False):
        with suppress(NotFound, Conflict):
            ref = self.exits[-1] if self.exits else "none"
            withdraw(self.store, self.amina, self.hodan, ref, back=back)

    def put_back(self, number):
        self.withdraw(number, back=True)

    def days(self, number):
        self.store.at += number * DAY

    def answers(self, number):
        found = her_task(self.store, self.hodan)
        if found is not None and not found.locked:  # what is offered is never refused
            answer_all(self.store, self.hodan, found)
            self.hers += not found.done

    def rates(self, number):
        found = coachs_task(self.store, self.amina, self.hodan)
        if found is not None and not found.locked:
            rate(self.store, self.amina, self.hodan, found)
            self.theirs += not found.done

    def look(self):
        """No side reads of the end that is asked about now before both have answered, and nothing
        that anybody has given is lost."""
        coach = coach_reads(self.store, self.amina, self.hodan)
        own = hodan_reads(self.store, self.hodan)
        hers, theirs = (
            her_task(self.store, self.hodan),
            coachs_task(self.store, self.amina, self.hodan),
        )
        if hers is not None:
            both = hers.done and theirs.done
            seen = [hers.occasion.name] if both else []
            now = {hers.occasion.name}
            assert [n for n in rounds_of(coach, "participant", HERS) if n in now] == seen
            assert [n for n in rounds_of(own, "coach", THEIRS) if n in now] == seen
            assert waiting(self.store, self.hodan) == (not theirs.done)
        assert len(rounds_of(own, "participant", HERS)) == self.hers
        assert len(rounds_of(coach, "coach", THEIRS)) == self.theirs


EVENTS = st.one_of(
    st.tuples(st.sampled_from(["ends"]), st.sampled_from([0, 1, 10, 29, 40])),
    st.tuples(st.sampled_from(["days"]), st.sampled_from([1, 2, 15, 29, 31])),
    st.tuples(st.sampled_from(["withdraw", "put_back", "answers", "rates"]), st.just(0)),
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(course=[("ends", 0), ("answers", 0), ("days", 31), ("ends", 0), ("rates", 0)])
@example(course=[("ends", 1), ("answers", 0), ("ends", 0), ("days", 29), ("rates", 0)])
@given(course=st.lists(EVENTS, max_size=9))
def test_in_any_order_of_events_the_seal_holds_and_nothing_is_lost(store, amina, course):
    person = Course(store, amina)
    for event, number in course:
        person.do(event, number)
