"""Work training: who chooses, who wishes, what is done once, and what the coach never reads."""

from datetime import timedelta

import pytest

from tests.support.clock import MONDAY
from tests.support.record import opened
from tests.support.statements import statements
from tests.support.training import activity, diary, shared_card, task, view
from webapp.domain.activities.rules import Gap
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.training import card, days, service, tasks
from webapp.domain.training.brief import training_brief

TODAY = MONDAY.date()
DAY = timedelta(days=1)


@pytest.fixture
def trains(store, hodan, amina):
    """Hodan began yesterday."""
    return activity(store, amina, hodan)


@pytest.fixture
def till(store, hodan, amina, trains):
    """A task of the place."""
    return task(store, hodan, "The till", by=amina)


def choose(store, person, *refs, **given):
    store.do(days.choose_week, actor=person.actor, refs=refs, **given)


def assign(store, coach, person, ref, assigned=True):
    how = {"actor": coach.actor, "participant_id": person.id}
    store.do(days.assign_task, ref=ref, assigned=assigned, **how)


def test_a_task_done_today_is_done_once_and_can_be_undone(store, hodan, till):
    for _ in range(2):
        store.do(days.mark_done, actor=hodan.actor, ref=till, done=True)
    found = view(store, hodan, till)
    assert (set(found.days), found.first_on, found.last_on) == ({TODAY}, TODAY, TODAY)

    for _ in range(2):
        store.do(days.mark_done, actor=hodan.actor, ref=till, done=False)
    assert view(store, hodan, till).days == frozenset()


def test_the_week_holds_exactly_what_was_chosen_and_what_the_place_asked_for(
    store, hodan, amina, till
):
    coffee, shop = (task(store, hodan, name, by=amina) for name in ("Coffee", "The shop"))
    assign(store, amina, hodan, shop)
    choose(store, hodan, till, coffee)
    choose(store, hodan, coffee)

    week = {one.title: one.planned for one in diary(store, hodan).of_week(TODAY)}
    assert week == {"Coffee": {TODAY: "participant"}, "The shop": {TODAY: "coach"}}

    store.at = MONDAY + 7 * DAY
    assert diary(store, hodan).of_week(TODAY + 7 * DAY) == ()


def test_a_choice_is_never_turned_into_an_order_nor_back(store, hodan, amina, till):
    choose(store, hodan, till)
    assign(store, amina, hodan, till)
    assign(store, amina, hodan, till, assigned=False)
    assert view(store, hodan, till).planned == {TODAY: "participant"}

    choose(store, hodan)
    assign(store, amina, hodan, till)
    choose(store, hodan, till)
    assert view(store, hodan, till).planned == {TODAY: "coach"}
    assign(store, amina, hodan, till, assigned=False)
    assert view(store, hodan, till).planned == {}


def test_a_wish_waits_until_the_task_is_done(store, hodan, till):
    store.do(tasks.wish_task, actor=hodan.actor, ref=till, wished=True)
    own = task(store, hodan, "Paint", wished=True)
    assert [view(store, hodan, ref).waits for ref in (till, own)] == [True, True]

    store.do(days.mark_done, actor=hodan.actor, ref=till, done=True)
    store.do(tasks.wish_task, actor=hodan.actor, ref=own, wished=False)
    assert [view(store, hodan, ref).waits for ref in (till, own)] == [False, False]


def test_a_coach_neither_wishes_nor_does_nor_chooses(store, hodan, amina, till):
    ref = task(store, hodan, "Paint", by=amina, wished=True, done=True)
    assert (view(store, hodan, ref).wished_on, view(store, hodan, ref).days) == (None, frozenset())
    for use_case, given in (
        (tasks.wish_task, {"ref": till, "wished": True}),
        (days.mark_done, {"ref": till, "done": True}),
        (days.choose_week, {"refs": (till,)}),
        (days.note_energy, {"level": 3}),
        (service.say_why, {"text": "Why", "lang": "en", "shared": True}),
    ):
        with pytest.raises(NotFound):
            store.do(use_case, actor=amina.actor, **given)


def test_a_participant_neither_assigns_nor_promises_support(store, hodan, till):
    how = {"actor": hodan.actor, "participant_id": hodan.id}
    with pytest.raises(NotFound):
        store.do(days.assign_task, ref=till, assigned=True, **how)
    with pytest.raises(NotFound):
        store.do(service.add_support, what="x", from_whom="y", contact="", lang="en", **how)


