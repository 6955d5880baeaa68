import sqlite3
import stat

import pytest
from sqlalchemy import func, select

from tests.cli.conftest import settings
from webapp.app import create_app
from webapp.domain.database import make_engine, transaction
from webapp.domain.goals.reading import own_goals
from webapp.domain.people.model import Participant
from webapp.kit import catalogues, ready


def test_migrate_makes_the_tables_and_does_no_harm_again(run, app):
    assert ready.problems(app)[0].startswith("The database is not up to date")

    assert run("migrate").exit_code == 0
    assert run("migrate").exit_code == 0
    assert not [problem for problem in ready.problems(app) if "database" in problem]


@pytest.mark.parametrize("command", [["migrate"], ["demo"], ["audit", "verify"]])
@pytest.mark.parametrize(
    "url", ["sqlite:////no-such-folder/file", "postgresql+psycopg://me@127.0.0.1:1/name"]
)
def test_a_database_that_is_not_there_is_told_in_two_lines(url, command):
    result = create_app(settings(url)).test_cli_runner().invoke(args=command)

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: The database cannot be used: ")
    assert "DATABASE_URL says where it is" in result.stderr


def test_a_backup_opens_as_the_whole_database(loaded, run, app, tmp_path):
    file = tmp_path / "copy.sqlite"

    result = run("backup", str(file))

    assert result.exit_code == 0, result.output
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    engine = make_engine(f"sqlite:///{file}")
    with transaction(engine) as session:
        assert session.scalar(select(func.count()).select_from(Participant)) == 5
        assert own_goals(session, participant_id=1)
    engine.dispose()
    other = create_app(settings(f"sqlite:///{file}"))
    again = other.test_cli_runner().invoke(args=["demo", "--json"])
    assert again.stdout == loaded.stdout
    other.extensions["engine"].dispose()


def test_a_backup_holds_what_was_written_just_before(loaded, run, session_of, tmp_path):
    file = tmp_path / "copy.sqlite"
    with session_of() as session:
        session.get_one(Participant, 1).name = "Hodan A."

    run("backup", str(file))

    with sqlite3.connect(file) as copy:
        assert copy.execute("select name from participant where id = 1").fetchone() == ("Hodan A.",)
    copy.close()


def test_a_backup_never_replaces_a_file(loaded, run, tmp_path):
    file = tmp_path / "copy.sqlite"
    file.write_text("the only copy")

    result = run("backup", str(file))

    assert result.exit_code == 1
    assert file.read_text() == "the only copy"


def test_a_backup_of_postgresql_says_what_to_run_and_fails(run, monkeypatch, tmp_path):
    other = make_engine("postgresql+psycopg://minvag:hidden@db.example/minvag")
    monkeypatch.setattr("webapp.cli.database.engine", lambda: other)

    result = run("backup", str(tmp_path / "copy"))

    assert result.exit_code == 1
    assert "pg_dump" in result.output
    assert "hidden" not in result.output


def test_the_published_surveys_are_as_they_were(run):
    assert run("instruments", "verify").exit_code == 0


def test_translations_check_names_what_is_wrong(run, monkeypatch):
    monkeypatch.setattr("webapp.cli.checks.check_catalogues", lambda fresh: ["ar: one missing"])

    result = run("translations", "check")

    assert result.exit_code == 1
    assert "ar: one missing" in result.stderr


def test_healthcheck_tells_what_is_wrong(run):
    result = run("healthcheck")

    assert result.exit_code == 1
    assert "run the command migrate" in result.stderr


def test_healthcheck_of_a_server_that_is_not_there(run):
    result = run("healthcheck", "http://127.0.0.1:9")

    assert result.exit_code == 1
    assert "not ready" in result.stderr


@pytest.fixture
def production(url):
    app = create_app(settings(url))
    app.config["SETTINGS"] = settings(url, "production")
    yield app
    app.extensions["engine"].dispose()


def test_production_does_not_start_on_an_old_database(production):
    with pytest.raises(ready.NotReady, match="not up to date"):
        ready.init_app(production)


def test_production_starts_when_all_is_well(production, migrated, monkeypatch):
    monkeypatch.setattr(ready, "_of_catalogues", list)

    ready.init_app(production)


def test_missing_catalogues_are_named(monkeypatch, tmp_path):
    real = catalogues.FOLDER
    (tmp_path / "languages.toml").write_bytes((real / "languages.toml").read_bytes())
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)

    assert "ar/messages" in ready._of_catalogues()[0]


def test_a_database_that_does_not_answer_is_told_without_its_address(tmp_path):
    url = f"sqlite:///{tmp_path / 'nowhere' / 'minvag.sqlite'}"
    app = create_app(settings(url))

    problems = ready.problems(app)

    assert problems[0] == "The database does not answer (OperationalError)."
