"""What somebody had typed when they were signed out comes back to them, and to nobody else."""

from datetime import timedelta

from webapp.domain.people import kept

FIELDS = {"text": ["Jag vill أعمل"], "doer": ["participant"], "empty": [""]}
HODAN, YUSUF = "0a1b2c3d4e5f", "f5e4d3c2b1a0"


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


def test_two_tabs_keep_their_own_words(store):
    keep(store)
    keep(store, path="/me/meetings/next", fields={"text": ["My room"]})
    keep(store, path="/me/meetings/next", fields={"text": ["My house"]})

    assert found(store) == FIELDS
    assert found(store, path="/me/meetings/next") == {"text": ["My house"]}


def test_only_the_newest_pages_are_kept(store):
    keep(store, owner=YUSUF)
    for number in range(kept.MOST + 2):
        store.at += timedelta(seconds=1)
        keep(store, path=f"/me/goals/{number}")

    there = [number for number in range(kept.MOST + 2) if found(store, path=f"/me/goals/{number}")]
    assert there == list(range(2, kept.MOST + 2))
    assert found(store, owner=YUSUF) == FIELDS


def test_what_has_been_sent_is_forgotten(store):
    keep(store)
    keep(store, owner=YUSUF)
    keep(store, path="/me/other")

    store.do(kept.forget, owner=HODAN, path="/me/goals/new")

    assert found(store) == {}
    assert found(store, path="/me/other") == FIELDS
    assert found(store, owner=YUSUF) == FIELDS


def test_old_words_of_others_are_cleared_away(store):
    keep(store)
    store.at += timedelta(hours=2)
    keep(store, owner=YUSUF)

    with store.writing() as session:
        from webapp.domain.people.kept_model import KeptForm

        assert [row.owner.split(":")[0] for row in session.query(KeptForm)] == [YUSUF]
