"""Nobody takes a line out of a log unseen, and the database refuses to try."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from tests.domain.test_concurrency import at_once
from tests.support.record import opened
from webapp.domain.audit.chain import Break, Head
from webapp.domain.audit.log import log
from webapp.domain.people import service as people
from webapp.domain.sharing.log_chain import check_logs


@pytest.fixture
def read(store, hodan, amina):
    """Hodan's page has been opened four times, Yusuf's never."""
    for what in ("page", "brief", "plan", "path"):
        opened(store, amina, hodan, what)
        store.at += timedelta(minutes=1)


def checked(store, person, anchors=None):
    """What the check says of this person's log."""
    found = {each.ref: each for each in store.ask(lambda s: list(check_logs(s, anchors)))}
    return found[person.ref]


def without_guards(store, statement):
    """Changes the log as somebody who owns the database could."""
    with store.writing() as session:
        if session.get_bind().dialect.name == "sqlite":
            for act in ("update", "delete"):
                session.execute(text(f"DROP TRIGGER log_entry_no_{act}"))
        else:
            session.execute(text("SET LOCAL session_replication_role = replica"))
        session.execute(text(statement))


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE log_entry SET what = 'page' WHERE number = 2", Break(2, "changed")),
        ("UPDATE log_entry SET staff_name = 'Per' WHERE number = 4", Break(4, "changed")),
        ("UPDATE log_entry SET digest = '' WHERE number = 1", Break(1, "changed")),
        ("DELETE FROM log_entry WHERE number = 2", Break(2, "missing")),
        ("DELETE FROM log_entry WHERE number = 1", Break(1, "missing")),
        (
            "UPDATE log_entry SET what = CASE number WHEN 2 THEN 'plan' ELSE 'brief' END,"
            " digest = (SELECT o.digest FROM log_entry o WHERE o.number = 5 - log_entry.number)"
            " WHERE number IN (2, 3)",
            Break(2, "changed"),
        ),
    ],
)
def test_what_was_done_behind_the_back_is_found(store, read, hodan, yusuf, statement, expected):
    assert checked(store, hodan).broken is None

    without_guards(store, statement)

    assert checked(store, hodan).broken == expected
    assert checked(store, yusuf).broken is None


def test_the_newest_line_taken_away_is_found_against_an_anchor(store, read, hodan, amina):
    anchors = {hodan.ref: checked(store, hodan).head}

    without_guards(store, "DELETE FROM log_entry WHERE number = 4")

    assert checked(store, hodan).broken is None
    assert checked(store, hodan, anchors).broken == Break(4, "shorter")
    opened(store, amina, hodan, "plan")  # another line in the place of the one that is gone
    assert checked(store, hodan, anchors).broken == Break(4, "changed")


def test_an_anchor_of_somebody_who_is_gone_is_a_broken_log(store, read):
    found = store.ask(lambda s: list(check_logs(s, {"nobody": Head(3, "x")})))

    (gone,) = [each for each in found if each.ref == "nobody"]
    assert gone.broken == Break(1, "shorter")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log_entry SET what = 'page'",
        "UPDATE log_entry SET staff_name = 'Per' WHERE number = 2",
        "DELETE FROM log_entry WHERE number = 4",
        "DELETE FROM log_entry",
    ],
)
def test_the_database_itself_refuses_to_change_the_log(store, read, hodan, statement):
    with pytest.raises(DatabaseError, match="only added to"), store.writing() as session:
        session.execute(text(statement))

    assert len(store.ask(log, participant_id=hodan.id)) == 4


def test_each_person_has_a_chain_of_their_own(store, hodan, yusuf, amina, per):
    opened(store, amina, hodan, "brief")
    opened(store, amina, yusuf, "brief")
    store.do(people.assign, participant_id=hodan.id, staff_id=per.id)
    opened(store, per, hodan, "plan")

    lines = store.ask(log, participant_id=hodan.id)
    assert [(line.number, line.what) for line in lines] == [
        (3, "plan"),
        (2, "became_coach"),
        (1, "brief"),
    ]
    assert [checked(store, each).lines for each in (hodan, yusuf)] == [3, 1]
    assert [checked(store, each).broken for each in (hodan, yusuf)] == [None, None]


def test_many_openings_of_the_same_moment_are_one_chain(store, hodan, yusuf, amina, per):
    def act(number):
        if number == 5:
            return store.do(people.assign, participant_id=yusuf.id, staff_id=per.id)
        return opened(store, amina, hodan if number % 2 else yusuf, f"{number}")

    for person in (hodan, yusuf):
        opened(store, amina, person)
    results = at_once(lambda number: act(0 if number == 5 else number), 12)
    assert not [each for each in results if isinstance(each, Exception)]
    act(5)

    for person in (hodan, yusuf):
        found = checked(store, person)
        assert found.broken is None
        assert found.lines == len(store.ask(log, participant_id=person.id))
    assert [checked(store, each).lines for each in (hodan, yusuf)] == [6, 9]
