"""Consent to share: what it opens, to whom, until when, and that nothing else is ever open."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.clock import MONDAY
from tests.support.outcomes import SECRET_STEP, register, step
from tests.support.people import staff
from tests.support.record import add_step, answer, book, finish, opened, set_goal, task, written
from tests.support.sharing import (
    AUTHORITY,
    REGION,
    consent,
    consents,
    everything_in,
    offer,
    open_page,
    read,
    withdraw,
)
from tests.support.training import activity
from webapp.domain.audit.log import log
from webapp.domain.errors import Closed, Invalid, NotFound
from webapp.domain.goals import service as goals
from webapp.domain.meetings.before import since_last_meeting
from webapp.domain.people.leaving import leave
from webapp.domain.sharing import service
from webapp.domain.sharing.reading import organisations, sharers
from webapp.domain.sharing.rules import Item
from webapp.domain.sharing.shared import own_shared, previewed

DAY, TODAY = timedelta(days=1), MONDAY.date()


@pytest.fixture
def eva(store):
    """Eva at Arbetsförmedlingen."""
    return staff(store, "Eva", organisation=AUTHORITY, role="team")


@pytest.fixture
def ulf(store):
    """Ulf at the region, with whom nobody shares unless they say so."""
    return staff(store, "Ulf", organisation=REGION, role="team")


@pytest.fixture
def full(store, hodan, amina):
    """Something of every kind in Hodan's record, and of each something that is only hers."""
    kitchen = set_goal(store, hodan, "I want to work in a kitchen")
    add_step(store, hodan, kitchen, "I call the restaurant")
    draft = set_goal(store, hodan, "I leave in secret", shared=False)
    add_step(store, hodan, draft, "I ask in secret")
    set_goal(store, hodan, "Learn to cycle", by=amina)
    activity(store, amina, hodan, title="Kitchen practice")
    written(store, hodan, "section", "I speak four languages", part="PROF-02")
    written(store, hodan, "section", "I am tired in secret", part="PROF-05", shared=False)
    written(store, hodan, "contact", "In secret", person="Aunt")
    written(store, hodan, "question", "Who pays?")
    step(store, hodan, "I took the bus alone")
    step(store, hodan, SECRET_STEP, shared=False)
    register(store, amina, hodan)
    book(store, amina, hodan, MONDAY + 2 * DAY)
    return kitchen


PARTS = {
    "goals": "work in a kitchen",
    "activities": "Kitchen practice",
    "path": "four languages",
    "steps": "took the bus",
    "meetings": "Amina",
}


def test_each_kind_opens_its_own_part_and_no_other(store, hodan, eva, full):
    for kind, words in PARTS.items():
        ref = consent(store, hodan, kind)
        text = everything_in(read(store, eva, hodan))
        assert words in text
        for other in PARTS.keys() - {kind}:
            assert PARTS[other] not in text, (kind, other)
        withdraw(store, hodan, ref)


def test_all_kinds_together_never_open_what_is_only_hers(store, hodan, eva, full):
    consent(store, hodan)
    text = everything_in(read(store, eva, hodan))
    assert all(words in text for words in PARTS.values())
    for secret in ("secret", "Aunt", "Who pays", "Learn to cycle", "Storgatan"):
        assert secret not in text, secret


def test_one_goal_opens_that_goal_alone(store, hodan, eva, full):
    set_goal(store, hodan, "I want to drive")
    consent(store, hodan, Item("goals", full))
    (goal,) = read(store, eva, hodan).goals
    assert (goal.text, [each.text for each in goal.steps]) == (
        "I want to work in a kitchen",
        ["I call the restaurant"],
    )


def test_a_goal_that_goes_back_to_only_me_is_gone_at_the_next_request(store, hodan, eva, full):
    consent(store, hodan, "goals", Item("goals", full))
    assert read(store, eva, hodan).goals
    store.do(goals.share_goal, actor=hodan.actor, ref=full, shared=False)
    assert read(store, eva, hodan).goals == ()


def test_a_draft_that_is_ticked_is_not_open(store, hodan, eva):
    draft = set_goal(store, hodan, "I leave in secret", shared=False)
    consent(store, hodan, Item("goals", draft))
    assert read(store, eva, hodan).goals == ()


def test_the_goal_of_somebody_else_is_not_open(store, hodan, yusuf, eva):
    theirs = set_goal(store, yusuf, "I want to sew")
    consent(store, hodan, Item("goals", theirs))
    assert read(store, eva, hodan).goals == ()


