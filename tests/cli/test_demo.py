import json
from datetime import datetime, timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from tests.cli.conftest import SECRET, settings
from webapp import demo
from webapp.app import create_app
from webapp.demo.script import stories
from webapp.domain.goals.reading import own_goals
from webapp.domain.meetings.now import thing_to_do
from webapp.domain.meetings.service import meetings, wishes
from webapp.domain.people import passwords, rules, signing_in
from webapp.domain.people.model import Participant
from webapp.domain.surveys.reading import own_responses, tasks
from webapp.domain.surveys.rules import SWEDEN
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


def test_crowd_names_are_different():
    from webapp.demo import crowd

    assert len({crowd.name(number) for number in range(3000)}) == 3000


def test_refuses_in_production(url, monkeypatch):
    monkeypatch.setattr("webapp.kit.ready.problems", lambda app: [])
    app = create_app(settings(url, "production"))

    result = app.test_cli_runner().invoke(args=["demo"])

    assert result.exit_code == 1
    assert "not in production" in result.output
    app.extensions["engine"].dispose()


@pytest.fixture
def told(session, migrated, hashes):
    def tell(now):
        demo.load(session, hashes=hashes, secret=SECRET.encode(), now=now)
        return {one.name: one for one in session.scalars(select(Participant))}

    return tell


def thing(session, person, now):
    met = meetings(session, participant_id=person.id, now=now)
    return thing_to_do(
        tasks=tasks(
            own_responses(session, participant_id=person.id),
            started_on=person.started_on,
            last_meeting=met.last_key,
            now=now,
        ),
        goals=own_goals(session, participant_id=person.id),
        meetings=met,
        wishes=wishes(session, participant_id=person.id, since=met.since),
        now=now,
    )


def test_each_has_another_thing_to_do(session, told):
    people = told(SATURDAY)

    things = {name: thing(session, person, SATURDAY) for name, person in people.items()}

    assert {name: each.kind for name, each in things.items()} == {
        "Hodan": "survey",
        "Yusuf": "proposal",
        "Lena": "survey",
        "Oleh": "nothing",
        "Mia": "wish",
    }
    assert things["Hodan"].task.instrument.id == "MOTE"
    assert things["Lena"].task.instrument.id == "EGEN"
    assert 0 < things["Lena"].task.answered < len(things["Lena"].task.items)


# A Sunday, a Monday as the summer time begins, a Friday after it ended, and a leap day.
DAYS = [
    SATURDAY + timedelta(days=1),
    datetime(2026, 3, 30, 0, 30, tzinfo=SWEDEN),
    datetime(2026, 10, 30, 23, 45, tzinfo=SWEDEN),
    datetime(2028, 2, 29, 8, 0, tzinfo=SWEDEN),
]


@pytest.mark.parametrize("now", DAYS, ids=lambda now: now.strftime("%a %d %b %Y"))
def test_the_stories_can_be_told_on_any_day(session, told, now):
    people = told(now)

    assert len(people) == 5
    for person in people.values():
        met = meetings(session, participant_id=person.id, now=now)
        assert met.next is not None
        assert met.next.starts_at > now
        assert met.last is not None
        assert met.last.starts_at.astimezone(SWEDEN).weekday() < 5
    assert thing(session, people["Hodan"], now).kind == "survey"
    assert thing(session, people["Yusuf"], now).kind == "proposal"


def test_mia_has_only_an_alias(session, told):
    mia = told(SATURDAY)["Mia"]

    met = meetings(session, participant_id=mia.id, now=SATURDAY)
    assert mia.protected
    assert met.next and met.next.place == ""


@pytest.mark.parametrize("story", stories(SATURDAY.date()), ids=lambda story: story.name)
def test_a_story_is_told_in_order_and_names_what_it_uses(story):
    known: set[str] = set()
    for event in story.events:
        assert story.starts_at <= event.at
        for role in ("line", "to"):
            assert event.what.get(role, "") in {"", *known}
        known.add(event.what.get("as", ""))
