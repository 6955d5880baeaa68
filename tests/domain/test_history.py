"""The history of a line: every version and answer, and never a word from before it was shared."""

from datetime import timedelta
from runpy import run_path

import pytest
from sqlalchemy import text

from tests.domain.test_concurrency import at_once
from tests.support.agreement import edit, history, seen_history
from tests.support.record import add_step, own_goal, set_goal
from tests.support.seen import as_seen
from webapp.domain.agreement.changes import Change
from webapp.domain.agreement.rules import Wording
from webapp.domain.errors import Conflict, NotFound
from webapp.domain.goals import service
from webapp.settings import ROOT

HOUR = timedelta(hours=1)


def say(store, actor, person, ref, value="yes", reason="", seen=1):
    """An answer to a line."""
    how = {"participant_id": person.id, "ref": ref, "value": value, "reason": reason}
    how["seen"] = as_seen(store, ref, seen)
    store.do(service.answer_line, actor=actor, lang="en", **how)


def test_every_version_stands_with_the_answers_to_that_very_text(store, hodan, amina):
    ref = set_goal(store, hodan, "Bake bread")
    say(store, amina.actor, hodan, ref, "no", "Too early")
    store.at += HOUR
    edit(store, hodan, ref, "Bake cakes", by=amina)
    say(store, hodan.actor, hodan, ref, seen=2)

    for versions in (history(store, hodan, ref), seen_history(store, amina, hodan, ref)):
        new, old = versions
        assert (new.number, new.author, new.at) == (2, "coach", store.now)
        assert [(one.party, one.value) for one in new.answers] == [
            ("coach", "yes"), ("participant", "yes"),
        ]  # fmt: skip
        assert [(one.party, one.value, one.reason) for one in old.answers] == [
            ("participant", "yes", ""), ("coach", "no", "Too early"),
        ]  # fmt: skip
        assert new.change == Change(old.wording, new.wording)
        assert old.change is None


def test_an_edit_says_what_changed_and_since_when_it_waits(store, hodan, amina):
    ref = set_goal(store, hodan, "Bake")
    say(store, amina.actor, hodan, ref)
    assert own_goal(store, hodan, ref).line.since == store.now
    store.at += HOUR
    edit(store, hodan, ref, "Bake bread", by=amina)

    line = own_goal(store, hodan, ref).line
    assert line.edited
    assert line.change == Change(Wording("Bake", "en"), Wording("Bake bread", "en"))
    assert (line.status, line.since) == ("waiting_participant", store.now)
    store.at += HOUR
    say(store, hodan.actor, hodan, ref, "no", "Not bread", seen=2)
    assert own_goal(store, hodan, ref).line.since == store.now


def test_words_that_stay_keep_their_language_and_their_card(store, hodan, amina):
    card = {"wording": Wording("Kock", "sv", card="kitchen"), "shared": True}
    goal = store.do(service.set_goal, actor=hodan.actor, participant_id=hodan.id, **card).object_ref
    edit(store, hodan, goal, "Kock")
    assert own_goal(store, hodan, goal).line.number == 1

    step = add_step(store, hodan, goal, "Ring", by=amina)
    store.do(
        service.edit_line, actor=hodan.actor, participant_id=hodan.id, ref=step,
        seen=as_seen(store, step), wording=Wording("Ring ", "so", doer="together"),
    )  # fmt: skip
    (found,) = own_goal(store, hodan, goal).steps
    assert (found.line.wording.lang, found.line.wording.doer) == ("en", "together")
    change = found.line.change
    assert change is not None
    assert (change.doer, change.text) == (True, False)


def test_a_draft_from_before_sharing_is_never_history_for_the_coach(store, hodan, amina):
    ref = set_goal(store, hodan, "I leave home in secret", shared=False)
    edit(store, hodan, ref, "I want a room")  # at the very moment, as clocks can be
    store.do(service.share_goal, actor=hodan.actor, ref=ref, shared=True)

    (seen,) = seen_history(store, amina, hodan, ref)
    assert (seen.wording.text, seen.change) == ("I want a room", None)
    assert own_goal(store, hodan, ref).line.change is None
    assert [each.private for each in history(store, hodan, ref)] == [False, True]