def test_answers_are_open_when_they_are_finished_and_have_a_name(store, hodan, eva):
    store.at = MONDAY + 200 * DAY
    consent(store, hodan, "answers")
    egen = task(store, hodan, "EGEN")
    answer(store, hodan, egen, egen.items[0].id, "4")
    assert read(store, eva, hodan).answers == ()
    finish(store, hodan, egen)
    (found,) = read(store, eva, hodan).answers
    assert [(each.item.id, each.now) for each in found.areas] == [(egen.items[0].id, "4")]


def test_a_sealed_rating_and_answers_without_a_name_stay_closed(store, hodan, amina, eva):
    store.at = MONDAY + 100 * DAY
    consent(store, hodan, "answers")
    steg = task(store, hodan, "STEG")
    for item in steg.items:
        answer(store, hodan, steg, item.id, "4")
    finish(store, hodan, steg)
    stod = task(store, hodan, "STOD", named=False)
    for item in stod.items:
        answer(store, hodan, stod, item.id, item.options[0].code if item.options else "text", "x")
    finish(store, hodan, stod)
    assert read(store, eva, hodan).answers == ()


def test_only_the_organisation_that_was_named_reads_it(store, hodan, amina, per, karin, eva, ulf):
    consent(store, hodan)
    assert read(store, eva, hodan).name == "Hodan"
    for stranger in (ulf, amina, per, karin):
        with pytest.raises(NotFound):
            open_page(store, stranger, hodan)


def test_a_coach_of_the_same_organisation_comes_in_by_no_consent(store, hodan, eva):
    colleague = staff(store, "Siv", organisation=AUTHORITY)
    consent(store, hodan)
    with pytest.raises(NotFound):
        open_page(store, colleague, hodan)


def test_staff_who_have_left_read_nothing(store, hodan, eva):
    consent(store, hodan)
    store.do(leave, email=eva.email, successor=None)
    with pytest.raises(NotFound):
        open_page(store, eva, hodan)


def test_it_ends_at_the_end_of_its_last_day_in_sweden(store, hodan, eva):
    consent(store, hodan, until=TODAY + DAY)
    store.at = MONDAY.replace(hour=23, minute=59) + DAY
    assert open_page(store, eva, hodan).name == "Hodan"
    assert store.ask(sharers, staff_id=eva.id, page=1)[0]
    store.at += timedelta(minutes=2)
    with pytest.raises(NotFound):
        open_page(store, eva, hodan)
    assert store.ask(sharers, staff_id=eva.id, page=1) == ((), False)
    with pytest.raises(NotFound):
        store.ask(own_shared, participant_id=hodan.id, ref=consents(store, hodan)[0].ref)


def test_what_is_taken_back_is_closed_at_once_and_undone_by_a_new_consent(store, hodan, eva):
    first = consent(store, hodan, "goals", until=TODAY + 9 * DAY)
    withdraw(store, hodan, first)
    with pytest.raises(NotFound):
        open_page(store, eva, hodan)

    store.at = MONDAY + DAY
    again = store.do(service.give_again, actor=hodan.actor, ref=first).object_ref
    new, old = consents(store, hodan)
    assert (new.ref, old.ref) == (again, first)
    assert (new.items, new.until, new.given_at) == (old.items, old.until, store.now)
    assert old.state(store.now) == "withdrawn"
    assert open_page(store, eva, hodan).opened.kinds == {"goals"}
    with pytest.raises(NotFound):
        store.do(service.give_again, actor=hodan.actor, ref=first)


def test_nothing_is_given_again_after_its_last_day(store, hodan, eva):
    ref = consent(store, hodan, until=TODAY)
    withdraw(store, hodan, ref)
    store.at = MONDAY + DAY
    with pytest.raises(Closed):
        store.do(service.give_again, actor=hodan.actor, ref=ref)


def test_a_change_is_a_new_consent_that_ends_the_old(store, hodan, eva):
    first = consent(store, hodan, "goals", "path")
    consent(store, hodan, "path", replaces=first)
    new, old = consents(store, hodan)
    assert (new.state(store.now), old.state(store.now)) == ("living", "replaced")
    assert old.kinds == ("goals", "path")
    assert open_page(store, eva, hodan).opened.kinds == {"path"}


def test_another_purpose_is_a_consent_of_its_own_beside_the_first(store, hodan, eva):
    consent(store, hodan, "goals")
    other = consent(store, hodan, "path", purpose="own", text="To find a course")
    record = open_page(store, eva, hodan)
    assert record.opened.kinds == {"goals", "path"}
    assert {each.text for each in record.consents} == {"", "To find a course"}
    withdraw(store, hodan, other)
    assert open_page(store, eva, hodan).opened.kinds == {"goals"}


