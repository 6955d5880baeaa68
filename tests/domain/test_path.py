"""What the participant writes about themself, and what the coach gets of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.path import edit, entry, texts
from tests.support.record import own_path, shared_path, written
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.profile import service, summary
from webapp.domain.profile.model import ProfileEntry
from webapp.domain.profile.rules import Words

DAY = timedelta(days=1)


def test_a_section_and_the_big_goal_are_written_over_and_their_earlier_words_kept(store, hodan):
    for text in ("One", "Two"):
        written(store, hodan, "big_goal", text, part="working", months=6)
        written(store, hodan, "section", text, part="PROF-01")
    assert [each.words.text for each in own_path(store, hodan)] == ["Two", "Two"]
    with store.writing() as session:
        assert session.query(ProfileEntry).count() == 4


def test_the_same_words_again_are_no_change(store, hodan, amina):
    ref = written(store, hodan, "section", "One", part="PROF-01")
    since = store.now + timedelta(seconds=1)
    store.at = since + DAY
    written(store, hodan, "section", " One\r\n", part="PROF-01")
    assert entry(store, hodan, ref).number == 1
    assert summary.changed(shared_path(store, amina, hodan).entries, since) == []


def test_what_is_new_for_the_coach_is_what_could_not_be_read_before(store, hodan, amina):
    store.at = store.now
    written(store, hodan, "section", "Old", part="PROF-01")
    written(store, hodan, "section", "Before", part="PROF-02")
    written(store, hodan, "section", "Secret", part="PROF-03", shared=False)
    met = store.at = store.at + DAY
    store.at += DAY
    written(store, hodan, "section", "After", part="PROF-02")
    written(store, hodan, "section", "Secret", part="PROF-03")

    new = summary.changed(shared_path(store, amina, hodan).entries, met)
    assert {(each.words.part, each.edited) for each in new} == {
        ("PROF-02", True),
        ("PROF-03", False),
    }


def test_three_things_drive_somebody_and_a_fourth_has_no_room(store, hodan):
    refs = [written(store, hodan, "drive", text) for text in ("a", "b", "c")]
    with pytest.raises(Invalid, match="many"):
        written(store, hodan, "drive", "d")
    store.do(service.remove, actor=hodan.actor, ref=refs[0], removed=True)
    written(store, hodan, "drive", "d")
    with pytest.raises(Invalid, match="many"):
        store.do(service.remove, actor=hodan.actor, ref=refs[0], removed=False)


def test_what_is_taken_away_comes_back_as_it_was(store, hodan, amina):
    ref = written(store, hodan, "section", "One", part="PROF-01")
    edit(store, hodan, ref, "Two", part="PROF-01")
    before = own_path(store, hodan)
    store.do(service.remove, actor=hodan.actor, ref=ref, removed=True)
    assert (own_path(store, hodan), shared_path(store, amina, hodan).entries) == ((), ())
    store.do(service.remove, actor=hodan.actor, ref=ref, removed=False)
    assert own_path(store, hodan) == before
    assert texts(shared_path(store, amina, hodan)) == ["Two"]


def test_something_tried_has_a_day_and_words_and_can_be_undone(store, hodan):
    ref = written(store, hodan, "try", "Bake bread")
    how = {"actor": hodan.actor, "ref": ref, "lang": "en"}
    store.do(service.mark, done=True, outcome="Warm", **how)
    found = entry(store, hodan, ref)
    assert (found.done_at, found.outcome, found.outcome_lang) == (found.done_at, "Warm", "en")
    assert found.done_at is not None
    edit(store, hodan, ref, "Bake flat bread")
    assert entry(store, hodan, ref).outcome == "Warm"
    store.do(service.mark, done=False, **how)
    assert (entry(store, hodan, ref).done_at, entry(store, hodan, ref).outcome) == (None, "")
    drive = written(store, hodan, "drive", "Money")
    with pytest.raises(NotFound):
        store.do(service.mark, actor=hodan.actor, ref=drive, done=True)


@pytest.mark.parametrize(
    ("kind", "words", "field"),
    [
        ("drive", {"text": " "}, "text"),
        ("drive", {"text": "å" * 201}, "text"),
        ("drive", {"text": "x", "part": "astronaut"}, "part"),
        ("section", {"text": "x", "part": "PROF-99"}, "part"),
        ("big_goal", {"text": "x", "part": "flying", "months": 6}, "part"),
        ("big_goal", {"text": "x", "part": "working", "months": 7}, "months"),
        ("big_goal", {"text": "x", "part": "working"}, "months"),
        ("big_goal", {"text": "x", "part": "working", "months": 6, "place": "å" * 201}, "place"),
        ("contact", {"text": "x", "person": ""}, "person"),
        ("contact", {"text": "x", "person": "å" * 121}, "person"),
        ("contact", {"text": "", "person": "Sahra", "how": "å" * 201}, "how"),
        ("contact", {"text": "", "person": "Sahra", "due_on": date(2020, 1, 1)}, "due_on"),
        ("contact", {"text": "", "person": "Sahra", "due_on": date(2099, 1, 1)}, "due_on"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_its_field(store, hodan, kind, words, field):
    said = Words(lang="en", **words)
    with pytest.raises(Invalid) as refused:
        store.do(service.write, actor=hodan.actor, kind=kind, words=said, shared=True)
    assert refused.value.field == field


def test_a_day_that_has_passed_may_stay_when_other_words_change(store, hodan):
    day = store.now.date() + DAY
    ref = written(store, hodan, "contact", "", person="Sahra", due_on=day)
    store.at = store.now + 5 * DAY
    edit(store, hodan, ref, "Ask", person="Sahra", due_on=day)
    assert entry(store, hodan, ref).words.text == "Ask"


def test_the_same_form_sent_again_stores_nothing_twice(store, hodan):
    how = {"kind": "drive", "words": Words("Money", "en"), "shared": True, "key": "tap"}
    first = store.do(service.write, actor=hodan.actor, **how)
    assert store.do(service.write, actor=hodan.actor, **how) == replace(first, repeated=True)
    assert len(own_path(store, hodan)) == 1
