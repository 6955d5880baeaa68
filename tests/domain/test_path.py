"""What the participant writes about themself, and what the coach gets of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from tests.support.record import own_path, shared_path, written
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.profile import replies, service, summary
from webapp.domain.profile.model import ProfileEntry
from webapp.domain.profile.reading import own_entry, own_kind
from webapp.domain.profile.rules import Reply, Words
from webapp.domain.sharing.gate import open_record

DAY = timedelta(days=1)


def entry(store, person, ref):
    return store.ask(own_entry, participant_id=person.id, ref=ref)


def texts(path) -> list[str]:
    return [each.words.text for each in path.entries]


def edit(store, whose, ref, text, /, *, shared=True, **words):
    said = Words(text, "en", **words)
    store.do(service.edit, actor=whose.actor, ref=ref, words=said, shared=shared)


def answer(store, coach, whose, ref, text="", /, *, seen=1, **said):
    reply = Reply(text, "sv", **said)
    store.do(
        replies.reply,
        actor=coach.actor,
        participant_id=whose.id,
        ref=ref,
        seen=seen,
        reply=reply,
    )


# --- who sees what -----------------------------------------------------------------------------


def test_the_coach_gets_what_is_shared_and_nothing_else(store, hodan, amina):
    written(store, hodan, "drive", "My own money")
    written(store, hodan, "drive", "My secret dream", shared=False)
    written(store, hodan, "section", "I can cook", part="PROF-02")
    written(store, hodan, "section", "My back hurts", part="PROF-05", shared=False)
    written(store, hodan, "contact", "Ask for a job", person="Sahra", shared=True)

    assert texts(shared_path(store, amina, hodan)) == ["My own money", "I can cook"]
    assert len(own_path(store, hodan)) == 5


def test_a_question_is_always_shared(store, hodan, amina):
    written(store, hodan, "question", "Who pays?", shared=False)
    assert texts(shared_path(store, amina, hodan)) == ["Who pays?"]


def test_the_database_itself_refuses_a_shared_contact(store, hodan):
    ref = written(store, hodan, "contact", "", person="Sahra")
    with pytest.raises(IntegrityError):
        store.do(share_by_force, ref=ref, now=store.now)


def share_by_force(session, ref, now):
    session.execute(update(ProfileEntry).where(ProfileEntry.ref == ref).values(shared_at=now))


def test_only_the_number_of_contacts_made_is_told(store, hodan, amina):
    refs = [written(store, hodan, "contact", "", person=f"P{number}") for number in range(3)]
    for ref in refs[:2]:
        store.do(service.mark, actor=hodan.actor, ref=ref, done=True)
    found = shared_path(store, amina, hodan)
    assert (found.entries, found.contacts_made) == ((), 2)

    store.do(service.mark, actor=hodan.actor, ref=refs[0], done=False)
    store.do(service.remove, actor=hodan.actor, ref=refs[1], removed=True)
    assert shared_path(store, amina, hodan).contacts_made == 0


def test_taking_back_takes_back_every_wording(store, hodan, amina):
    first = written(store, hodan, "section", "One", part="PROF-01")
    again = written(store, hodan, "section", "Two", part="PROF-01")
    assert first == again
    written(store, hodan, "section", "Three", part="PROF-01", shared=False)

    assert shared_path(store, amina, hodan).entries == ()
    with store.writing() as session:
        rows = session.query(ProfileEntry).filter_by(ref=first).all()
    assert len(rows) == 3
    assert {row.shared_at for row in rows} == {None}


def test_another_coach_gets_nothing(store, hodan, per):
    written(store, hodan, "drive", "My own money")
    with pytest.raises(NotFound):
        store.do(open_record, staff_id=per.id, ref=hodan.ref, what="path")


def test_nobody_writes_for_somebody_else(store, hodan, yusuf, amina):
    ref = written(store, hodan, "drive", "Mine")
    for actor in (yusuf.actor, amina.actor):
        with pytest.raises(NotFound):
            store.do(service.remove, actor=actor, ref=ref, removed=True)
        words = Words("Yours", "en")
        with pytest.raises(NotFound):
            store.do(service.edit, actor=actor, ref=ref, words=words, shared=True)
    with pytest.raises(NotFound):
        store.ask(own_kind, participant_id=yusuf.id, ref=ref)


# --- writing, changing, taking away ------------------------------------------------------------


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


# --- questions ---------------------------------------------------------------------------------


def test_a_question_waits_is_promised_and_answered(store, hodan, amina):
    store.at = store.now
    ref = written(store, hodan, "question", "Who pays?")
    store.at += 9 * DAY
    (waits,) = summary.waiting(shared_path(store, amina, hodan).entries)
    assert summary.days_waited(waits, store.now) == 9

    answer(store, amina, hodan, ref, person="AF", due_on=store.now.date() + DAY)
    assert summary.waiting(own_path(store, hodan)) == [entry(store, hodan, ref)]
    answer(store, amina, hodan, ref, "The municipality")
    assert summary.waiting(own_path(store, hodan)) == []
    assert entry(store, hodan, ref).reply.by == "Amina"
    assert summary.unread(own_path(store, hodan)) == [entry(store, hodan, ref)]

    store.do(replies.mark_read, actor=hodan.actor, ref=ref)
    assert summary.unread(own_path(store, hodan)) == []
    answer(store, amina, hodan, ref, "The region, I was wrong")
    assert len(summary.unread(own_path(store, hodan))) == 1


def test_the_coach_never_learns_whether_an_answer_was_read(store, hodan, amina):
    ref = written(store, hodan, "question", "Who pays?")
    answer(store, amina, hodan, ref, "We do")
    before = shared_path(store, amina, hodan)
    store.do(replies.mark_read, actor=hodan.actor, ref=ref)
    assert shared_path(store, amina, hodan) == before


def test_a_question_with_an_answer_is_not_changed_under_it(store, hodan, amina):
    ref = written(store, hodan, "question", "Who pays?")
    edit(store, hodan, ref, "Who pays for food?")
    with pytest.raises(Conflict):
        answer(store, amina, hodan, ref, "We do", seen=1)
    answer(store, amina, hodan, ref, "We do", seen=2)
    with pytest.raises(Invalid, match="answered"):
        edit(store, hodan, ref, "Who decides?")


@pytest.mark.parametrize(
    ("text", "said", "field"),
    [
        (" ", {}, "text"),
        ("å" * 1001, {}, "text"),
        ("x", {"person": "å" * 121}, "person"),
        ("x", {"due_on": date(2020, 1, 1)}, "due_on"),
    ],
)
def test_a_reply_that_says_nothing_is_refused(store, hodan, amina, text, said, field):
    ref = written(store, hodan, "question", "Who pays?")
    with pytest.raises(Invalid) as refused:
        answer(store, amina, hodan, ref, text, **said)
    assert refused.value.field == field


def test_only_a_question_is_answered_and_only_by_staff(store, hodan, amina):
    drive = written(store, hodan, "drive", "Money")
    secret = written(store, hodan, "contact", "", person="Sahra")
    question = written(store, hodan, "question", "Who pays?")
    for ref in (drive, secret, "nothing"):
        with pytest.raises(NotFound):
            answer(store, amina, hodan, ref, "x")
    with pytest.raises(NotFound):
        answer(store, hodan, hodan, question, "x")
    with pytest.raises(NotFound):
        store.do(replies.mark_read, actor=hodan.actor, ref=question)
