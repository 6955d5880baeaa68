"""The coach's list of people: sorted, searched, counted, and page by page."""

from datetime import timedelta

import pytest

from tests.support.booking import ask, mark, move, wish
from tests.support.clock import MONDAY
from tests.support.people import invited, participant
from tests.support.record import add_step, book, set_goal
from tests.support.seen import as_seen
from webapp.domain.brief.people_list import PAGE, people
from webapp.domain.goals import service as goals
from webapp.domain.goals import steps
from webapp.domain.meetings import service as meetings
from webapp.domain.people import service

DAY = timedelta(days=1)


def listed(store, coach, search="", page=1):
    """The coach's people on this page."""
    return store.ask(people, staff_id=coach.id, search=search, page=page)[0]


def names(store, coach, search="", page=1):
    """Their names."""
    return [person.name for person in listed(store, coach, search, page)]


def test_the_next_meeting_comes_first_then_the_names_in_swedish_order(store, amina):
    people = {name: invited(store, amina, name) for name in ("Örjan", "Åsa", "Ärla", "Zoe", "Adam")}
    book(store, amina, people["Zoe"], store.now + 2 * DAY)
    book(store, amina, people["Örjan"], store.now + DAY)

    assert names(store, amina) == ["Örjan", "Zoe", "Adam", "Åsa", "Ärla"]


def test_only_the_coachs_own_people_of_today(store, amina, per, hodan, yusuf, lena):
    store.do(service.assign, participant_id=yusuf.id, staff_id=per.id)

    assert names(store, amina) == ["Hodan"]
    assert names(store, per) == ["Lena Åström", "Yusuf"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("lena", ["Lena Åström"]), ("ÅS", ["Lena Åström"]), ("as", []), ("ena", []), ("len å", []),
        ("lena  å", ["Lena Åström"]), ("A\u030as", ["Lena Åström"]), ("%", ["100% Sam"]),
        ("_", []), ("", ["100% Sam", "Lena Åström"]), ("karin", []),
    ],
)  # fmt: skip
def test_a_search_finds_the_beginning_of_any_word(store, per, lena, search, found):
    invited(store, per, "100% Sam")
    if search == "%":
        search = "100%"

    assert names(store, per, search) == found


def test_a_list_has_pages(store, amina):
    for number in range(PAGE + 1):
        invited(store, amina, f"Person {number:03}")

    first, more = store.ask(people, staff_id=amina.id, search="", page=1)
    last, none = store.ask(people, staff_id=amina.id, search="", page=2)

    assert (len(first), more, len(last), none) == (PAGE, True, 1, False)
    assert not {each.ref for each in first} & {each.ref for each in last}
    assert listed(store, amina, page=3) == ()


def test_a_row_says_who_has_not_begun_and_who_is_protected(store, amina, hodan, mia):
    invited(store, amina, "Sam")

    rows = {row.name: row for row in listed(store, amina)}
    assert [rows[name].has_pin for name in ("Hodan", "Mia", "Sam")] == [True, True, False]
    assert [rows[name].protected for name in ("Hodan", "Mia", "Sam")] == [False, True, False]
    assert rows["Hodan"].language == "en"


def test_what_waits_for_the_coach_is_counted(store, amina, hodan, yusuf):
    goal = set_goal(store, hodan, "Bake")
    step = add_step(store, hodan, goal, "I call them")
    removed = add_step(store, hodan, goal, "I go there")
    add_step(store, hodan, goal, "Visit the kitchen", by=amina)
    set_goal(store, hodan, "Leave home", shared=False)
    paused = set_goal(store, hodan, "Drive")
    set_goal(store, yusuf, "Speak")

    def waiting():
        return [row.waits_for_coach for row in listed(store, amina)]

    store.do(steps.remove_step, actor=hodan.actor, ref=removed, removed=True)
    store.do(goals.set_status, actor=hodan.actor, ref=paused, status="paused")
    assert waiting() == [2, 1]

    answer = {"participant_id": hodan.id, "seen": as_seen(store, goal), "value": "no", "lang": "sv"}
    store.do(goals.answer_line, actor=amina.actor, ref=goal, reason="Too early", **answer)
    assert waiting() == [1, 1]

    done = {"participant_id": hodan.id, "ref": step, "done": True}
    store.do(steps.mark_step, actor=hodan.actor, **done)
    assert waiting() == [0, 1]


def test_the_list_leaves_no_line_in_anybodys_log(store, amina, hodan):
    from webapp.domain.audit.log import log

    listed(store, amina)

    assert store.ask(log, participant_id=hodan.id) == ()


def test_one_persons_news_are_not_anothers(store, amina):
    people = [participant(store, amina, name) for name in ("Ada", "Bo", "Cia")]
    store.at += DAY
    for person in people[1:]:
        set_goal(store, person, "Bake")
    set_goal(store, people[2], "Cook")

    assert [row.news for row in listed(store, amina)] == [0, 1, 2]


def test_the_list_of_people_says_what_is_asked_and_what_is_to_book(store, amina, hodan, meeting):
    def row():
        found, _ = store.ask(people, staff_id=amina.id, search="", page=1)
        return next((each.asks, each.interpreters) for each in found if each.ref == hodan.ref)

    assert row() == (0, 0)
    ask(store, hodan, meeting)
    wish(store, hodan, meeting)
    assert row() == (1, 1)
    mark(store, amina, hodan, meeting)
    assert row() == (1, 0)
    move(store, amina, hodan, meeting, MONDAY + 4 * DAY)
    assert row() == (0, 1)
    store.do(meetings.cancel, actor=amina.actor, participant_id=hodan.id, ref=meeting)
    assert row() == (0, 0)
