"""What the coach reads before the meeting, and the same counted in the list of people."""

from datetime import timedelta

import pytest

from tests.support.record import (
    add_step,
    answer,
    book,
    finish,
    opened,
    set_goal,
    shared_goals,
    task,
    wish,
)
from webapp.domain.brief.rules import make_brief
from webapp.domain.goals import service as goals
from webapp.domain.goals import steps
from webapp.domain.instruments.load import catalogue
from webapp.domain.meetings import service
from webapp.domain.surveys import reading

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def brief(store, coach, person):
    """The brief as the coach's page makes it."""
    record = opened(store, coach, person)
    found = store.ask(service.meetings, participant_id=person.id)
    return make_brief(
        meetings=found,
        wishes=store.ask(service.wishes, participant_id=person.id, since=found.since),
        goals=shared_goals(store, coach, person),
        responses=store.ask(reading.shared_responses, record=record),
        instruments=tuple(catalogue().values()),
        since=found.since or record.with_coach_since,
    )


def kinds(points):
    """What kinds of points there are."""
    return [point.kind for point in points]


@pytest.fixture
def met(store, hodan, amina):
    """Hodan and Amina met a week ago, and meet again in an hour."""
    book(store, amina, hodan, store.now - 7 * DAY)
    book(store, amina, hodan, store.now + HOUR)


def test_an_empty_record_suggests_to_find_a_goal(store, hodan, amina, met):
    found = brief(store, amina, hodan)

    assert kinds(found.agenda) == ["no_goal"]
    assert (found.news, found.wishes, found.comparisons) == ((), (), ())


def test_wishes_come_first(store, hodan, amina, met):
    set_goal(store, hodan, "Bake")
    wish(store, hodan, "My room")

    found = brief(store, amina, hodan)

    assert [each.text for each in found.wishes] == ["My room"]
    assert kinds(found.agenda) == ["wishes", "not_agreed", "no_steps"]


def test_a_wish_written_in_the_answers_counts_too(store, hodan, amina):
    book(store, amina, hodan, store.now - DAY)
    mote = task(store, hodan, "MOTE")
    answer(store, hodan, mote, "MOTE-05", "text", "More time")
    finish(store, hodan, mote)

    assert brief(store, amina, hodan).last_wish.text == "More time"
    assert kinds(brief(store, amina, hodan).agenda) == ["wishes", "no_goal"]


def test_a_sudden_fall_is_lifted(store, hodan, amina):
    for days, code in ((-30, "5"), (-1, "2")):
        store.at += days * DAY - (store.at - opened(store, amina, hodan).with_coach_since)
        book(store, amina, hodan, store.now - HOUR)
        mote = task(store, hodan, "MOTE")
        answer(store, hodan, mote, "MOTE-02", code)
        finish(store, hodan, mote)

    (point, *_) = [each for each in brief(store, amina, hodan).agenda if each.kind == "lifted"]
    assert (point.change.item_id, point.change.before, point.change.now) == ("MOTE-02", 5, 2)


def test_a_draft_is_in_no_part_of_the_brief(store, hodan, amina, met):
    goal = set_goal(store, hodan, "I want to leave home", shared=False)
    add_step(store, hodan, goal, "I ask my aunt")

    found = brief(store, amina, hodan)

    assert "leave home" not in repr(found)
    assert "aunt" not in repr(found)
    assert kinds(found.agenda) == ["no_goal"]


def test_what_is_new_is_told_newest_first(store, hodan, amina, met):
    goal = set_goal(store, hodan, "Bake")
    store.at += timedelta(minutes=1)
    step = add_step(store, hodan, goal, "I call them")
    store.at += timedelta(minutes=1)
    store.do(steps.mark_step, actor=hodan.actor, participant_id=hodan.id, ref=step, done=True)
    store.at += timedelta(minutes=1)
    store.do(goals.set_status, actor=hodan.actor, ref=goal, status="reached")

    assert kinds(brief(store, amina, hodan).news) == ["reached", "step_done", "goal"]


def test_what_was_before_the_last_meeting_is_not_new(store, hodan, amina):
    set_goal(store, hodan, "Bake")
    store.at += DAY
    book(store, amina, hodan, store.now - HOUR)

    assert brief(store, amina, hodan).news == ()
