from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from tests.cli.conftest import SECRET
from webapp import demo
from webapp.demo import crowd
from webapp.demo.script import stories
from webapp.domain.brief.now import thing_to_do
from webapp.domain.goals.reading import own_goals
from webapp.domain.meetings.calendar import calendar
from webapp.domain.meetings.service import meetings, wishes
from webapp.domain.people.model import Participant
from webapp.domain.surveys.rhythm import SWEDEN
from webapp.domain.surveys.tasks import open_tasks

SATURDAY = datetime(2026, 11, 21, 12, 0, tzinfo=SWEDEN)


@pytest.fixture
def told(session, migrated, hashes):
    def tell(now):
        demo.load(session, hashes=hashes, secret=SECRET.encode(), now=now)
        return {one.name: one for one in session.scalars(select(Participant))}

    return tell


def thing(session, person, now):
    met = meetings(session, participant_id=person.id, now=now)
    return thing_to_do(
        tasks=open_tasks(
            session,
            participant_id=person.id,
            calendar=calendar(
                session,
                participant_id=person.id,
                started_on=person.started_on,
                ended_on=person.ended_on,
                met=met,
                now=now,
            ),
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
    assert met.next
    assert met.next.place == ""


@pytest.mark.parametrize("story", stories(SATURDAY.date()), ids=lambda story: story.name)
def test_a_story_is_told_in_order_and_names_what_it_uses(story):
    known: set[str] = set()
    for event in story.events:
        assert story.starts_at <= event.at
        for role in ("line", "to"):
            assert event.what.get(role, "") in {"", *known}
        known.add(event.what.get("as", ""))


def test_names_of_the_crowd_are_different():
    assert len({crowd.name(number) for number in range(3000)}) == 3000
