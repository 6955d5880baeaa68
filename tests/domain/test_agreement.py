"""Both agree to the very same text, or visibly not."""

from datetime import timedelta

import pytest

from tests.support.record import add_step, own_goal, set_goal
from tests.support.seen import as_seen
from webapp.domain.agreement.model import Stance, Version
from webapp.domain.agreement.rules import Wording
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.goals import service


def say(store, actor, person, ref, value="yes", reason="", seen=1, **given):
    """An answer to the version that was seen."""
    how = {"participant_id": person.id, "ref": ref, "value": value, "reason": reason}
    how["seen"] = as_seen(store, ref, seen)
    return store.do(service.answer_line, actor=actor, lang="en", **how, **given)


def edit(store, actor, person, ref, text, seen=1, **given):
    """A new text instead of the one that was seen."""
    how = {"participant_id": person.id, "ref": ref, "wording": Wording(text, "en")}
    how["seen"] = as_seen(store, ref, seen)
    return store.do(service.edit_line, actor=actor, **how, **given)


def line(store, person, ref):
    """The text as it stands."""
    return own_goal(store, person, ref).line


def test_the_author_has_said_yes_and_the_other_is_waited_for(store, hodan, amina, goal):
    assert line(store, hodan, goal).status == "waiting_coach"

    suggestion = set_goal(store, hodan, "Try the restaurant", by=amina)

    assert line(store, hodan, suggestion).status == "waiting_participant"
    assert line(store, hodan, suggestion).author == "coach"


def test_two_answers_make_an_agreement(store, hodan, amina, goal):
    say(store, amina.actor, hodan, goal)

    assert line(store, hodan, goal).status == "agreed"


@pytest.mark.parametrize("value", ["no", "yes_but"])
def test_a_no_stays_on_the_record_and_blocks_nothing(store, hodan, amina, goal, value):
    say(store, amina.actor, hodan, goal, value, "Too early")
    add_step(store, hodan, goal, "I call them all the same")

    assert line(store, hodan, goal).status == "talk"
    assert line(store, hodan, goal).coach.reason == "Too early"

    say(store, amina.actor, hodan, goal)
    assert line(store, hodan, goal).status == "agreed"
    with store.writing() as session:
        kept = [stance.value for stance in session.query(Stance).order_by(Stance.id)]
    assert kept[:3] == ["yes", value, "yes"] or value in kept


def test_an_edit_undoes_both_answers(store, hodan, amina, goal):
    say(store, amina.actor, hodan, goal)

    edit(store, amina.actor, hodan, goal, "I want to bake")

    now = line(store, hodan, goal)
    assert (now.number, now.edited, now.author) == (2, True, "coach")
    assert (now.participant, now.coach.value, now.status) == (None, "yes", "waiting_participant")


def test_the_same_text_again_is_no_edit(store, hodan, amina, goal):
    say(store, amina.actor, hodan, goal)

    edit(store, hodan.actor, hodan, goal, "  I want to work in a kitchen\r\n")

    assert line(store, hodan, goal).status == "agreed"
    assert line(store, hodan, goal).number == 1


def test_nobody_answers_a_text_they_have_not_seen(store, hodan, amina, goal):
    edit(store, hodan.actor, hodan, goal, "I want to bake")

    with pytest.raises(Conflict):
        say(store, amina.actor, hodan, goal, seen=1)
    with pytest.raises(Conflict):
        edit(store, amina.actor, hodan, goal, "Bake at home", seen=1)

    assert line(store, hodan, goal).wording.text == "I want to bake"
    assert line(store, hodan, goal).coach is None


def test_a_coach_never_answers_for_the_participant(store, hodan, amina):
    suggestion = set_goal(store, hodan, "Try the restaurant", by=amina)

    for value, reason in (("yes", ""), ("no", "Not now"), ("yes_but", "Part time"), ("yes", "")):
        say(store, amina.actor, hodan, suggestion, value, reason)

        assert line(store, hodan, suggestion).participant is None
        assert line(store, hodan, suggestion).status != "agreed"


@pytest.mark.parametrize(
    ("value", "reason", "field", "problem"),
    [
        ("no", "  ", "reason", "empty"),
        ("yes_but", "", "reason", "empty"),
        ("no", "x" * 1001, "reason", "long"),
        ("perhaps", "x", "value", "unknown"),
    ],
)
def test_an_answer_says_why(store, hodan, amina, goal, value, reason, field, problem):
    with pytest.raises(Invalid) as refused:
        say(store, amina.actor, hodan, goal, value, reason)

    assert (refused.value.field, refused.value.reason) == (field, problem)
    assert line(store, hodan, goal).coach is None


@pytest.mark.parametrize(
    ("text", "problem"), [("", "empty"), (" \n", "empty"), ("x" * 501, "long")]
)
def test_a_text_is_neither_empty_nor_endless(store, hodan, goal, text, problem):
    with pytest.raises(Invalid) as refused:
        edit(store, hodan.actor, hodan, goal, text)

    assert (refused.value.field, refused.value.reason) == ("text", problem)


def test_a_stranger_reaches_no_text(store, hodan, yusuf, goal):
    for use_case in (say, edit):
        with pytest.raises(NotFound):
            use_case(store, yusuf.actor, yusuf, goal, *(["mine"] if use_case is edit else []))


def test_answers_and_versions_are_only_added(store, hodan, amina, goal):
    """Whatever the two do, no row that stood there is changed or gone afterwards."""
    kept: dict[tuple[str, int], tuple] = {}
    acts = [
        lambda: say(store, amina.actor, hodan, goal, "no", "Too early"),
        lambda: edit(store, hodan.actor, hodan, goal, "I want to bake", now=later(store, 1)),
        lambda: say(store, amina.actor, hodan, goal, seen=2),
        lambda: say(store, hodan.actor, hodan, goal, "yes_but", "Not on Mondays", seen=2),
        lambda: edit(store, amina.actor, hodan, goal, "Bake on Fridays", seen=2),
    ]
    for act in acts:
        act()
        rows = {(each.__tablename__, each.id): _columns(each) for each in _rows(store)}
        assert kept.items() <= rows.items()
        kept = rows
    assert len(kept) == 3 + 6


def later(store, hours):
    """Some hours from now."""
    return store.now + timedelta(hours=hours)


def _rows(store):
    with store.writing() as session:
        return [*session.query(Version), *session.query(Stance)]


def _columns(row):
    return tuple(getattr(row, column.key) for column in row.__table__.columns)
