"""The frozen plan holds everything in the coordinated plan, and hides what is taken back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.agreement import document, edit, freeze, own_plan, plans, say, shared_plan
from tests.support.coordination import contact, follow_up, write
from tests.support.people import staff
from tests.support.record import add_step, set_goal, written
from tests.support.seen import as_seen
from tests.support.sharing import AUTHORITY, consent
from tests.support.training import activity
from webapp.domain.agreement.rules import Wording
from webapp.domain.coordination import service as texts
from webapp.domain.errors import Conflict
from webapp.domain.goals import service as goals
from webapp.domain.goals import steps
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.plan.document import PlanDocument, Section, from_text, to_text
from webapp.domain.profile import service as profile
from webapp.domain.profile.rules import Words
from webapp.domain.sharing.rules import Item

DAY = timedelta(days=1)


@pytest.fixture
def goal(store, hodan):
    """A shared goal. Eva makes her organisation one to share with."""
    staff(store, "Eva", organisation=AUTHORITY, role="team")
    return set_goal(store, hodan, "I want to work in a kitchen")


def rewrite(store, person, ref, text="Something else", *, shared=True, seen=1):
    """Other words for an own text, or the same kept to oneself."""
    store.do(
        texts.edit, actor=person.actor, participant_id=person.id, ref=ref,
        seen=as_seen(store, ref, seen), wording=Wording(text, "en"), shared=shared,
    )  # fmt: skip


def said(found):
    """Every text and fact of a frozen plan as one string."""
    return " ".join(
        [entry.line.wording.text for each in found.document.sections for entry in each.entries]
        + [value for each in found.document.sections for _, value in each.facts]
    )


def test_every_field_of_the_coordinated_plan_is_frozen_for_both(store, hodan, amina, goal):
    day = day_in_sweden(store.now)
    write(store, hodan, "important", "My children")
    written(store, hodan, "drive", "To be of use")
    write(store, hodan, "need", "Glasses")
    write(store, hodan, "need", "An eye test", by=amina)
    write(store, hodan, "description", "Works as a cook", by=amina, about=("goal", goal))
    write(store, hodan, "measure", "Three days a week", about=("goal", goal))
    place = activity(store, amina, hodan)
    write(store, hodan, "myself", "I take the bus", about=("activity", place))
    write(store, hodan, "help", "Show her the way", by=amina, about=("activity", place))
    write(store, hodan, "help", "A quiet room")
    contact(store, amina, hodan, name="Samira")
    held = follow_up(store, amina, hodan, day, "Per")
    write(store, hodan, "result", "It went well", about=("follow_up", held))
    consent(store, hodan, "activities", Item("goals", goal), to=AUTHORITY)

    ref = freeze(store, hodan, amina)

    for found in (own_plan(store, hodan, ref), shared_plan(store, amina, hodan, ref)):
        for word in (
            "Amina", "My children", "To be of use", "Glasses", "An eye test", "Works as a cook",
            "Three days a week", "I take the bus", "Show her the way", "A quiet room", "Samira",
            "Per", "It went well", AUTHORITY, "activities", "kitchen",
        ):  # fmt: skip
            assert word in said(found), word
        (named,) = found.document.of("consent_goal")
        assert named.line == goal
    for section in document(store, hodan).sections:
        assert from_text(to_text(section)) == section


@pytest.mark.parametrize("kind", ["need", "measure", "drive"])
def test_what_is_taken_back_is_no_longer_read_by_staff(store, hodan, amina, goal, kind):
    if kind == "drive":
        entry = written(store, hodan, "drive", "My secret drive")
    else:
        about = ("goal", goal) if kind == "measure" else None
        entry = write(store, hodan, kind, "My secret text", about=about)
    ref = freeze(store, hodan, amina)
    assert "secret" in said(shared_plan(store, amina, hodan, ref))

    if kind == "drive":
        store.do(profile.remove, actor=hodan.actor, ref=entry, removed=True)
    else:
        rewrite(store, hodan, entry, shared=False)

    seen = shared_plan(store, amina, hodan, ref)
    assert seen.withheld == 1
    assert "secret" not in said(seen)
    assert "secret" in said(own_plan(store, hodan, ref))
    with pytest.raises(Conflict):
        say(store, hodan, ref, "no", "because", by=amina)


def test_a_goal_that_is_taken_back_takes_along_all_that_is_said_about_it(store, hodan, amina, goal):
    write(store, hodan, "description", "Works as a cook", by=amina, about=("goal", goal))
    write(store, hodan, "measure", "Three days a week", about=("goal", goal))
    consent(store, hodan, Item("goals", goal), to=AUTHORITY)
    ref = freeze(store, hodan, amina)

    store.do(goals.share_goal, actor=hodan.actor, ref=goal, shared=False)

    seen = shared_plan(store, amina, hodan, ref)
    assert seen.withheld == 4
    for word in ("kitchen", "cook", "Three days"):
        assert word not in said(seen)
        assert word in said(own_plan(store, hodan, ref))


@pytest.mark.parametrize("of", ["goal", "step", "need"])
def test_what_is_taken_back_and_shared_in_other_words_stays_taken_back(
    store, hodan, amina, goal, of
):
    """Staff read the words that are shared now, and not again those that were taken back."""
    step = add_step(store, hodan, goal, "My secret text") if of == "step" else ""
    need = write(store, hodan, "need", "My secret text") if of == "need" else ""
    ref = set_goal(store, hodan, "My secret text") if of == "goal" else goal
    frozen = freeze(store, hodan, amina)
    assert "secret" in said(shared_plan(store, amina, hodan, frozen))
    store.at = store.now + DAY

    if of == "need":
        rewrite(store, hodan, need, "A plain text", shared=False)
        rewrite(store, hodan, need, "A plain text", seen=2)
    else:
        doer = "participant" if of == "step" else None
        store.do(goals.share_goal, actor=hodan.actor, ref=ref, shared=False)
        edit(store, hodan, step or ref, "A plain text", doer=doer)
        store.do(goals.share_goal, actor=hodan.actor, ref=ref, shared=True)

    seen = shared_plan(store, amina, hodan, frozen)
    assert "secret" not in said(seen)
    assert seen.withheld == 1
    assert "secret" in said(own_plan(store, hodan, frozen))


@pytest.mark.parametrize("away", ["taken back", "taken away"])
@pytest.mark.parametrize("again", ["other words", "the same words"])
def test_a_drive_that_was_taken_back_comes_back_only_in_the_same_words(
    store, hodan, amina, goal, away, again
):
    entry = written(store, hodan, "drive", "My secret drive")
    frozen = freeze(store, hodan, amina)
    store.at = store.now + DAY
    how = {"actor": hodan.actor, "ref": entry}
    later = "My secret drive" if again == "the same words" else "My own money"
    if away == "taken away":  # in other words that were shared all the time
        store.do(profile.edit, words=Words(later, "en"), shared=True, **how)
        store.do(profile.remove, removed=True, **how)
        assert "secret" not in said(shared_plan(store, amina, hodan, frozen))
        store.do(profile.remove, removed=False, **how)
    else:
        store.do(profile.edit, words=Words("My secret drive", "en"), shared=False, **how)
        assert "secret" not in said(shared_plan(store, amina, hodan, frozen))
        store.do(profile.edit, words=Words(later, "en"), shared=True, **how)

    seen = shared_plan(store, amina, hodan, frozen)
    assert ("secret" in said(seen)) == (again == "the same words")
    assert "secret" in said(own_plan(store, hodan, frozen))


def test_a_drive_in_other_words_that_was_shared_all_the_time_hides_nothing(
    store, hodan, amina, goal
):
    entry = written(store, hodan, "drive", "To be of use")
    frozen = freeze(store, hodan, amina)
    store.at = store.now + DAY
    words = Words("My own money", "en")
    store.do(profile.edit, actor=hodan.actor, ref=entry, words=words, shared=True)
    assert "To be of use" in said(shared_plan(store, amina, hodan, frozen))


def test_a_text_that_its_writer_took_away_is_no_longer_read_by_staff(store, hodan, amina, goal):
    step = add_step(store, hodan, goal, "I call the restaurant")
    need = write(store, hodan, "need", "My secret text")
    theirs = write(store, hodan, "need", "An eye test", by=amina)
    frozen = freeze(store, hodan, amina)
    how = {"actor": hodan.actor, "participant_id": hodan.id, "ref": need}

    store.do(texts.remove, removed=True, **how)
    store.do(texts.remove, removed=True, **{**how, "actor": amina.actor, "ref": theirs})
    store.do(steps.remove_step, actor=hodan.actor, ref=step, removed=True)

    seen = shared_plan(store, amina, hodan, frozen)
    assert seen.withheld == 1
    assert "secret" not in said(seen)
    assert "An eye test" in said(seen)  # staff's words, and a step that was agreed, are history
    assert "I call the restaurant" in said(seen)
    assert "secret" in said(own_plan(store, hodan, frozen))
    with pytest.raises(Conflict):
        say(store, hodan, frozen, "no", "because", by=amina)
    store.do(texts.remove, removed=False, **how)
    assert "secret" in said(shared_plan(store, amina, hodan, frozen))


def test_other_words_that_were_shared_all_the_time_hide_nothing(store, hodan, amina, goal):
    ref = freeze(store, hodan, amina)
    store.at = store.now + DAY
    edit(store, hodan, goal, "I want to bake")
    seen = shared_plan(store, amina, hodan, ref)
    assert (seen.withheld, "kitchen" in said(seen)) == (0, True)


def test_a_draft_is_in_no_frozen_plan_and_changes_none(store, hodan, amina, goal):
    ref = freeze(store, hodan)
    before = document(store, hodan).seen
    draft = set_goal(store, hodan, "I leave in secret", shared=False)
    write(store, hodan, "need", "A secret need", shared=False)
    write(store, hodan, "measure", "Secret proof", about=("goal", draft))
    written(store, hodan, "drive", "A secret drive", shared=False)

    assert document(store, hodan).seen == before
    consent(store, hodan, "activities", Item("goals", draft), to=AUTHORITY)
    found = document(store, hodan)
    assert "secret" not in str(found).lower()
    assert draft not in str(found)
    assert freeze(store, hodan) != ref  # a consent is a fact of the plan


def test_single_things_of_other_kinds_are_named_by_their_kind_alone(store, hodan, amina, goal):
    secret = written(store, hodan, "try", "A try that is taken back")
    consent(store, hodan, "activities", Item("path", secret), to=AUTHORITY)
    found = shared_plan(store, amina, hodan, freeze(store, hodan))
    (given,) = found.document.of("consent")
    assert (given.fact("kinds"), given.fact("partly")) == ("activities", "path")
    assert "taken back" not in str(found)


def test_a_consent_to_whole_kinds_is_frozen_as_before(store, hodan, amina, goal):
    consent(store, hodan, "activities", Item("goals", goal), to=AUTHORITY)
    (given,) = own_plan(store, hodan, freeze(store, hodan)).document.of("consent")
    assert "partly" not in dict(given.facts)


def test_protected_identity_hides_every_place_also_in_what_was_frozen_before(
    store, hodan, amina, goal
):
    activity(store, amina, hodan)
    contact(store, amina, hodan, name="Samira", role="Nurse", reach="08-123 45 67")
    follow_up(store, amina, hodan, day_in_sweden(store.now), "Per at the clinic")
    found = own_plan(store, hodan, freeze(store, hodan))

    hidden = found.document.without_places()
    assert "Samira" in said(found)
    for word in ("Samira", "Nurse", "08-123", "Per at"):
        assert word not in said(replace(found, document=hidden))
    assert "Nordby clinic" in said(replace(found, document=hidden))
    for section in hidden.of("activity"):
        assert section.fact("title")
        assert not section.fact("organisation")


def test_days_that_pass_change_no_plan_and_new_texts_do(store, hodan, amina, goal):
    activity(store, amina, hodan)
    follow_up(store, amina, hodan, day_in_sweden(store.now) + 10 * DAY)
    before = document(store, hodan)
    store.at = store.now + 40 * DAY
    assert document(store, hodan).seen == before.seen

    ref = write(store, hodan, "need", "Glasses")
    needed = document(store, hodan)
    assert needed.substance != before.substance
    rewrite(store, hodan, ref, "New glasses")
    assert document(store, hodan).substance != needed.substance


def test_a_new_contact_is_no_other_text_but_can_be_agreed_on(store, hodan, amina, goal):
    first = freeze(store, hodan)
    before = document(store, hodan)
    contact(store, amina, hodan)

    assert document(store, hodan).substance == before.substance
    second = freeze(store, hodan, amina)
    assert [each.ref for each in plans(store, hodan)] == [second, first]
    assert freeze(store, hodan) == second


def test_a_plan_of_texts_alone_can_be_agreed_on(store, hodan, amina):
    write(store, hodan, "need", "Glasses")
    say(store, hodan, freeze(store, hodan), by=amina)
    assert plans(store, hodan)[0].status == "agreed"


SECTIONS = st.builds(
    Section,
    st.sampled_from(["owner", "gap", "coach", "activity", "contact", "follow_up", "consent"]),
    st.none(),
    facts=st.lists(
        st.tuples(st.sampled_from(["name", "state", "first", "organisation"]), st.text(max_size=9)),
        max_size=4,
        unique_by=lambda fact: fact[0],
    ).map(tuple),
    entry=st.none() | st.text("abc", max_size=4),
)


@given(st.lists(SECTIONS, max_size=6), st.randoms())
def test_the_order_of_facts_says_nothing_and_text_comes_back_whole(sections, random):
    mixed = random.sample(sections, len(sections))
    first, other = PlanDocument(tuple(sections)), PlanDocument(tuple(mixed))

    assert first.around == other.around
    assert first.substance == PlanDocument(()).substance
    assert [from_text(to_text(each)) for each in sections] == sections


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)) | st.none())
def test_a_day_in_a_fact_is_that_day(day):
    found = Section("gap", None, facts=(("first", day.isoformat() if day else ""),))
    assert found.day("first") == day
    assert found.day("nothing") is None
