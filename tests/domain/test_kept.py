"""What somebody had typed when they were signed out comes back to them, and to nobody else."""

from datetime import timedelta

from webapp.domain.people import kept

FIELDS = {"text": ["Jag vill أعمل"], "doer": ["participant"], "empty": [""]}
HODAN, YUSUF = "participant:1", "participant:2"


def keep(store, owner=HODAN, path="/me/goals/new", fields=FIELDS):
    """Keeps a form of this person."""
    store.do(kept.keep, owner=owner, path=path, fields=fields)


def found(store, owner=HODAN, path="/me/goals/new", **given):
    """What is kept."""
    return store.ask(kept.kept, owner=owner, path=path, **given)


def test_the_words_come_back_as_they_were_on_the_same_page(store):
    keep(store)

    assert found(store) == FIELDS
    assert found(store, path="/me") == {}


def test_nobody_else_gets_them(store):
    keep(store)

    assert found(store, owner=YUSUF) == {}
    assert found(store, owner="staff:1") == {}


def test_they_are_kept_for_an_hour(store):
    keep(store)

    assert found(store, now=store.now + timedelta(minutes=59)) == FIELDS
    assert found(store, now=store.now + timedelta(hours=1)) == {}


def test_the_newest_form_is_kept_and_only_that(store):
    keep(store)
    keep(store, path="/me/meetings/next", fields={"text": ["My room"]})

    assert found(store) == {}
    assert found(store, path="/me/meetings/next") == {"text": ["My room"]}


def test_what_has_been_sent_is_forgotten(store):
    keep(store)
    keep(store, owner=YUSUF)

    store.do(kept.forget, owner=HODAN)

    assert found(store) == {}
    assert found(store, owner=YUSUF) == FIELDS


def test_old_words_of_others_are_cleared_away(store):
    keep(store)
    store.at += timedelta(hours=2)
    keep(store, owner=YUSUF)

    with store.writing() as session:
        from webapp.domain.people.kept_model import KeptForm

        assert [row.owner for row in session.query(KeptForm)] == [YUSUF]
