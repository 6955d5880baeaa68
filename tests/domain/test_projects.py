"""What a project switches on and off: who may, from when, and that every change is kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.clock import MONDAY
from tests.support.people import staff
from tests.support.statements import statements
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people import signed_in, signing_in
from webapp.domain.people import staff as accounts
from webapp.domain.people.leaving import leave
from webapp.domain.projects import reading, rules, service
from webapp.domain.projects.rules import ALL_ON, Setting, Settings
from webapp.domain.sharing.gate import open_record

OFF = Setting(is_on=False)
TODAY = MONDAY.date()
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
LIMITS = st.none() | DAYS


@pytest.fixture
def switch(store):
    """Switches EGEN as this member of staff, in their own project unless another is given."""

    def switched(who, setting, **given):
        wanted = {"instrument_id": "EGEN", **given}
        if "project_id" not in wanted:
            wanted["project_id"] = who.project_id
        return store.do(service.switch, actor=who.actor, setting=setting, **wanted)

    return switched


def chosen(store, who, instrument="EGEN"):
    return store.ask(reading.settings_of, project_id=who.project_id).of(instrument)


def history(store, who):
    return store.ask(reading.changes, project_id=who.project_id, instrument_id="EGEN")


# --- rules -------------------------------------------------------------------------------------


@given(st.booleans(), LIMITS, LIMITS, DAYS)
def test_it_is_on_from_the_first_day_to_the_last_and_on_no_other(is_on, first, last, day):
    settings = Settings({"EGEN": Setting(is_on, first, last)})
    within = (first or date.min) <= day <= (last or date.max)
    assert settings.is_on("EGEN", day) == (is_on and within)
    assert (settings.of("EGEN").state(day) == "on") == settings.is_on("EGEN", day)


@given(DAYS)
def test_what_nobody_has_changed_is_on(day):
    assert Settings({"STOD": OFF}).is_on("EGEN", day)
    assert ALL_ON.is_on("STOD", day)


@given(DAYS, st.integers(0, 400))
def test_the_days_themselves_are_included(first, days):
    last = first + timedelta(days=days)
    setting = Setting(True, first, last)
    states = [
        setting.state(day) for day in (first - timedelta(1), first, last, last + timedelta(1))
    ]
    assert states == ["waits", "on", "on", "over"]


@pytest.mark.parametrize(
    ("first", "last", "field", "reason"),
    [
        (date(2026, 12, 2), date(2026, 12, 1), "until_on", "before"),
        (date(1, 1, 1), None, "from_on", "far"),
        (None, date(9999, 12, 31), "until_on", "far"),
    ],
)
def test_days_that_cannot_be_meant_are_refused(first, last, field, reason):
    with pytest.raises(Invalid) as refused:
        rules.check_setting(Setting(True, first, last), today=TODAY)
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_one_day_is_enough():
    rules.check_setting(Setting(True, TODAY, TODAY), today=TODAY)


# --- switching ---------------------------------------------------------------------------------


def test_every_change_is_kept_and_the_newest_counts(store, karin, switch):
    dated = Setting(True, date(2026, 12, 1), date(2027, 1, 31))
    for days, setting in enumerate((OFF, dated)):
        store.at = MONDAY + timedelta(days=days)
        assert switch(karin, setting)

    assert chosen(store, karin) == dated
    assert chosen(store, karin, "STOD") == Setting()
    assert [(one.setting, one.name) for one in history(store, karin)] == [
        (dated, "Karin"),
        (OFF, "Karin"),
    ]
    assert [one.at for one in history(store, karin)] == [MONDAY + timedelta(days=1), MONDAY]


def test_the_same_form_sent_again_adds_nothing(store, karin, switch):
    assert switch(karin, OFF)
    assert not switch(karin, OFF)
    assert not switch(karin, Setting(), instrument_id="STOD")
    assert len(history(store, karin)) == 1


def test_a_refused_day_changes_nothing(store, karin, switch):
    with pytest.raises(Invalid):
        switch(karin, Setting(True, date(2026, 12, 2), date(2026, 12, 1)))
    assert history(store, karin) == ()


def test_only_a_leader_of_that_project_can(store, amina, karin, hodan, switch):
    stranger = staff(store, "Sten", organisation="Annan", role="project_leader", project="Annat")
    for who, project in (
        (amina, amina.project_id),
        (stranger, karin.project_id),
        (replace(karin, id=amina.id), karin.project_id),
        (hodan, karin.project_id),
        (karin, stranger.project_id),
        (karin, None),
    ):
        with pytest.raises(NotFound):
            switch(who, OFF, project_id=project)
    assert switch(stranger, OFF)
    assert chosen(store, karin) == Setting()


def test_a_leader_who_has_left_cannot(store, karin, switch):
    store.do(leave, email=karin.email, successor=None)
    with pytest.raises(NotFound):
        switch(karin, OFF)


def test_an_unknown_instrument_does_not_exist(karin, switch):
    with pytest.raises(NotFound):
        switch(karin, OFF, instrument_id="NOPE")


def test_one_statement_tells_everything_and_none_without_a_project(store, karin, switch):
    for instrument in ("EGEN", "STOD", "MOTE"):
        switch(karin, OFF, instrument_id=instrument)
    with statements(store.engine) as seen:
        found = store.ask(reading.settings_of, project_id=karin.project_id)
    assert len(seen) == 1
    assert set(found.chosen) == {"EGEN", "STOD", "MOTE"}
    with statements(store.engine) as seen:
        assert store.ask(reading.settings_of, project_id=None) == ALL_ON
    assert seen == []


# --- who is in which project -------------------------------------------------------------------


def test_a_new_participant_is_in_the_project_of_the_coach(store, amina, hodan):
    record = store.do(open_record, staff_id=amina.id, ref=hodan.ref, what="page")
    assert record.project_id == amina.project_id is not None


def test_whoever_signs_in_is_known_with_the_project_in_one_statement(store, amina, hodan):
    for who in (amina, hodan):
        token = store.do(signing_in.begin, **{f"{who.actor.kind}_id": who.id})
        with statements(store.engine) as seen:
            found = store.ask(signed_in.whose, token=token)
        assert found is not None
        assert found.project_id == amina.project_id
        assert len(seen) == 1


def test_a_project_is_made_once_and_several_organisations_share_it(amina, per, karin):
    assert amina.project_id == per.project_id == karin.project_id
    assert amina.project_id is not None


def test_another_name_is_another_project(store, amina):
    owner = store.do(accounts.add_organisation, name="Ny", kind="municipality")
    other = store.do(accounts.add_project, name="Annat", organisation_id=owner)
    assert other != amina.project_id
    assert store.do(accounts.add_project, name="Annat", organisation_id=owner) == other
