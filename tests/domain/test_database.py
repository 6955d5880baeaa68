"""What the database promises: settings, times, reading without writing."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, StatementError

from tests.support.record import set_goal
from webapp.domain.agreement.model import Line
from webapp.domain.database import make_engine, reading_engine
from webapp.domain.people.model import Participant


def test_sqlite_keeps_what_was_acknowledged(sqlite_url):
    engine = make_engine(sqlite_url)
    with engine.connect() as connection:
        settings = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("synchronous", "journal_mode", "foreign_keys", "busy_timeout")
        }

    engine.dispose()
    assert settings == {
        "synchronous": 2,  # FULL
        "journal_mode": "wal",
        "foreign_keys": 1,
        "busy_timeout": 10000,
    }


@pytest.mark.parametrize("hours", [-11, 0, 1, 5.5])
def test_a_time_comes_back_as_the_same_moment_in_utc(store, hodan, hours):
    zone = timezone(timedelta(hours=hours))
    moment = datetime(2026, 3, 29, 2, 30, 15, 123456, tzinfo=zone)

    set_goal(store, hodan, "Bake", now=moment)

    with store.writing() as session:
        found = session.query(Line).one().created_at
    assert found == moment
    assert found.tzinfo == UTC


def test_a_time_without_a_zone_is_refused(store, hodan):
    with pytest.raises(StatementError, match="without a zone"):
        set_goal(store, hodan, "Bake", now=datetime(2026, 3, 29, 2, 30))  # noqa: DTZ001


def test_a_reading_session_refuses_to_write(store, hodan):
    def rename(session):
        session.get_one(Participant, hodan.id).name = "Somebody"
        session.flush()

    with pytest.raises(RuntimeError, match="cannot write"):
        store.ask(rename)


def test_reading_does_not_wait_for_a_writer(store, hodan):
    with store.writing() as session:
        session.get_one(Participant, hodan.id).name = "Somebody"
        session.flush()

        names = store.ask(lambda reader: [row.name for row in reader.query(Participant)])

    assert names == ["Hodan"]


@pytest.mark.postgres
def test_a_reading_connection_of_postgres_refuses_statements_that_write(postgres_url):
    engine = make_engine(postgres_url)
    with (
        reading_engine(engine).connect() as connection,
        pytest.raises(DatabaseError, match="read-only"),
    ):
        connection.execute(text("DELETE FROM log_entry"))
    engine.dispose()


def test_a_use_case_that_fails_leaves_nothing_behind(store, hodan):
    def goal_and_break():
        with store.writing() as session:
            session.add(Line(ref="r", participant_id=hodan.id, number=0, created_at=store.now))
            session.flush()
            raise KeyError

    with pytest.raises(KeyError):
        goal_and_break()

    with store.writing() as session:
        assert session.query(Line).count() == 0


def test_a_row_that_points_nowhere_is_refused(store):
    with pytest.raises(DatabaseError), store.writing() as session:
        session.add(Line(ref="r", participant_id=1_000_000, number=0, created_at=store.now))
