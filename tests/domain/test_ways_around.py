"""Ways around a closed door: what is kept to oneself shows nowhere else either."""

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWaiting
from datetime import timedelta

import pytest

from tests.support.coordination import answer, follow_up, write
from tests.support.meaning import own_words, shared_words
from tests.support.people import staff
from tests.support.record import (
    add_step,
    answer_all,
    book,
    coach_task,
    opened,
    rate,
    set_goal,
    task,
    written,
)
from tests.support.seen import as_seen
from tests.support.sharing import AUTHORITY, consent, read
from tests.support.training import activity
from webapp.domain.agreement.rules import Wording
from webapp.domain.audit.log import log
from webapp.domain.brief.before import since_last_meeting
from webapp.domain.brief.people_list import people
from webapp.domain.coordination import service as texts
from webapp.domain.decisions import service as decided
from webapp.domain.errors import Conflict, NotFound
from webapp.domain.goals import reading, steps
from webapp.domain.goals import service as goals
from webapp.domain.people.model import Participant
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.people.service import assign
from webapp.domain.profile import replies
from webapp.domain.profile import service as profile
from webapp.domain.profile.rules import Reply, Words
from webapp.domain.sharing.gate import open_record
from webapp.domain.sharing.rules import KINDS

DAY = timedelta(days=1)


@pytest.fixture
def goal(store, yusuf):
    """A goal that Yusuf shares."""
    return set_goal(store, yusuf, "أريد أن أعمل")


def read_by_coach(store, amina, yusuf):
    """The own words that the coach reads in order to tell what they mean."""
    assert own_words(store, yusuf) == shared_words(store, amina, yusuf)
    return {each.text for each in shared_words(store, amina, yusuf)}


# --- own words, in the list of what they mean -----------------------------------------------------


@pytest.mark.parametrize("kept", ["before", "after"])
def test_words_about_a_goal_that_is_kept_are_kept_with_it(store, amina, yusuf, goal, kept):
    if kept == "before":
        store.do(goals.share_goal, actor=yusuf.actor, ref=goal, shared=False)
    write(store, yusuf, "measure", "I bake bread", about=("goal", goal))
    if kept == "after":
        store.do(goals.share_goal, actor=yusuf.actor, ref=goal, shared=False)
    assert read_by_coach(store, amina, yusuf) == set()
    store.do(goals.share_goal, actor=yusuf.actor, ref=goal, shared=True)
    assert "I bake bread" in read_by_coach(store, amina, yusuf)


def test_so_is_what_the_person_said_to_staffs_words_about_it(store, amina, yusuf, goal):
    theirs = write(store, yusuf, "description", "A baker", by=amina, about=("goal", goal))
    answer(store, yusuf, theirs, "no", "Not a baker")
    assert "Not a baker" in read_by_coach(store, amina, yusuf)
    store.do(goals.share_goal, actor=yusuf.actor, ref=goal, shared=False)
    assert read_by_coach(store, amina, yusuf) == set()


def test_words_that_are_taken_away_are_not_asked_about(store, amina, yusuf):
    met = book(store, amina, yusuf, store.now - DAY)
    need = write(store, yusuf, "need", "Glasses")
    wording = Wording("We call the school", "en")
    line = store.do(
        decided.decide, actor=yusuf.actor, participant_id=yusuf.id, meeting=met, wording=wording
    ).object_ref
    assert read_by_coach(store, amina, yusuf) == {"Glasses", "We call the school"}
    own = {"actor": yusuf.actor, "participant_id": yusuf.id}
    store.do(texts.remove, ref=need, removed=True, **own)
    store.do(decided.take_away, ref=line, away=True, **own)
    assert read_by_coach(store, amina, yusuf) == set()


# --- a protected identity -------------------------------------------------------------------------


def test_a_partner_reads_no_place_of_somebody_who_is_protected_by_now(store, hodan, amina):
    eva = staff(store, "Eva", organisation=AUTHORITY, role="team")
    activity(store, amina, hodan, organisation="The shelter")
    consent(store, hodan, "activities")
    (there,) = read(store, eva, hodan).things
    assert there.more == "The shelter"
    with store.writing() as session:
        session.get_one(Participant, hodan.id).protected = True
    (hidden,) = read(store, eva, hodan).things
    assert (hidden.text, hidden.more) == (there.text, "")


