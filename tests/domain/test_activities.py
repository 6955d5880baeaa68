"""What goes on for a person: who writes it, what runs side by side, and where the gaps are."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.clock import MONDAY
from tests.support.record import opened
from tests.support.statements import statements
from webapp.domain.activities import reading, rules, service
from webapp.domain.activities.facts import Facts
from webapp.domain.activities.rules import ActivityView, Gap
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people import service as people

TODAY = MONDAY.date()
DAY = timedelta(days=1)
CAFE = Facts(
    "training", "Café", "sv", TODAY, organisation="Trädet", contact_name="Ali", contact_phone="08-1"
)


def add(store, coach, person, facts=CAFE):
    record = opened(store, coach, person)
    found = store.do(service.add_activity, actor=coach.actor, record=record, facts=facts)
    return found.object_ref


def found(store, person):
    return store.ask(reading.activities, participant_id=person.id)


def running(lane="training", first=TODAY, last=None):
    return ActivityView("ref", lane, "Café", "sv", "", "", "", first, last)


def test_an_activity_is_added_corrected_ended_and_goes_on_after_all(store, hodan, amina):
    ref = add(store, amina, hodan)
    assert [(one.title, one.contact_name, one.ended_on) for one in found(store, hodan)] == [
        ("Café", "Ali", None)
    ]
    how = {"actor": amina.actor, "record": opened(store, amina, hodan), "ref": ref}

    store.do(service.correct_activity, facts=replace(CAFE, title=" Shop ", lane="get"), **how)
    assert (found(store, hodan)[0].title, found(store, hodan)[0].lane) == ("Shop", "get")

    for last in (TODAY, None):
        store.do(service.end_activity, ended_on=last, **how)
        assert found(store, hodan)[0].ended_on == last


def test_nobody_but_the_coach_of_the_person_writes(store, hodan, yusuf, amina, per):
    ref = add(store, amina, hodan)
    for actor, person in ((hodan.actor, hodan), (per.actor, hodan), (amina.actor, yusuf)):
        how = {"actor": actor, "record": opened(store, amina, person)}
        with pytest.raises(NotFound):
            store.do(service.correct_activity, facts=CAFE, ref=ref, **how)
        with pytest.raises(NotFound):
            store.do(service.end_activity, ended_on=TODAY, ref=ref, **how)
    with pytest.raises(NotFound):
        store.do(
            service.add_activity,
            actor=hodan.actor,
            record=opened(store, amina, hodan),
            facts=CAFE,
        )
    with pytest.raises(NotFound):
        store.ask(reading.activity, participant_id=yusuf.id, ref=ref)


@pytest.mark.parametrize(
    ("wrong", "field", "reason"),
    [
        ({"lane": "stairs"}, "lane", "unknown"),
        ({"title": " \u200b"}, "title", "empty"),
        ({"title": "x" * 121}, "title", "long"),
        ({"contact_phone": "1" * 33}, "contact_phone", "long"),
        ({"started_on": date(1999, 1, 1)}, "started_on", "far"),
        ({"started_on": date(2030, 1, 1)}, "started_on", "far"),
        ({"ended_on": TODAY - DAY}, "ended_on", "before"),
    ],
)
def test_what_cannot_be_is_refused(store, hodan, amina, wrong, field, reason):
    with pytest.raises(Invalid) as refused:
        add(store, amina, hodan, replace(CAFE, **wrong))
    assert (refused.value.field, refused.value.reason) == (field, reason)
    assert found(store, hodan) == ()


def test_with_protected_identity_no_place_and_no_contact_is_stored(store, mia, amina):
    with pytest.raises(Invalid, match="protected"):
        add(store, amina, mia)
    add(store, amina, mia, Facts("training", "Café", "sv", TODAY))
    assert len(found(store, mia)) == 1


def test_the_same_form_sent_again_adds_one(store, hodan, amina):
    record = opened(store, amina, hodan)
    for _ in range(2):
        store.do(service.add_activity, actor=amina.actor, record=record, facts=CAFE, key="once")
    assert len(found(store, hodan)) == 1


def test_the_path_holds_activities_and_changes_of_coach_in_one_statement(store, hodan, amina, per):
    add(store, amina, hodan)
    add(store, amina, hodan, replace(CAFE, lane="health", title="Walks", started_on=TODAY - DAY))
    store.at = MONDAY + 3 * DAY
    store.do(people.assign, participant_id=hodan.id, staff_id=per.id)

    with statements(store.engine) as seen:
        path = store.ask(reading.work_path, participant_id=hodan.id)

    assert len(seen) == 1
    assert [one.title for one in path.activities] == ["Walks", "Café"]
    assert path.activities == found(store, hodan)
    assert path.coach_changes == (TODAY + 3 * DAY,)


def test_lanes_run_side_by_side_and_never_in_an_order():
    both = (running("get"), running("training"), running("training", TODAY + DAY))

    there = rules.side_by_side(both, TODAY)

    assert list(there) == ["get", "training"]
    assert [len(ones) for ones in there.values()] == [1, 1]


def test_a_gap_begins_at_fourteen_days():
    start = TODAY - 30 * DAY
    before = running(first=start, last=TODAY - 14 * DAY)
    assert rules.gaps((before,), (), start, TODAY - DAY) == ()
    assert rules.gap_now((before,), start, TODAY - DAY) is None

    gap = Gap("nothing", TODAY - 13 * DAY, TODAY)
    assert rules.gaps((before,), (), start, TODAY) == (gap,)
    assert gap.days == 14
    assert rules.gap_now((before,), start, TODAY) == gap
    assert rules.gap_now((before, running()), start, TODAY) is None


def test_a_change_of_coach_is_a_gap_although_something_runs():
    start = TODAY - 30 * DAY
    found = rules.gaps((running(first=start),), (TODAY - DAY, TODAY + DAY), start, TODAY)
    assert found == (Gap("coach", TODAY - DAY, TODAY - DAY),)


def test_find_get_and_keep_are_quiet_after_thirty_days_and_the_others_never():
    start = TODAY - 29 * DAY
    assert rules.quiet_lanes((), start, TODAY - DAY) == {}
    assert rules.quiet_lanes((), start, TODAY) == {"find": 30, "get": 30, "keep": 30}
    assert rules.quiet_lanes((running("find"),), start, TODAY) == {"get": 30, "keep": 30}


days = st.integers(-60, 60).map(lambda number: TODAY + number * DAY)


@st.composite
def some(draw):
    first = draw(days)
    last = draw(st.none() | st.integers(0, 60).map(lambda number: first + number * DAY))
    return running(draw(st.sampled_from(rules.LANES)), first, last)


@given(st.lists(some(), max_size=6), days, st.integers(0, 100))
def test_gaps_are_inside_apart_and_hold_no_day_on_which_something_runs(ones, start, length):
    end = start + length * DAY
    found = rules.gaps(ones, (), start, end)
    inside = [gap.first + number * DAY for gap in found for number in range(gap.days)]

    assert inside == sorted(set(inside))
    assert all(start <= day <= end for day in inside)
    assert not any(rules.running(ones, day) for day in inside)
    assert all(gap.days >= rules.GAP_DAYS for gap in found)


@given(st.lists(some(), max_size=6), days, st.integers(0, 100))
def test_every_long_empty_stretch_is_a_gap(ones, start, length):
    end = start + length * DAY
    inside = {
        gap.first + number * DAY
        for gap in rules.gaps(ones, (), start, end)
        for number in range(gap.days)
    }
    stretch: list[date] = []
    for number in range(length + 2):
        day = start + number * DAY
        if day <= end and not rules.running(ones, day):
            stretch.append(day)
            continue
        assert (set(stretch) <= inside) or len(stretch) < rules.GAP_DAYS
        stretch = []
