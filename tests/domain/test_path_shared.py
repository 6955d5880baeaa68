"""What the coach gets of what the participant writes about themself."""

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from tests.support.path import texts
from tests.support.record import own_path, shared_path, written
from webapp.domain.errors import NotFound
from webapp.domain.profile import service
from webapp.domain.profile.model import ProfileEntry
from webapp.domain.profile.reading import own_kind
from webapp.domain.profile.rules import Words
from webapp.domain.sharing.gate import open_record


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