def test_nobody_reaches_anothers_training(store, hodan, yusuf, amina, till):
    activity(store, amina, yusuf)
    for use_case, given in (
        (tasks.wish_task, {"ref": till, "wished": True}),
        (days.mark_done, {"ref": till, "done": True}),
        (days.choose_week, {"refs": (till,)}),
        (tasks.remove_task, {"ref": till, "removed": True, "participant_id": yusuf.id}),
        (tasks.add_task, {"title": "x", "lang": "en", "participant_id": hodan.id}),
    ):
        with pytest.raises(NotFound):
            store.do(use_case, actor=yusuf.actor, **given)


def test_without_work_training_there_is_nothing_to_write(store, hodan, amina):
    activity(store, amina, hodan, lane="health")
    activity(store, amina, hodan, started_on=TODAY + DAY)
    with pytest.raises(NotFound):
        store.do(days.note_energy, actor=hodan.actor, level=3)
    with pytest.raises(NotFound):
        task(store, hodan, "Paint")


def test_each_side_takes_away_what_it_has_added_and_figures_stay(store, hodan, amina, till):
    own = task(store, hodan, "Paint", done=True)
    how = {"participant_id": hodan.id, "removed": True}
    for actor, ref in ((hodan.actor, till), (amina.actor, own)):
        with pytest.raises(NotFound):
            store.do(tasks.remove_task, actor=actor, ref=ref, **how)

    store.do(tasks.remove_task, actor=hodan.actor, ref=own, **how)
    assert [one.title for one in diary(store, hodan).listed] == ["The till"]
    assert view(store, hodan, own).days == {TODAY}
    with pytest.raises(NotFound):
        store.do(days.mark_done, actor=hodan.actor, ref=own, done=False)

    store.do(tasks.remove_task, actor=hodan.actor, ref=own, **how | {"removed": False})
    assert len(diary(store, hodan).listed) == 2


def test_there_is_one_energy_for_a_day_and_it_can_be_changed(store, hodan, trains):
    for level in (2, 4):
        store.do(days.note_energy, actor=hodan.actor, level=level)
    store.at = MONDAY + DAY
    store.do(days.note_energy, actor=hodan.actor, level=1)
    assert diary(store, hodan).energy == ((TODAY, 4), (TODAY + DAY, 1))
    for level in (0, 6):
        with pytest.raises(Invalid):
            store.do(days.note_energy, actor=hodan.actor, level=level)


def test_a_private_reason_is_never_read_by_the_coach(store, hodan, amina, trains):
    how = {"actor": hodan.actor, "lang": "en"}
    for shared in (True, False):
        store.do(service.say_why, text="I want friends", shared=shared, **how)
        own = store.ask(card.own_card, participant_id=hodan.id)
        assert (own.reason.text, own.reason.shared) == ("I want friends", shared)
        found = shared_card(store, amina, hodan).reason
        assert (found is not None) == shared


def test_the_support_card_says_what_from_whom_and_how(store, hodan, amina):
    how = {"actor": amina.actor, "participant_id": hodan.id}
    said = {"what": "A break when you need it", "from_whom": "Samira", "contact": " 08-1 "}
    ref = store.do(service.add_support, lang="en", **said, **how).object_ref
    found = store.ask(card.own_card, participant_id=hodan.id)
    assert [(one.what, one.from_whom, one.contact) for one in found.support] == [
        ("A break when you need it", "Samira", "08-1")
    ]
    assert found.reason is None
    for removed, left in ((True, 0), (False, 1)):
        store.do(service.remove_support, ref=ref, removed=removed, **how)
        assert len(shared_card(store, amina, hodan).support) == left


@pytest.mark.parametrize("title", ["", " \u200b", "x" * 121])
def test_a_task_has_words(store, hodan, trains, title):
    with pytest.raises(Invalid):
        task(store, hodan, title)


def test_the_log_is_one_statement(store, hodan, till):
    choose(store, hodan, till)
    store.do(days.mark_done, actor=hodan.actor, ref=till, done=True)
    store.do(days.note_energy, actor=hodan.actor, level=4)
    with statements(store.engine) as seen:
        found = diary(store, hodan)
    assert len(seen) == 1
    assert [one.title for one in found.of_week(TODAY)] == ["The till"]
    assert found.level(TODAY) == 4


def test_the_brief_reads_training_and_gaps_in_one_statement(store, hodan, amina, till):
    store.do(days.mark_done, actor=hodan.actor, ref=till, done=True)
    record = opened(store, amina, hodan)
    with statements(store.engine) as seen:
        found = store.ask(training_brief, record=record, day=TODAY)
    assert len(seen) == 1
    assert (found.gap, found.new_coach_on) == (None, None)
    assert found.figures.different == 1


def test_the_brief_tells_a_gap_and_nothing_about_training_that_is_not(store, hodan, amina):
    day = TODAY + 20 * DAY
    found = store.ask(training_brief, record=opened(store, amina, hodan), day=day)
    assert found.gap == Gap("nothing", TODAY, day)
    assert found.figures is None
