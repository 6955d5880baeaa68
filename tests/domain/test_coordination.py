"""The coordinated plan: both sides write, neither over the other, and a draft is nobody else's."""

from datetime import timedelta

import pytest

from tests.support.clock import MONDAY
from tests.support.coordination import (
    answer,
    follow_up,
    own_texts,
    own_whole,
    shared_texts,
    whole,
    write,
)
from tests.support.record import set_goal, written
from tests.support.seen import as_seen
from tests.support.training import activity
from webapp.domain.agreement.rules import Wording
from webapp.domain.coordination import answering, service
from webapp.domain.coordination.rules import MOST_TEXTS
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.goals import service as goals

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
    how = {"wording": Wording("x", "en"), "shared": True}

    for actor, ref in ((amina.actor, mine), (hodan.actor, theirs)):
        given = {"actor": actor, "participant_id": hodan.id, "ref": ref}
        seen = as_seen(store, ref)
        with pytest.raises(NotFound):
            store.do(service.edit, seen=seen, **given, **how)
        with pytest.raises(NotFound):
            store.do(service.remove, removed=True, **given)
        with pytest.raises(NotFound):  # nor by the way of goals
            store.do(goals.edit_line, seen=seen, wording=Wording("x", "en"), **given)
    assert texts(own_texts(store, hodan)) == ["I need glasses", "Her eyes"]


def test_the_person_answers_what_staff_write_and_a_change_asks_again(store, hodan, amina):
    ref = write(store, hodan, "need", "Her eyes", by=amina)
    answer(store, hodan, ref, "no", "It is my ears")
    (text,) = shared_texts(store, amina, hodan)
    assert text.line.participant is not None
    assert (text.line.status, text.line.participant.reason) == ("talk", "It is my ears")

    wording = Wording("Her ears", "en")
    given = {"participant_id": hodan.id, "ref": ref, "seen": as_seen(store, ref), "shared": True}
    store.do(service.edit, actor=amina.actor, wording=wording, **given)
    with pytest.raises(Conflict):
        answer(store, hodan, ref, "yes")
    answer(store, hodan, ref, "yes", seen=2)
    (text,) = own_texts(store, hodan)
    assert text.line.status == "agreed"


def test_staff_cannot_answer_for_the_person(store, hodan, amina):
    ref = write(store, hodan, "need", "Her eyes", by=amina)
    said = {"value": "yes", "reason": "", "lang": "en", "seen": as_seen(store, ref)}
    with pytest.raises(NotFound):
        store.do(answering.answer, actor=amina.actor, ref=ref, **said)


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
    ref = write(store, hodan, "description", "Works in a bakery", by=amina, about=("goal", goal))
    store.do(goals.share_goal, actor=hodan.actor, ref=goal, shared=False)

    assert shared_texts(store, amina, hodan) == ()
    assert whole(store, amina, hodan).goals == own_whole(store, hodan).goals == ()
    with pytest.raises(NotFound):
        write(store, hodan, "measure", "x", by=amina, about=("goal", goal))
    given = {"participant_id": hodan.id, "ref": ref, "removed": True}
    with pytest.raises(NotFound):
        store.do(service.remove, actor=amina.actor, **given)


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