def test_answers_are_read_by_a_partner_only_with_a_yes_to_answers(store, hodan):
    eva = staff(store, "Eva", organisation=AUTHORITY, role="team")
    store.at += timedelta(days=123)
    answer_all(store, hodan, task(store, hodan, "EGEN"))
    ref = consent(store, hodan, *(kind for kind in KINDS if kind != "answers"))
    assert read(store, eva, hodan).answers == ()
    consent(store, hodan, "answers", replaces=ref)
    assert read(store, eva, hodan).answers


# --- what the list of people tells ----------------------------------------------------------------


def test_a_step_of_a_draft_that_is_done_is_no_news(store, hodan, amina):
    draft = set_goal(store, hodan, "Away", shared=False)
    step = add_step(store, hodan, draft, "I ask")

    def row():
        (found, *_), _ = store.ask(people, staff_id=amina.id, search="", page=1)
        return found

    before = row()
    store.at += DAY
    how = {"participant_id": hodan.id, "ref": step, "done": True}
    store.do(steps.mark_step, actor=hodan.actor, **how)
    store.do(goals.set_status, actor=hodan.actor, ref=draft, status="paused")
    assert row() == before


# --- what the brief tells -------------------------------------------------------------------------


def test_a_private_word_about_a_follow_up_changes_nothing_in_the_brief(store, amina, hodan):
    def brief():
        record = opened(store, amina, hodan)
        return store.ask(since_last_meeting, record=record)

    day = day_in_sweden(store.now)
    held = follow_up(store, amina, hodan, day)
    before = brief()
    assert before.coordination.follow_up == day
    ref = write(store, hodan, "result", "It was bad", about=("follow_up", held), shared=False)
    assert brief() == before
    store.do(
        texts.edit, actor=hodan.actor, participant_id=hodan.id, ref=ref, seen=as_seen(store, ref),
        wording=Wording("It was bad", "en"), shared=True,
    )  # fmt: skip
    assert brief().coordination.follow_up is None


# --- another coach --------------------------------------------------------------------------------


def test_the_next_coach_finds_nothing_that_the_last_one_rated_in_the_form(store, hodan, amina):
    store.at += timedelta(days=123)
    rate(store, amina, hodan, coach_task(store, amina, hodan, "STEG"), "1")
    noor = staff(store, "Noor", organisation="Nordby kommun")
    mine = coach_task(store, amina, hodan, "STEG").response
    assert mine is not None
    assert mine.codes
    store.do(assign, participant_id=hodan.id, staff_id=noor.id)
    theirs = coach_task(store, noor, hodan, "STEG")
    assert theirs.response is not None
    assert theirs.response.codes == {}
    assert theirs.done  # and that it is done is told, so that nobody is asked twice


# --- somebody else was a moment earlier -----------------------------------------------------------


def test_a_reply_that_waits_for_a_change_of_the_question_is_told_and_not_lost(store, hodan, amina):
    """The new wording is a row of its own, which a statement that has waited must look for."""
    ref = written(store, hodan, "question", "When?")
    said = Reply("On Monday", "en")

    def reply():
        how = {
            "actor": amina.actor,
            "participant_id": hodan.id,
            "ref": ref,
            "seen": as_seen(store, ref),
        }
        return store.do(replies.reply, reply=said, **how)

    with ThreadPoolExecutor(1) as pool:
        with store.writing() as session:
            profile.edit(
                session, actor=hodan.actor, ref=ref, words=Words("When and where?", "en"),
                shared=True, key="edit", now=store.now,
            )  # fmt: skip
            session.flush()
            waiting = pool.submit(reply)
            with pytest.raises(StillWaiting):
                waiting.result(timeout=0.5)
        with pytest.raises(Conflict):
            waiting.result(timeout=10)


def test_another_coach_waits_for_the_page_that_is_read_and_nothing_is_read_after(
    store, hodan, amina, per
):
    set_goal(store, hodan, "Bake")
    with ThreadPoolExecutor(1) as pool:
        with store.writing() as session:
            record = open_record(
                session, staff_id=amina.id, ref=hodan.ref, what="plan", now=store.now
            )
            change = {"participant_id": hodan.id, "staff_id": per.id}
            taking_over = pool.submit(lambda: store.do(assign, **change))
            with pytest.raises(StillWaiting):
                taking_over.result(timeout=0.5)
            assert reading.shared_goals(session, record)
        taking_over.result(timeout=10)
    with pytest.raises(NotFound):
        opened(store, amina, hodan)
    assert [each.what for each in store.ask(log, participant_id=hodan.id)] == [
        "became_coach", "plan",
    ]  # fmt: skip
