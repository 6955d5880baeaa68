"""Single things to share: those that were chosen are read, while they are shared, and no others."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.support.clock import MONDAY
from tests.support.outcomes import register, step
from tests.support.people import participant, staff
from tests.support.record import (
    add_step,
    answer,
    finish,
    opened,
    own_path,
    set_goal,
    task,
    written,
)
from tests.support.sharing import AUTHORITY, consent, everything_in, read, withdraw
from tests.support.training import activity
from webapp.domain.activities import service as activities
from webapp.domain.goals import service as goals
from webapp.domain.outcomes import own_steps
from webapp.domain.partners.names import own_names, shared_names, to_choose
from webapp.domain.profile import service as profile
from webapp.domain.sharing.opened import open_values
from webapp.domain.sharing.rules import Item
from webapp.domain.sharing.rules import opened as open_now

DAY = timedelta(days=1)
FEW = settings(
    max_examples=12,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def eva(store):
    """Eva at Arbetsförmedlingen."""
    return staff(store, "Eva", organisation=AUTHORITY, role="team")


@pytest.fixture
def full(store, hodan, amina):
    """Hodan's record: each thing that can be shared by itself, by a word that only it says."""
    kitchen = set_goal(store, hodan, "I want to work in a kitchen")
    add_step(store, hodan, kitchen, "I call the restaurant")
    secret = set_goal(store, hodan, "I leave in secret", shared=False)
    set_goal(store, hodan, "Learn to cycle in secret", by=amina)
    written(store, hodan, "section", "I am tired in secret", part="PROF-05", shared=False)
    step(store, hodan, "I slept in secret", shared=False)
    things = {
        "kitchen": Item("goals", kitchen),
        "drive a lorry": Item("goals", set_goal(store, hodan, "I want to drive a lorry")),
        "Kitchen practice": Item(
            "activities", activity(store, amina, hodan, title="Kitchen practice")
        ),
        "Choir": Item("activities", activity(store, amina, hodan, title="Choir", lane="health")),
        "four languages": Item(
            "path", written(store, hodan, "section", "I speak four languages", part="PROF-02")
        ),
        "the bakery": Item("path", written(store, hodan, "try", "Visit the bakery")),
        "my children": Item("path", written(store, hodan, "drive", "For my children")),
        "the bus": Item("steps", step(store, hodan, "I took the bus alone")),
        "to the bank": Item("steps", step(store, hodan, "I went to the bank")),
        "work_training": Item("steps", register(store, amina, hodan, status="work_training")),
    }
    return things, Item("goals", secret)


def seen(things, page) -> set[str]:
    """Which of the things stand on the page."""
    text = everything_in(page)
    assert "secret" not in text
    return {word for word in things if word in text}


def test_whichever_are_chosen_those_and_no_others_are_read(store, hodan, eva, full):
    things, secret = full

    @FEW
    @given(chosen=st.sets(st.sampled_from(sorted(things)), min_size=1), more=st.booleans())
    def those_and_no_others(chosen, more):
        ref = consent(store, hodan, *(things[word] for word in sorted(chosen)), secret)
        other = consent(store, hodan, "meetings", "path", days=5) if more else None
        whole = {word for word, item in things.items() if more and item.kind == "path"}
        page = read(store, eva, hodan)
        assert seen(things, page) == chosen | whole
        for kind in ("goals", "activities", "path", "steps"):
            named = {things[word].kind for word in chosen} | {"goals"}
            assert page.has(kind) == (kind in named or (more and kind == "path"))
        for each in (ref, other):
            if each:
                withdraw(store, hodan, each)

    those_and_no_others()


def test_what_can_be_chosen_is_what_would_be_read(store, hodan, eva, full):
    things, _ = full
    offered = to_choose(store.ask(own_names, participant_id=hodan.id))
    assert {one.thing for one in offered} == set(things.values())
    consent(store, hodan, *(one.thing for one in offered))
    by_name = read(store, eva, hodan)
    consent(store, hodan, "goals", "activities", "path", "steps", "answers")
    assert everything_in(read(store, eva, hodan)) == everything_in(by_name)


def test_what_is_written_later_does_not_come_along(store, hodan, eva, full):
    things, _ = full
    consent(store, hodan, *things.values())
    step(store, hodan, "I wrote this later")
    written(store, hodan, "try", "Also written later")
    assert "later" not in everything_in(read(store, eva, hodan))


