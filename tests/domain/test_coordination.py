"""The coordinated plan: both sides write, neither over the other, and a draft is nobody else's."""

from dataclasses import asdict
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.clock import MONDAY
from tests.support.coordination import (
    answer,
    contact,
    follow_up,
    own_texts,
    own_whole,
    shared_texts,
    whole,
    write,
)
from tests.support.people import participant, staff
from tests.support.record import opened, set_goal, written
from tests.support.training import activity
from webapp.domain.agreement.rules import Wording
from webapp.domain.coordination import facts, service
from webapp.domain.coordination.rules import MOST_TEXTS, ContactView
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.goals import service as goals
from webapp.domain.meetings.before import since_last_meeting
from webapp.domain.people.staff import possible_owners

TODAY, DAY = MONDAY.date(), timedelta(days=1)


def texts(found):
    return [text.line.wording.text for text in found]


def test_own_words_and_staffs_stand_beside_each_other(store, hodan, amina):
    write(store, hodan, "need", "I need glasses")
    write(store, hodan, "need", "Hodan needs her eyes tested", by=amina)

    for plan in (whole(store, amina, hodan), own_whole(store, hodan)):
        assert texts(plan.needs.own) == ["I need glasses"]
        assert texts(plan.needs.staff) == ["Hodan needs her eyes tested"]


def test_neither_side_changes_or_takes_away_what_the_other_wrote(store, hodan, amina):
    mine = write(store, hodan, "need", "I need glasses")
    theirs = write(store, hodan, "need", "Her eyes", by=amina)
    how = {"seen": 1, "wording": Wording("x", "en"), "shared": True}

    for actor, ref in ((amina.actor, mine), (hodan.actor, theirs)):
        given = {"actor": actor, "participant_id": hodan.id, "ref": ref}
        with pytest.raises(NotFound):
            store.do(service.edit, **given, **how)
        with pytest.raises(NotFound):
            store.do(service.remove, removed=True, **given)
        with pytest.raises(NotFound):  # nor by the way of goals
            store.do(goals.edit_line, seen=1, wording=Wording("x", "en"), **given)
    assert texts(own_texts(store, hodan)) == ["I need glasses", "Her eyes"]


def test_the_person_answers_what_staff_write_and_a_change_asks_again(store, hodan, amina):
    ref = write(store, hodan, "need", "Her eyes", by=amina)
    answer(store, hodan, ref, "no", "It is my ears")
    (text,) = shared_texts(store, amina, hodan)
    assert text.line.participant is not None
    assert (text.line.status, text.line.participant.reason) == ("talk", "It is my ears")

    wording = Wording("Her ears", "en")
    given = {"participant_id": hodan.id, "ref": ref, "seen": 1, "shared": True}
    store.do(service.edit, actor=amina.actor, wording=wording, **given)
    with pytest.raises(Conflict):
        answer(store, hodan, ref, "yes")
    answer(store, hodan, ref, "yes", seen=2)
    (text,) = own_texts(store, hodan)
    assert text.line.status == "agreed"


def test_staff_cannot_answer_for_the_person(store, hodan, amina):
    ref = write(store, hodan, "need", "Her eyes", by=amina)
    said = {"value": "yes", "reason": "", "lang": "en", "seen": 1}
    with pytest.raises(NotFound):
        store.do(service.answer, actor=amina.actor, ref=ref, **said)


@pytest.mark.parametrize(
    ("part", "by", "about"),
    [
        ("important", "amina", None), ("myself", "amina", None), ("description", "hodan", "goal"),
        ("description", "amina", None), ("need", "hodan", "goal"), ("magic", "hodan", None),
    ],
)  # fmt: skip
def test_each_part_has_its_writers_and_its_subjects(store, hodan, amina, part, by, about):
    goal = set_goal(store, hodan, "Bake")
    named = (about, goal) if about else None
    with pytest.raises(Invalid):
        write(store, hodan, part, "x", by=amina if by == "amina" else None, about=named)


def test_a_description_stands_by_its_goal_once(store, hodan, amina):
    goal = set_goal(store, hodan, "Bake")
    write(store, hodan, "description", "Works in a bakery", by=amina, about=("goal", goal))
    write(store, hodan, "measure", "I bake on Mondays", about=("goal", goal))

    with pytest.raises(Invalid, match="exists"):
        write(store, hodan, "description", "Again", by=amina, about=("goal", goal))
    (found,) = whole(store, amina, hodan).goals
    assert texts(found.described.staff) == ["Works in a bakery"]
    assert texts(found.measured.own) == ["I bake on Mondays"]


