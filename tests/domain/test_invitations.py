"""Cards: a link and a code that one person uses once."""

from datetime import timedelta

import pytest

from tests.support.people import invited
from webapp.domain.errors import Closed, NotFound
from webapp.domain.people import invitations, passwords, signed_in, signing_in
from webapp.domain.people.invite import invite, renew
from webapp.domain.people.rules import INVITATION_LIFE


@pytest.fixture
def sam(store, amina):
    """Sam has just been handed a card."""
    return invited(store, amina, "Sam", language="en")


def use(store, card, pin="2580", **given):
    """Uses the card that this person holds."""
    hashed = passwords.make_hash(pin)
    return store.do(invitations.use, token=card.token, pin_hash=hashed, **given)


def state(store, token, **given):
    """Whether the card still works."""
    return store.ask(invitations.by_token, token=token, **given).state


def test_link_and_code_lead_to_the_same_card_and_use_nothing_up(store, sam):
    for _ in range(3):
        by_token = store.ask(invitations.by_token, token=sam.token)
        by_code = store.ask(invitations.by_code, code=sam.code.lower().replace("-", " "))
        assert by_token == by_code
        assert (by_token.participant_id, by_token.state, by_token.has_pin) == (
            sam.id,
            "ready",
            False,
        )


def test_a_card_is_used_once(store, sam):
    assert use(store, sam) == sam.id

    assert state(store, sam.token) == "used"
    with pytest.raises(Closed, match="used"):
        use(store, sam, pin="9731")
    found = store.ask(signing_in.participant_by_code, code=sam.code)
    assert passwords.matches(found.hashed, "2580")


def test_a_card_is_used_only_while_it_lives(store, sam):
    last = store.now + INVITATION_LIFE
    assert state(store, sam.token, now=last - timedelta(seconds=1)) == "ready"
    assert state(store, sam.token, now=last) == "expired"

    with pytest.raises(Closed, match="expired"):
        use(store, sam, now=last)


def test_a_new_card_ends_the_old_one_and_every_way_in(store, amina, sam):
    use(store, sam)
    sign_in = store.do(signing_in.begin, participant_id=sam.id)
    phone = store.do(signing_in.remember_phone, participant_id=sam.id)

    store.do(renew, actor=amina.actor, participant_id=sam.id)

    assert state(store, sam.token) == "revoked"
    assert store.ask(signed_in.whose, token=sign_in) is None
    assert store.ask(signing_in.participant_by_device, token=phone).id is None
    assert store.ask(signing_in.participant_by_code, code=sam.code).id is None
    card = store.ask(invitations.card, participant_id=sam.id)
    assert card.state == "ready"
    assert {card.code, card.token}.isdisjoint({sam.code, sam.token})


def test_an_old_card_does_not_set_a_pin_after_a_new_one(store, amina, sam):
    store.do(renew, actor=amina.actor, participant_id=sam.id)

    with pytest.raises(Closed, match="revoked"):
        use(store, sam)


def test_a_card_shows_its_code_only_while_it_is_unused(store, sam):
    card = store.ask(invitations.card, participant_id=sam.id)
    assert (card.name, card.language, card.code, card.token) == ("Sam", "en", sam.code, sam.token)
    assert len(card.code) == 9

    use(store, sam)

    card = store.ask(invitations.card, participant_id=sam.id)
    assert (card.state, card.code, card.token) == ("used", "", "")


def test_nobody_finds_a_card_without_the_key_of_the_house(store, sam):
    for wrong in ({"token": sam.token[:-1]}, {"token": ""}, {"token": sam.token, "secret": b"x"}):
        with pytest.raises(NotFound):
            store.ask(invitations.by_token, **wrong)
    with pytest.raises(NotFound):
        store.ask(invitations.by_code, code="AAAA-AAAA")


def test_the_database_holds_no_code_that_works(store, sam):
    secrets = {sam.token, sam.code, sam.code.replace("-", "")}
    with store.writing() as session:
        from webapp.domain.people.credentials_model import Invitation

        row = session.query(Invitation).one()
        stored = {str(getattr(row, column.key)) for column in Invitation.__table__.columns}

    assert not secrets & stored


def test_a_repeated_invitation_makes_one_person(store, amina):
    how = {"actor": amina.actor, "name": "Sam", "language": "sv", "protected": False, "key": "one"}

    first = store.do(invite, **how)
    again = store.do(invite, **how)

    assert (again.object_ref, again.code, again.repeated) == (first.object_ref, first.code, True)