def test_a_change_of_one_that_was_chosen_comes_along(store, hodan, eva):
    ref = written(store, hodan, "try", "Visit the bakery")
    consent(store, hodan, Item("path", ref))
    (entry,) = own_path(store, hodan)
    words = type(entry.words)("Visit the forge", "en")
    store.do(profile.edit, actor=hodan.actor, ref=ref, words=words, shared=True)
    text = everything_in(read(store, eva, hodan))
    assert "forge" in text
    assert "bakery" not in text


def test_each_that_goes_back_to_only_me_is_gone_at_the_next_request(store, hodan, eva, full):
    things, _ = full
    consent(store, hodan, *things.values())
    own = {"actor": hodan.actor, "shared": False}
    store.do(goals.share_goal, ref=things["kitchen"].ref, **own)
    store.do(own_steps.share, ref=things["the bus"].ref, **own)
    words = next(one.words for one in own_path(store, hodan) if one.words.part == "PROF-02")
    store.do(profile.edit, ref=things["four languages"].ref, words=words, **own)
    gone = {"kitchen", "the bus", "four languages"}
    assert seen(things, read(store, eva, hodan)) == things.keys() - gone


def test_an_activity_that_is_over_is_no_longer_read(store, hodan, amina, eva, full):
    things, _ = full
    choir = things["Choir"]
    consent(store, hodan, choir)
    store.do(
        activities.end_activity,
        actor=amina.actor,
        record=opened(store, amina, hodan),
        ref=choir.ref,
        ended_on=MONDAY.date() - DAY,
    )
    page = read(store, eva, hodan)
    assert page.has("activities")
    assert page.things == ()
    assert not store.ask(own_names, participant_id=hodan.id)[choir].opens


@pytest.mark.parametrize("kind", ["goals", "activities", "path", "steps", "answers"])
def test_a_name_of_another_kind_or_person_opens_nothing(
    store, hodan, yusuf, amina, eva, full, kind
):
    things, _ = full
    others = [item.ref for item in things.values() if item.kind != kind]
    theirs = [
        set_goal(store, yusuf, "I want to sew"),
        activity(store, amina, yusuf, title="Sewing"),
        written(store, yusuf, "try", "Sew a dress"),
        step(store, yusuf, "I sewed"),
    ]
    consent(store, hodan, *(Item(kind, ref) for ref in (*others, *theirs)))
    assert everything_in(read(store, eva, hodan)) == "((), (), ())"


def test_one_answer_is_read_without_the_others(store, amina, eva):
    store.at = MONDAY.replace(year=2025)
    nils = participant(store, amina, "Nils", language="en")
    store.at = None
    egen = task(store, nils, "EGEN")
    first, second = egen.items[:2]
    offer = lambda: [  # noqa: E731
        one.thing.ref
        for one in to_choose(store.ask(own_names, participant_id=nils.id))
        if one.thing.kind == "answers"
    ]
    answer(store, nils, egen, first.id, "4")
    answer(store, nils, egen, second.id, "2")
    assert offer() == []
    finish(store, nils, egen)
    assert offer() == [first.id, second.id]
    consent(store, nils, Item("answers", second.id))
    (found,) = read(store, eva, nils).answers
    assert [(area.item.id, area.now) for area in found.areas] == [(second.id, "2")]


def test_the_coach_gets_no_name_of_what_only_the_person_sees(store, hodan, amina, full):
    things, secret = full
    own = store.ask(own_names, participant_id=hodan.id)
    assert own[secret].text == "I leave in secret"
    assert not own[secret].shared
    names = store.ask(shared_names, record=opened(store, amina, hodan))
    assert secret not in names
    assert "slept" not in repr(names)
    assert "tired" not in repr(names)
    assert set(things.values()) <= names.keys()


@given(refs=st.sets(st.text("abc", min_size=1, max_size=3), max_size=100))
def test_a_list_of_names_has_one_of_few_lengths_and_keeps_them_all(refs):
    found = open_values(open_now(Item("path", ref) for ref in refs))["single"]
    assert set(found) - {""} == {f"path/{ref}" for ref in refs}
    assert len(found) in {1, 2, 4, 8, 16, 32, 64, 128}