def test_a_goal_that_is_kept_takes_its_descriptions_with_it(store, hodan, amina):
    goal = set_goal(store, hodan, "Bake")
    write(store, hodan, "description", "Works in a bakery", by=amina, about=("goal", goal))
    store.do(goals.share_goal, actor=hodan.actor, ref=goal, shared=False)

    assert shared_texts(store, amina, hodan) == ()
    assert whole(store, amina, hodan).goals == own_whole(store, hodan).goals == ()
    with pytest.raises(NotFound):
        write(store, hodan, "measure", "x", by=amina, about=("goal", goal))


def test_nothing_is_written_about_a_thing_of_somebody_else(store, hodan, yusuf, amina):
    goal, place = set_goal(store, yusuf, "Bake"), activity(store, amina, yusuf)
    day = follow_up(store, amina, yusuf, TODAY)
    for part, kind, ref in (
        ("measure", "goal", goal), ("help", "activity", place), ("result", "follow_up", day),
    ):  # fmt: skip
        with pytest.raises(NotFound):
            write(store, hodan, part, "x", about=(kind, ref))


def test_drafts_are_not_counted_for_staff(store, hodan, amina):
    for number in range(MOST_TEXTS):
        write(store, hodan, "need", f"{number}", shared=False)
    with pytest.raises(Invalid, match="many"):
        write(store, hodan, "need", "one more")
    write(store, hodan, "need", "Her eyes", by=amina)
    assert texts(shared_texts(store, amina, hodan)) == ["Her eyes"]


def test_what_is_taken_away_comes_back(store, hodan, amina):
    ref = write(store, hodan, "need", "I need glasses")
    given = {"actor": hodan.actor, "participant_id": hodan.id, "ref": ref}
    store.do(service.remove, removed=True, **given)
    assert own_texts(store, hodan) == shared_texts(store, amina, hodan) == ()
    store.do(service.remove, removed=False, **given)
    assert texts(shared_texts(store, amina, hodan)) == ["I need glasses"]


def test_what_drives_the_person_stands_in_the_plan_without_being_asked_again(store, hodan, amina):
    written(store, hodan, "drive", "", part="own-money")
    written(store, hodan, "drive", "In secret", shared=False)

    (drive,) = whole(store, amina, hodan).drives
    assert drive.picture == "own-money"


def test_activities_run_side_by_side_with_what_the_person_does_and_needs(store, hodan, amina):
    first = activity(store, amina, hodan, "training")
    activity(store, amina, hodan, "health", title="Physiotherapy")
    write(store, hodan, "myself", "I go there by bus", about=("activity", first))
    write(store, hodan, "help", "Somebody shows her", by=amina, about=("activity", first))

    lanes = whole(store, amina, hodan).lanes
    assert set(lanes) == {"training", "health"}
    (shop,) = lanes["training"]
    assert texts(shop.myself.own) == ["I go there by bus"]
    assert texts(shop.help.staff) == ["Somebody shows her"]


def test_the_coach_is_responsible_until_somebody_else_is(store, hodan, amina):
    assert _owner(whole(store, amina, hodan)) == ("Amina", "Nordby kommun")
    eva = staff(store, "Eva", organisation="Arbetsförmedlingen", role="team")
    found = store.ask(possible_owners, staff_id=amina.id, protected=False)
    ref = next(each.ref for each in found if each.id == eva.id)
    record = opened(store, amina, hodan)
    store.do(facts.set_owner, actor=amina.actor, record=record, staff_ref=ref)

    assert _owner(whole(store, amina, hodan)) == ("Eva", "Arbetsförmedlingen")
    with pytest.raises(NotFound):
        opened(store, eva, hodan)
    mine = next(each.ref for each in found if each.id == amina.id)
    store.do(facts.set_owner, actor=amina.actor, record=record, staff_ref=mine)
    assert _owner(own_whole(store, hodan)) == ("Amina", "Nordby kommun")


def _owner(plan):
    return (plan.owner.name, plan.owner.organisation)


def test_follow_ups_have_a_day_a_caller_and_a_result_from_both(store, hodan, amina):
    ref = follow_up(store, amina, hodan, TODAY, "Eva")
    later = follow_up(store, amina, hodan, TODAY + 30 * DAY)
    write(store, hodan, "result", "It went well", about=("follow_up", ref))
    write(store, hodan, "result", "Two days a week", by=amina, about=("follow_up", ref))

    plan = own_whole(store, hodan)
    (held,) = plan.follow_ups
    assert (held.follow_up.caller, held.over) == ("Eva", True)
    assert texts(held.result.own) + texts(held.result.staff) == ["It went well", "Two days a week"]
    assert plan.next_follow_up is not None
    assert plan.next_follow_up.follow_up.ref == later


@pytest.mark.parametrize(("day", "problem"), [(TODAY - DAY, "past"), (TODAY + 999 * DAY, "far")])
def test_a_day_that_cannot_be_meant_is_refused(store, hodan, amina, day, problem):
    with pytest.raises(Invalid, match=problem):
        follow_up(store, amina, hodan, day)


