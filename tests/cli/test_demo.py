import json
from datetime import datetime, timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from tests.cli.conftest import SECRET, settings
from webapp.app import create_app
from webapp.domain.people import passwords, rules, signing_in
from webapp.domain.surveys.rhythm import SWEDEN
from webapp.domain.tables import METADATA

SATURDAY = datetime(2026, 11, 21, 12, 0, tzinfo=SWEDEN)
NAMES = ["Hodan", "Yusuf", "Lena", "Oleh", "Mia", "Amina", "Per", "Eva", "Karin"]


def counts(app):
    with app.extensions["reading_engine"].connect() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in METADATA.sorted_tables
        }


def personas(result):
    assert result.exit_code == 0, result.output
    return {one["name"]: one for one in json.loads(result.stdout)}


def test_again_changes_nothing_and_prints_the_same(loaded, run, app):
    before = counts(app)

    again = run("demo", "--json")

    assert again.stdout == loaded.stdout
    assert counts(app) == before
    assert before["participant"] == 5
    assert min(before[table] for table in ("goal", "step", "stance", "answer", "meeting")) > 5


def test_a_month_later_it_still_works(loaded, run):
    with time_machine.travel(SATURDAY + timedelta(days=31), tick=False):
        later = run("demo", "--json")

    assert personas(later) == personas(loaded)


def test_json_says_how_each_signs_in_and_nothing_else(loaded):
    found = personas(loaded)

    assert list(found) == NAMES
    assert all(set(one) == {"name", "role", "url", "fields"} for one in found.values())
    assert found["Hodan"]["url"] == "/enter"
    assert set(found["Hodan"]["fields"]) == {"code", "pin"}
    assert found["Amina"]["url"] == "/staff/sign-in"
    assert set(found["Amina"]["fields"]) == {"email", "password"}
    assert [one["role"] for one in found.values()] == [
        *["participant"] * 5, "coach", "coach", "team", "project_leader",
    ]  # fmt: skip


def test_everybody_can_sign_in(loaded, session):
    for one in personas(loaded).values():
        said = one["fields"]
        if "code" in said:
            found = signing_in.participant_by_code(
                session, code=said["code"], secret=SECRET.encode()
            )
            assert rules.pin_problem(said["pin"]) is None
        else:
            found = signing_in.staff_by_email(session, email=said["email"])
            assert rules.password_problem(said["password"]) is None
        assert found.name.startswith(one["name"])
        assert passwords.matches(found.hashed, said.get("pin") or said["password"])


def test_the_table_names_everybody(loaded, run):
    result = run("demo")

    assert result.exit_code == 0
    assert "here already" in result.stdout
    for one in personas(loaded).values():
        assert one["name"] in result.stdout
        assert all(value in result.stdout for value in one["fields"].values())


def test_extra_people_come_once(loaded, run, app):
    assert "Added 3 extra" in run("demo", "--people", "3").stdout
    assert "Added 2 extra" in run("demo", "--people", "5").stdout
    assert "Added 0 extra" in run("demo", "--people", "5").stdout
    assert counts(app)["participant"] == 10


@pytest.mark.postgres
def test_the_demo_is_the_same_on_postgresql(loaded, app, postgres_url):
    other = create_app(settings(postgres_url))

    results = [other.test_cli_runner().invoke(args=["demo", "--json"]) for _ in range(2)]

    assert list(personas(results[0])) == NAMES
    assert results[1].stdout == results[0].stdout
    assert counts(other) == counts(app)
    other.extensions["engine"].dispose()


def test_refuses_in_production(url, monkeypatch):
    monkeypatch.setattr("webapp.kit.ready.problems", lambda app: [])
    app = create_app(settings(url, "production"))

    result = app.test_cli_runner().invoke(args=["demo"])

    assert result.exit_code == 1
    assert "not in production" in result.output
    app.extensions["engine"].dispose()
