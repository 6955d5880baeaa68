"""Tries, locks that heal, and sign-ins that end."""

from datetime import timedelta

import pytest

from webapp.domain.errors import Locked
from webapp.domain.people import passwords, rules, service, signed_in, signing_in, tries

MINUTE = timedelta(minutes=1)
PERSON = {"person:1": tries.Limit(rules.TRIES_PER_PERSON)}


def a_try(store, buckets=PERSON, **given):
    """One try that may fail."""
    store.do(tries.claim_try, buckets=buckets, **given)


def test_the_sixth_try_within_a_quarter_is_refused_and_says_until_when(store):
    for minute in range(5):
        a_try(store, now=store.now + minute * MINUTE)

    with pytest.raises(Locked) as locked:
        a_try(store, now=store.now + 5 * MINUTE)

    assert locked.value.until == store.now + 15 * MINUTE


def test_a_lock_heals_by_itself(store):
    for minute in range(5):
        a_try(store, now=store.now + minute * MINUTE)

    a_try(store, now=store.now + 15 * MINUTE)  # the first try has grown old
    with pytest.raises(Locked) as locked:
        a_try(store, now=store.now + 15 * MINUTE)
    assert locked.value.until == store.now + 16 * MINUTE


def test_a_refused_try_does_not_make_the_lock_longer(store):
    for _ in range(5):
        a_try(store)
    for minute in (1, 5, 14):
        with pytest.raises(Locked):
            a_try(store, now=store.now + minute * MINUTE)

    a_try(store, now=store.now + 15 * MINUTE)


def test_a_full_address_locks_and_another_person_does_not(store):
    a_try(store, {"address:library": tries.Limit(2), "person:1": tries.Limit(5)})
    a_try(store, {"address:library": tries.Limit(2), "person:2": tries.Limit(5)})
    a_try(store, {"address:home": tries.Limit(2), "person:1": tries.Limit(5)})

    with pytest.raises(Locked):
        a_try(store, {"address:library": tries.Limit(2), "person:3": tries.Limit(5)})


def test_a_refused_try_is_counted_nowhere(store):
    for _ in range(5):
        a_try(store)
    with pytest.raises(Locked):
        a_try(store, {"person:1": tries.Limit(5), "address:home": tries.Limit(1)})

    a_try(store, {"address:home": tries.Limit(1)})


def test_the_right_pin_starts_afresh(store):
    for _ in range(5):
        a_try(store)

    store.do(tries.forget_tries, buckets=PERSON)

    a_try(store)


def test_no_name_or_address_is_stored_with_a_try(store):
    a_try(store, {"address:203.0.113.7": tries.Limit(30)})
    with store.writing() as session:
        from webapp.domain.people.credentials_model import FailedTry

        assert "203" not in session.query(FailedTry).one().bucket


@pytest.mark.parametrize(("how", "hours"), [({}, 2), ({"own_phone": True}, 12)])
def test_a_sign_in_ends_at_its_absolute_limit(store, hodan, how, hours):
    token = store.do(signing_in.begin, participant_id=hodan.id, **how)
    limit = store.now + timedelta(hours=hours)

    person = store.ask(signed_in.whose, token=token, now=limit - MINUTE)
    assert (person.kind, person.id, person.name) == ("participant", hodan.id, "Hodan")
    assert store.ask(signed_in.whose, token=token, now=limit) is None


def test_staff_are_signed_in_for_a_day_of_work(store, amina):
    token = store.do(signing_in.begin, staff_id=amina.id)

    person = store.ask(signed_in.whose, token=token)
    assert (person.kind, person.id, person.role) == ("staff", amina.id, "coach")
    assert store.ask(signed_in.whose, token=token, now=store.now + timedelta(hours=10)) is None


def test_a_sign_in_that_is_ended_is_over_everywhere(store, hodan):
    here, there = (store.do(signing_in.begin, participant_id=hodan.id) for _ in range(2))

    store.do(signing_in.end, token=here)

    assert store.ask(signed_in.whose, token=here) is None
    assert store.ask(signed_in.whose, token=there).id == hodan.id

    store.do(signing_in.end_all, participant_id=hodan.id)
    assert store.ask(signed_in.whose, token=there) is None


def test_somebody_who_has_left_is_out_at_once(store, amina):
    token = store.do(signing_in.begin, staff_id=amina.id)
    with store.writing() as session:
        from webapp.domain.people.model import Staff

        session.get_one(Staff, amina.id).left_at = store.now

    assert store.ask(signed_in.whose, token=token) is None
    assert store.ask(signing_in.staff_by_email, email=amina.email).id is None


def test_a_token_that_nobody_has_is_nobody(store):
    assert store.ask(signed_in.whose, token="anything") is None
    assert store.ask(signing_in.participant_by_device, token="anything").id is None


def test_a_known_phone_is_known_until_it_is_forgotten(store, hodan):
    token = store.do(signing_in.remember_phone, participant_id=hodan.id)
    assert store.ask(signing_in.participant_by_device, token=token).id == hodan.id

    store.do(signing_in.forget_phone, token=token)

    assert store.ask(signing_in.participant_by_device, token=token).id is None


def test_code_and_pin_open_and_a_wrong_pin_does_not(store, hodan):
    found = store.ask(signing_in.participant_by_code, code=f" {hodan.code.lower()} ")

    assert found.id == hodan.id
    assert passwords.matches(found.hashed, hodan.pin)
    assert not passwords.matches(found.hashed, "2581")
    assert not passwords.matches(None, "nobody")


def test_a_change_of_coach_signs_nobody_out(store, hodan, per):
    token = store.do(signing_in.begin, participant_id=hodan.id)

    store.do(service.assign, participant_id=hodan.id, staff_id=per.id)

    assert store.ask(signed_in.whose, token=token).id == hodan.id
