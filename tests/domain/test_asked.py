"""What decides whether somebody is asked: the project, the end, and the version."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.support.outcomes import register
from tests.support.people import participant, staff
from tests.support.record import answer, coach_task, rate, task
from webapp.domain.errors import Closed, Invalid
from webapp.domain.instruments.comparable import continues, recorded
from webapp.domain.instruments.definitions import InvalidInstrument
from webapp.domain.instruments.frozen import verify
from webapp.domain.instruments.load import CATALOGUE, instrument, read_folder
from webapp.domain.meetings.calendar import calendar, instruments_on
from webapp.domain.people import model
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.projects import service as projects
from webapp.domain.projects.rules import Setting
from webapp.domain.surveys.change import compare
from webapp.domain.surveys.model import Round
from webapp.domain.surveys.reading import own_responses
from webapp.domain.surveys.tasks import open_tasks

FOUR_MONTHS = timedelta(days=123)


def project_of(store, coach):
    with store.writing() as session:
        return session.get_one(model.Staff, coach.id).project_id


def test_what_a_project_switches_off_is_asked_of_nobody_in_it(store, amina, karin, hodan):
    project = project_of(store, karin)
    store.do(
        projects.switch,
        actor=karin.actor,
        project_id=project,
        instrument_id="STEG",
        setting=Setting(is_on=False, from_on=None, until_on=None),
    )

    asked = store.ask(instruments_on, project_id=project)
    assert "STEG" not in {each.id for each in asked}
    assert "STOD" in {each.id for each in asked}
    assert {each.id for each in store.ask(instruments_on, project_id=None)} >= {"STEG", "STOD"}


def test_when_the_time_here_ends_the_exit_form_opens(store, amina, hodan):
    store.at += FOUR_MONTHS
    assert task(store, hodan, "STOD").occasion.form == "ongoing"
    register(store, amina, hodan, "exit", "work_training", day_in_sweden(store.now))

    with store.writing() as session:
        person = session.get_one(model.Participant, hodan.id)
        given = {"started_on": person.started_on, "ended_on": person.ended_on}
    when = store.ask(calendar, participant_id=hodan.id, **given)
    tasks = store.ask(open_tasks, participant_id=hodan.id, calendar=when)
    forms = {each.instrument.id: each.occasion.form for each in tasks}
    assert forms["STOD"] == "exit"
    assert "STEG" not in forms


def test_an_item_of_the_other_side_is_refused(store, hodan):
    store.at += FOUR_MONTHS
    with pytest.raises(Invalid) as refused:
        answer(store, hodan, task(store, hodan, "STOD"), "STOD-03C", "4")
    assert (refused.value.field, refused.value.reason) == ("item", "unknown")


def test_a_round_that_began_in_another_version_takes_no_mixed_answers(store, hodan):
    egen = task(store, hodan, "EGEN")
    answer(store, hodan, egen, "EGEN-01", "4")
    with store.writing() as session:
        session.execute(update(Round).values(version="0.9"))
    with pytest.raises(Closed):
        answer(store, hodan, egen, "EGEN-02", "4")


def test_half_a_rating_is_never_stored(store, amina, hodan):
    store.at += FOUR_MONTHS
    steg = coach_task(store, amina, hodan, "STEG")
    with pytest.raises(Invalid):
        rate(store, amina, hodan, steg, STEG_11="")
    assert coach_task(store, amina, hodan, "STEG").response is None


# --- versions ----------------------------------------------------------------------------------


@pytest.fixture
def two_versions(tmp_path: Path) -> Path:
    """The catalogue with a second version of one survey."""
    folder = Path(shutil.copytree(CATALOGUE, tmp_path / "catalogue"))
    text = (folder / "STOD-1.0.toml").read_text(encoding="utf-8")
    new = text.replace('version = "1.0"', 'version = "1.1"')
    (folder / "STOD-1.1.toml").write_text(new, encoding="utf-8")
    return folder


def newest(folder: Path):
    return next(one for one in read_folder(folder) if one.name == "STOD-1.1")


RECORD = (
    '[[comparable]]\nnewer = "STOD-1.1"\nolder = "STOD-1.0"\nby = "Karin Berg"\n'
    'on = "2027-03-01"\nwhy = "Only a spelling was mended."\n'
)


def test_another_version_is_another_series(two_versions):
    assert not continues(newest(two_versions), "1.0", two_versions)
    assert continues(newest(two_versions), "1.1", two_versions)


def test_unless_a_person_has_recorded_that_they_ask_the_same(two_versions):
    (two_versions / "comparable.toml").write_text(RECORD, encoding="utf-8")
    assert continues(newest(two_versions), "1.0", two_versions)
    assert not continues(newest(two_versions), "0.9", two_versions)
    assert not continues(instrument("EGEN"), "0.9", two_versions)


def test_verify_finds_a_record_of_a_version_that_is_not_there(two_versions):
    record = RECORD.replace("STOD-1.0", "STOD-0.9")
    (two_versions / "comparable.toml").write_text(record, encoding="utf-8")
    assert "comparable.toml: there is no STOD-0.9" in verify(two_versions)


@pytest.mark.parametrize("key", ["by", "on", "why"])
def test_a_record_says_who_when_and_why(two_versions, key):
    lines = [line for line in RECORD.splitlines() if not line.startswith(f"{key} =")]
    (two_versions / "comparable.toml").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InvalidInstrument, match=f"{key} is missing"):
        recorded(two_versions)


def test_an_answer_to_an_old_version_is_not_compared(store, amina):
    coach = staff(store, "Sara", organisation="Nordby kommun")
    person = participant(store, coach, "Nils")
    answer(store, person, task(store, person, "EGEN"), "EGEN-01", "4")
    responses = store.ask(own_responses, participant_id=person.id)
    egen = instrument("EGEN")
    assert compare(egen, responses) is not None
    assert compare(replace(egen, version="2.0"), responses) is None
