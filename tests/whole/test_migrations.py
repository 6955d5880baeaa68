"""Migrations: one line of them, up and down and up again with the data kept, equal to the models.

When a migration is added, nothing need be written here: every table is filled as it stands.
"""

import re
from itertools import permutations

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.support.databases import BOTH, new_database
from tests.support.rows import connected, fill, lost, tables
from webapp.domain.database import make_engine, transaction
from webapp.domain.sharing.log_chain import check_logs
from webapp.domain.tables import METADATA
from webapp.kit.migrations import config, is_current, upgrade

SCRIPTS = ScriptDirectory.from_config(config("sqlite://"))
REVISIONS = tuple(script.revision for script in reversed([*SCRIPTS.walk_revisions()]))


@pytest.fixture(params=BOTH)
def url(request, tmp_path) -> str:
    """The address of a database without any table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.sqlite'}"
    name = f"empty_{abs(hash(request.node.name))}"
    return new_database(request.getfixturevalue("postgres_server"), name)


def downgrade(url: str, revision: str) -> None:
    """Takes the database back to a revision, as an operator would."""
    with connected(url) as connection:
        settings = config(url)
        settings.attributes["connection"] = connection
        command.downgrade(settings, revision)


def test_the_migrations_are_one_line_with_numbers_and_names():
    assert len(SCRIPTS.get_heads()) == 1
    for number, script in enumerate(reversed([*SCRIPTS.walk_revisions()]), start=1):
        assert script.revision == f"{number:04}"
        assert re.fullmatch(rf"{number:04}_[a-z0-9_]+\.py", script.path.rpartition("/")[2])
        assert script.doc


def test_the_migrated_database_is_what_the_models_say(url):
    upgrade(url)

    with connected(url) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
    engine = make_engine(url)
    assert is_current(engine)
    engine.dispose()


def test_no_index_is_the_beginning_of_another_one_of_its_table():
    twice = [
        (table.name, short)
        for table in METADATA.sorted_tables
        for short, long in permutations(_ways_in(table), 2)
        if long[: len(short)] == short
    ]
    assert not twice, "each costs a page on the disk for every row, and finds nothing faster"


def _ways_in(table):
    """The columns of each index and unique constraint of a table, in order."""
    unique = [each for each in table.constraints if isinstance(each, sa.UniqueConstraint)]
    return [tuple(column.name for column in each.columns) for each in (*unique, *table.indexes)]


@pytest.mark.parametrize("revision", REVISIONS)
def test_up_and_down_and_up_keeps_the_rows(url, revision):
    """Rows written at one revision are there at the newest, and after a way down and up again."""
    upgrade(url, revision)
    rows = fill(url)

    upgrade(url)
    assert lost(url, rows) == []

    downgrade(url, revision)
    upgrade(url)
    assert lost(url, rows) == []


def test_the_way_down_leaves_nothing_and_the_way_up_works_again(url):
    upgrade(url)
    fill(url)

    downgrade(url, "base")
    assert set(tables(url).tables) <= {"alembic_version"}

    upgrade(url)
    assert set(tables(url).tables) == {*METADATA.tables, "alembic_version"}


def test_migrating_twice_changes_nothing(url):
    upgrade(url)
    rows = fill(url)

    upgrade(url)

    assert lost(url, rows) == []


def test_the_log_that_stood_before_becomes_a_chain_that_holds(url):
    chain = next(script for script in SCRIPTS.walk_revisions() if "a_chain" in script.path)
    upgrade(url, str(chain.down_revision))
    row = fill(url)["log_entry"]
    with connected(url) as connection:
        connection.execute(sa.text("UPDATE log_entry SET at = '2026-03-29 01:30:00'"))
        for number in range(2, 6):  # two at the same moment, and one that came late
            at = f"2026-03-{30 - number // 3} 08:00:00"
            more = {**row, "id": number, "what": f"{number}", "at": at}
            marks = ", ".join(f":{name}" for name in more)
            connection.execute(
                sa.text(f"INSERT INTO log_entry ({', '.join(more)}) VALUES ({marks})"), more
            )

    upgrade(url)

    engine = make_engine(url)
    with transaction(engine) as session:
        (checked,) = check_logs(session)
    engine.dispose()
    assert (checked.lines, checked.head.number, checked.broken) == (5, 5, None)
