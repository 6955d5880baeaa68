"""Moving a meeting: history, who wins, what the participant asks, and what comes of it."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.domain.test_concurrency import MANY, at_once
from tests.support.booking import ask, book, keep, move, own, own_list, seen_by
from tests.support.clock import MONDAY, SWEDEN
from tests.support.record import opened
from tests.support.statements import statements
from webapp.domain.brief.before import own_page, since_last_meeting
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.meetings import coming, moving, service

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
THURSDAY = MONDAY + 3 * DAY


def around(store, person):
    """What is arranged, as the first page has it."""
    return store.ask(own_page, participant_id=person.id).arranged


def test_the_old_time_stays_as_history_on_both_sides(store, amina, hodan, meeting):
    move(store, amina, hodan, meeting, THURSDAY + DAY, place="The library")
    move(store, amina, hodan, meeting, THURSDAY + 2 * DAY)

    for found in (own(store, hodan, meeting), seen_by(store, amina, hodan, meeting)):
        assert found.meeting.starts_at == THURSDAY + 2 * DAY
        assert [(each.starts_at, each.place) for each in found.history] == [
            (THURSDAY + DAY, "The library"),
            (THURSDAY, "Storgatan 1"),
        ]
        assert found.meeting.before == THURSDAY + DAY


def test_the_first_page_says_the_time_that_was_seen_last(store, amina, hodan, meeting):
    assert around(store, hodan).moved == ()
    for days in (1, 2):
        move(store, amina, hodan, meeting, THURSDAY + days * DAY)
    (changed,) = around(store, hodan).moved
    assert (changed.ref, changed.at, changed.seen) == (meeting, THURSDAY, 2)

    store.do(moving.mark_seen, actor=hodan.actor, ref=meeting, seen=1)
    assert [each.at for each in around(store, hodan).moved] == [THURSDAY + DAY]
    assert own(store, hodan, meeting).meeting.unseen
    store.do(moving.mark_seen, actor=hodan.actor, ref=meeting, seen=99)
    assert around(store, hodan).moved == ()
    assert not own(store, hodan, meeting).meeting.unseen
    move(store, amina, hodan, meeting, THURSDAY)
    assert len(around(store, hodan).moved) == 1


def test_of_two_moves_at_once_one_wins_and_the_other_is_told(store, amina, per, hodan, meeting):
    coaches = (amina, per)
    results = at_once(
        lambda n: move(
            store, coaches[n % 2], hodan, meeting, THURSDAY + (n + 1) * DAY, seen=0, key=f"{n}"
        )
    )

    assert sum(isinstance(each, Conflict) for each in results) == MANY - 1
    assert len(own(store, hodan, meeting).history) == 1


def test_a_move_sent_twice_is_one_move(store, amina, hodan, meeting):
    how = {"seen": 0, "key": "tap"}
    at_once(lambda _: move(store, amina, hodan, meeting, THURSDAY + DAY, **how))

    assert len(own(store, hodan, meeting).history) == 1


@pytest.mark.parametrize(
    ("when", "place", "field", "problem"),
    [
        (MONDAY, "", "day", "past"),
        (MONDAY - DAY, "", "day", "past"),
        (MONDAY + 401 * DAY, "", "day", "far"),
        (THURSDAY, "Storgatan 1", "clock", "same"),
        (THURSDAY, "x" * 201, "place", "long"),
    ],
)
def test_a_meeting_is_moved_to_a_time_that_can_be_meant(
    store, amina, hodan, meeting, when, place, field, problem
):
    with pytest.raises(Invalid) as refused:
        move(store, amina, hodan, meeting, when, place=place)
    assert (refused.value.field, refused.value.reason) == (field, problem)
    assert own(store, hodan, meeting).history == ()


def test_what_is_over_called_off_or_somebody_elses_is_not_moved(
    store, amina, hodan, yusuf, meeting
):
    with pytest.raises(NotFound):
        move(store, amina, yusuf, meeting, THURSDAY + DAY, seen=0)
    with pytest.raises(NotFound):
        move(store, amina, hodan, meeting, THURSDAY + DAY, seen=0, now=THURSDAY)
    store.do(service.cancel, actor=amina.actor, participant_id=hodan.id, ref=meeting)
    with pytest.raises(NotFound):
        move(store, amina, hodan, meeting, THURSDAY + DAY, seen=0)


def test_what_was_called_off_stays_in_the_list_until_its_time_has_passed(
    store, amina, hodan, meeting
):
    store.do(service.cancel, actor=amina.actor, participant_id=hodan.id, ref=meeting)
    (found,) = own_list(store, hodan)
    assert (found.ref, found.sequence, found.unseen) == (meeting, 1, True)
    assert [each.at for each in around(store, hodan).cancelled] == [THURSDAY]

    store.do(moving.mark_seen, actor=hodan.actor, ref=meeting, seen=1)
    assert around(store, hodan).cancelled == ()
    assert len(own_list(store, hodan)) == 1
    store.at = THURSDAY + HOUR
    assert own_list(store, hodan) == ()


def test_the_brief_has_what_is_arranged_around_the_next_meeting(store, amina, hodan, meeting):
    later = book(store, amina, hodan, THURSDAY + DAY)
    ask(store, hodan, later, text="Not this one")
    ask(store, hodan, meeting, "cannot", "I am ill")
    found = store.ask(since_last_meeting, record=opened(store, amina, hodan)).arranged
    assert (found.asked.kind, found.asked.text) == ("cannot", "I am ill")


def test_a_new_coach_takes_over_the_meetings_to_come(store, amina, per, hodan, yusuf, meeting):
    gone = book(store, amina, hodan, THURSDAY + DAY)
    store.do(service.cancel, actor=amina.actor, participant_id=hodan.id, ref=gone)
    book(store, amina, yusuf, THURSDAY)
    began = book(store, amina, hodan, MONDAY - timedelta(minutes=10))

    with store.writing() as session:
        count = moving.move_future_meetings(session, hodan.id, amina.id, per.id, now=MONDAY)

    assert count == 1
    names = {each.ref: each.staff_name for each in own_list(store, hodan)}
    assert names == {meeting: "Per", gone: "Amina", began: "Amina"}
    assert [each.staff_name for each in own_list(store, yusuf)] == ["Amina"]


def test_another_meeting_at_the_same_time_is_found(store, amina, per, hodan, yusuf, meeting):
    def clash(at, **given):
        who = {"staff_id": amina.id, "participant_id": yusuf.id, **given}
        return store.ask(coming.at_the_same_time, starts_at=at, **who)

    assert clash(THURSDAY) == (THURSDAY,)
    assert clash(THURSDAY + timedelta(minutes=59)) == (THURSDAY,)
    assert clash(THURSDAY + HOUR) == ()
    assert clash(THURSDAY - HOUR) == ()
    assert clash(THURSDAY, but=meeting) == ()
    assert clash(THURSDAY, staff_id=per.id) == ()
    assert clash(THURSDAY, staff_id=per.id, participant_id=hodan.id) == (THURSDAY,)


def test_a_meeting_is_moved_over_the_change_of_the_clocks(store, amina, hodan):
    before = datetime(2027, 3, 27, 10, 0, tzinfo=SWEDEN)
    ref = book(store, amina, hodan, before)
    move(store, amina, hodan, ref, datetime(2027, 3, 29, 10, 0, tzinfo=SWEDEN))
    found = own(store, hodan, ref)
    assert found.history[0].starts_at == datetime(2027, 3, 27, 9, 0, tzinfo=UTC)
    assert found.meeting.starts_at == datetime(2027, 3, 29, 8, 0, tzinfo=UTC)


def test_with_protected_identity_no_place_is_stored(store, amina, mia):
    with pytest.raises(Invalid) as refused:
        book(store, amina, mia, THURSDAY)
    assert (refused.value.field, refused.value.reason) == ("place", "protected")
    ref = book(store, amina, mia, THURSDAY, place="")
    with pytest.raises(Invalid):
        move(store, amina, mia, ref, THURSDAY + DAY, place="Here")
    move(store, amina, mia, ref, THURSDAY + DAY)


def test_reading_asks_as_often_with_much_as_with_little(store, amina, hodan, meeting):
    def count():
        with statements(store.engine) as seen:
            own(store, hodan, meeting)
        return len(seen)

    few = count()
    for number in range(5):
        move(store, amina, hodan, meeting, THURSDAY + (number + 1) * DAY)
        book(store, amina, hodan, THURSDAY + (number + 7) * DAY)
        ask(store, hodan, meeting, text=f"{number}")
        keep(store, amina, hodan, meeting, "It stays")
    assert count() == few == 3