def test_taken_back_and_shared_again_begins_anew(store, hodan, amina):
    ref = set_goal(store, hodan, "First")
    store.do(service.share_goal, actor=hodan.actor, ref=ref, shared=False)
    with pytest.raises(NotFound):
        seen_history(store, amina, hodan, ref)
    edit(store, hodan, ref, "Second, in secret")
    edit(store, hodan, ref, "Third", seen=2)
    store.do(service.share_goal, actor=hodan.actor, ref=ref, shared=True)

    assert [each.wording.text for each in seen_history(store, amina, hodan, ref)] == ["Third"]


def test_an_answer_that_was_taken_back_with_the_text_does_not_come_again(store, hodan, amina):
    """Only the answer that stands is read, of those from before the text was shared again."""
    ref = set_goal(store, hodan, "Bake")
    say(store, hodan.actor, hodan, ref, "no", "My secret reason")
    say(store, hodan.actor, hodan, ref, "yes_but", "Not on Mondays")
    store.at += HOUR
    for shared in (False, True):
        store.do(service.share_goal, actor=hodan.actor, ref=ref, shared=shared)

    (seen,) = seen_history(store, amina, hodan, ref)
    assert [each.reason for each in seen.answers] == ["Not on Mondays"]
    assert "My secret reason" in {each.reason for each in history(store, hodan, ref)[0].answers}


def test_a_stranger_reads_no_history(store, hodan, yusuf, amina):
    ref = set_goal(store, hodan, "Bake")
    with pytest.raises(NotFound):
        history(store, yusuf, ref)
    with pytest.raises(NotFound):
        seen_history(store, amina, yusuf, ref)


def test_of_two_edits_at_once_none_is_lost_and_the_second_saves_on_top(store, hodan, amina):
    ref = set_goal(store, hodan, "Bake")
    found = at_once(lambda n: edit(store, hodan, ref, f"Text {n}", by=amina if n else None), 2)
    (loser,) = [number for number, each in enumerate(found) if isinstance(each, Conflict)]
    edit(store, hodan, ref, f"Text {loser}", seen=2, by=amina if loser else None)

    texts = [each.wording.text for each in history(store, hodan, ref)]
    assert texts == [f"Text {loser}", f"Text {1 - loser}", "Bake"]


def test_an_answer_and_an_edit_at_once_never_make_an_answer_to_an_unread_text(store, hodan, amina):
    ref = set_goal(store, hodan, "Bake")

    def act(number):
        if number:
            return say(store, amina.actor, hodan, ref, "no", "Too early")
        return edit(store, hodan, ref, "Bake bread")

    found = at_once(act, 2)
    new, old = history(store, hodan, ref)

    assert [one.party for one in new.answers] == ["participant"]
    refused = isinstance(found[1], Conflict)
    assert [one.reason for one in old.answers if one.party == "coach"] == ["Too early"] * (
        not refused
    )


def test_old_rows_are_shared_from_the_version_that_stood_there(store, hodan):
    """The migration finds by time what is since written with the version itself."""
    refs = [set_goal(store, hodan, "Bake", shared=shared) for shared in (True, False, False)]
    for what in ("edit", "share", "edit"):
        store.at += HOUR
        for ref in refs[:2]:
            if what == "edit":
                now = own_goal(store, hodan, ref).line.number
                edit(store, hodan, ref, f"Bake {now}", seen=now)
            else:
                store.do(service.share_goal, actor=hodan.actor, ref=ref, shared=True)
    (path,) = (ROOT / "migrations" / "versions").glob("*_agreed_plans.py")
    sql = run_path(str(path))["SHARED_FROM"]
    with store.writing() as session:
        session.execute(text("update line set shared_from = null"))
        session.execute(text(sql))
        found = dict(session.execute(text("select ref, shared_from from line")).all())

    assert [found[ref] for ref in refs] == [1, 2, None]