def test_protected_identity_has_no_person_and_no_place(store, mia, amina):
    record = opened(store, amina, mia)
    for name in ("name", "role", "reach"):
        with pytest.raises(Invalid, match="protected"):
            contact(store, amina, mia, **{name: "Samira"})
    with pytest.raises(Invalid, match="protected"):
        follow_up(store, amina, mia, TODAY, "The clinic in Lund")
    contact(store, amina, mia, organisation="The region")
    staff(store, "Eva", organisation="Arbetsförmedlingen", role="team")
    owners = store.ask(possible_owners, staff_id=amina.id, protected=record.protected)

    assert {each.organisation for each in owners} == {"Nordby kommun"}
    (found,) = whole(store, amina, mia).contacts
    assert (found.organisation, found.name, found.reach) == ("The region", "", "")


def test_what_was_stored_before_the_protection_is_hidden_too(store, hodan, amina):
    contact(store, amina, hodan, name="Samira", reach="08-1")
    activity(store, amina, hodan, organisation="The workshop", contact_phone="08-2")

    plan = asdict(own_whole(store, hodan, protected=True))
    assert not {"Samira", "08-1", "The workshop", "08-2"} & set(_words(plan))


def _words(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [word for each in value for word in _words(each)]
    return [value]


def test_a_contact_needs_an_organisation_and_belongs_to_one_person(store, hodan, yusuf, amina):
    with pytest.raises(Invalid, match="organisation: empty"):
        contact(store, amina, hodan, organisation=" ")
    ref = contact(store, amina, hodan, name="Samira")
    record = opened(store, amina, yusuf)
    said = ContactView("", "Another", "", "", "")
    with pytest.raises(NotFound):
        store.do(facts.correct_contact, actor=amina.actor, record=record, ref=ref, said=said)


def test_the_brief_tells_how_much_is_new_and_the_day(store, hodan, amina):
    store.at = store.now + timedelta(minutes=5)
    write(store, hodan, "need", "I need glasses")
    write(store, hodan, "need", "In secret", shared=False)
    ref = write(store, hodan, "need", "Her eyes", by=amina)
    follow_up(store, amina, hodan, TODAY + 5 * DAY)

    def news():
        record = opened(store, amina, hodan)
        return store.ask(since_last_meeting, record=record).coordination

    store.at = store.now + timedelta(minutes=5)
    assert (news().new, news().follow_up) == (1, TODAY + 5 * DAY)
    answer(store, hodan, ref, "yes")
    assert news().new == 2


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["write", "keep", "share", "hide", "away", "back", "goal", "hide goal"]),
        st.integers(0, 3),
    ),
    max_size=12,
)


@settings(max_examples=25)
@given(acts=ACTS)
def test_whatever_happens_a_draft_comes_out_of_no_reading_for_staff(store, acts):
    coach = staff(store, f"Coach{next(NUMBERS)}", organisation="Nordby kommun")
    person = participant(store, coach, "Hodan")
    goal, open_goal = set_goal(store, person, "Bake"), True
    known: dict[str, list[bool]] = {}  # shared, there, about the goal
    for what, number in acts:
        ref = sorted(known)[number % len(known)] if known else ""
        if what in ("write", "keep"):
            part = ("need", "myself", "help", "important")[number]
            made = write(store, person, part, f"words {len(known)}", shared=what == "write")
            known[made] = [what == "write", True, False]
        elif what == "goal":
            try:
                made = write(store, person, "measure", "words of a goal", about=("goal", goal))
            except Invalid:
                continue
            known[made] = [True, True, True]
        elif what == "hide goal":
            open_goal = number % 2 == 0
            store.do(goals.share_goal, actor=person.actor, ref=goal, shared=open_goal)
        elif ref:
            _do(store, person, known, ref, what)

    readable = {
        ref for ref, (shared, there, of_goal) in known.items()
        if shared and there and (open_goal or not of_goal)
    }  # fmt: skip
    assert {text.ref for text in shared_texts(store, coach, person)} == readable
    plans = (whole(store, coach, person), own_whole(store, person))
    hidden = {ref for ref in known if ref not in readable}
    for plan in plans:
        assert not hidden & set(_words(asdict(plan)))


def _do(store, person, known, ref, what):
    given = {"actor": person.actor, "participant_id": person.id, "ref": ref}
    _, there, _ = known[ref]
    if what in ("share", "hide") and there:
        seen = next(text.line for text in own_texts(store, person) if text.ref == ref)
        store.do(
            service.edit, seen=seen.number, wording=seen.wording, shared=what == "share", **given
        )
        known[ref][0] = what == "share"
    elif what in ("away", "back") and there == (what == "away"):
        try:
            store.do(service.remove, removed=there, **given)
        except Invalid:
            return
        known[ref][1] = not there


NUMBERS = iter(range(1_000_000))