@pytest.mark.parametrize(
    ("given", "field", "reason"),
    [
        ({"until": TODAY - DAY}, "until", "past"),
        ({"until": TODAY + 367 * DAY}, "until", "far"),
        ({"to": "Nobody knows"}, "organisation", "unknown"),
        ({"purpose": "own", "text": " "}, "text", "empty"),
        ({"purpose": "own", "text": "å" * 301}, "text", "long"),
        ({"purpose": "everything"}, "purpose", "unknown"),
    ],
)
def test_what_cannot_be_consented_to(store, hodan, eva, given, field, reason):
    with pytest.raises(Invalid) as refused:
        consent(store, hodan, **given)
    assert (refused.value.field, refused.value.reason) == (field, reason)
    assert consents(store, hodan) == ()


@pytest.mark.parametrize("items", [[], [Item("goals", "x" * 99)], [Item("everything")]])  # type: ignore[arg-type]
def test_nothing_or_something_unknown_cannot_be_shared(store, hodan, eva, items):
    wanted = replace(offer(store), items=tuple(items))
    with pytest.raises(Invalid):
        store.do(service.give, actor=hodan.actor, offer=wanted)


def test_nobody_gives_or_takes_back_for_the_participant(store, hodan, yusuf, amina, eva):
    ref = consent(store, hodan)
    for other in (amina, eva):
        with pytest.raises(NotFound):
            store.do(service.give, actor=other.actor, offer=offer(store))
    for other in (amina, eva, yusuf):
        with pytest.raises(NotFound):
            store.do(service.withdraw, actor=other.actor, ref=ref)
    with pytest.raises(NotFound):
        store.ask(own_shared, participant_id=yusuf.id, ref=ref)


def test_each_opening_leaves_one_line_and_a_refused_one_none(store, hodan, eva, ulf):
    consent(store, hodan)
    read(store, eva, hodan)
    with pytest.raises(NotFound):
        open_page(store, ulf, hodan)
    (line,) = store.ask(log, participant_id=hodan.id)[:1]
    assert (line.name, line.role, line.organisation, line.what) == (
        "Eva",
        "team",
        AUTHORITY,
        "shared",
    )
    assert [each.name for each in store.ask(log, participant_id=hodan.id)].count("Eva") == 1


def test_the_preview_is_what_the_organisation_reads_afterwards(store, hodan, eva, full):
    wanted = offer(store, "goals", "path")
    before = store.ask(previewed, participant_id=hodan.id, offer=wanted)
    store.do(service.give, actor=hodan.actor, offer=wanted)
    after = open_page(store, eva, hodan)
    assert before.opened == after.opened
    assert (before.name, before.organisation) == (after.name, after.organisation)
    assert len(store.ask(log, participant_id=hodan.id)) > 0


def test_the_preview_of_a_change_leaves_out_what_it_replaces(store, hodan, eva):
    first = consent(store, hodan, "goals")
    wanted = offer(store, "path", replaces=first)
    found = store.ask(previewed, participant_id=hodan.id, offer=wanted)
    assert found.opened.kinds == {"path"}


def test_the_list_has_each_person_once_with_the_last_day_of_all(store, hodan, mia, eva, ulf):
    consent(store, hodan, "goals", days=10)
    consent(store, hodan, "path", days=40)
    consent(store, mia, "goals", days=5)
    found, more = store.ask(sharers, staff_id=eva.id, page=1)
    assert [(each.name, each.until) for each in found] == [
        ("Hodan", TODAY + 40 * DAY),
        ("Mia", TODAY + 5 * DAY),
    ]
    assert not more
    assert store.ask(sharers, staff_id=ulf.id, page=1) == ((), False)


def test_organisations_say_whether_somebody_there_can_read(store, amina, eva):
    assert store.ask(organisations) == ((AUTHORITY, True), ("Nordby kommun", False))


def test_the_brief_mentions_what_ends_soon_and_what_was_taken_back(store, hodan, amina, eva, ulf):
    consent(store, hodan, days=31)
    consent(store, hodan, "goals", days=30)
    back = consent(store, hodan, to=REGION)
    gone = consent(store, hodan, "goals", to=REGION, days=3)
    consent(store, hodan, "goals", to=REGION, days=90, replaces=gone)
    store.at = MONDAY + timedelta(hours=1)
    withdraw(store, hodan, back)
    found = store.ask(since_last_meeting, record=opened(store, amina, hodan)).consents
    assert found.ending == ((AUTHORITY, TODAY + 30 * DAY),)
    assert found.withdrawn == ((REGION, store.now),)
    store.do(service.give_again, actor=hodan.actor, ref=back)
    assert (
        store.ask(since_last_meeting, record=opened(store, amina, hodan)).consents.withdrawn == ()
    )
