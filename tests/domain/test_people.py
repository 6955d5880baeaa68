"""Names, PINs, organisations, staff, and who works with whom."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.people import invited, staff
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people import rules, service
from webapp.domain.people import staff as accounts

SWEDISH = "abcdefghijklmnopqrstuvwxyzåäö"
NAMES = st.text(alphabet=SWEDISH, min_size=1, max_size=8)


@given(NAMES, NAMES)
def test_names_are_sorted_as_in_a_swedish_telephone_book(one, other):
    wanted = [*map(SWEDISH.index, one)] < [*map(SWEDISH.index, other)]

    assert (rules.sort_name(one) < rules.sort_name(other)) == wanted


def test_accented_letters_are_the_same_however_the_phone_sends_them():
    composed, apart = "Åsa", "A\u030asa"

    assert rules.search_name(apart) == rules.search_name(composed)
    assert rules.sort_name(apart) == rules.sort_name(composed)


@pytest.mark.parametrize("name", ["Ángel", "أحمد", "Олег", "李", "O'Brien", "ẞ" * 80, "ΐ" * 80])
def test_every_name_can_be_stored_and_sorted(store, amina, name):
    person = invited(store, amina, name)

    assert person.name == name


@pytest.mark.parametrize(("name", "reason"), [("", "empty"), (" \n ", "empty"), ("x" * 81, "long")])
def test_a_name_is_neither_empty_nor_endless(store, amina, name, reason):
    with pytest.raises(Invalid) as refused:
        invited(store, amina, name)

    assert (refused.value.field, refused.value.reason) == ("name", reason)


@pytest.mark.parametrize(
    ("pin", "problem"),
    [
        ("2580", None), ("71953826", None), ("1984", "easy"), ("1212", "easy"),
        ("0000", "easy"), ("1234", "easy"), ("9999", "easy"),
        ("87654321", "easy"), ("123", "short"), ("123456789", "long"), ("12a4", "digits"),
        ("", "digits"), (" 2580", "digits"), ("-258", "digits"), ("²³¹⁴", "digits"),
    ],
)  # fmt: skip
def test_a_pin_has_four_to_eight_digits_and_is_not_guessed_first(pin, problem):
    assert rules.pin_problem(pin) == problem


def test_an_organisation_is_made_once(store):
    first = store.do(accounts.add_organisation, name="Nordby kommun", kind="municipality")

    assert store.do(accounts.add_organisation, name="Nordby kommun", kind="region") == first


def test_an_email_address_belongs_to_one(store, amina):
    with pytest.raises(Invalid) as refused:
        staff(store, "AMINA", organisation="Nordby kommun")

    assert (refused.value.field, refused.value.reason) == ("email", "taken")


def test_a_new_coach_ends_the_time_of_the_old_one(store, hodan, amina, per):
    assert store.ask(service.contact, participant_id=hodan.id).name == "Amina"

    store.do(service.assign, participant_id=hodan.id, staff_id=per.id)

    contact = store.ask(service.contact, participant_id=hodan.id)
    assert (contact.name, contact.organisation) == ("Per", "Trädet ideell förening")


def test_between_two_coaches_there_is_nobody_to_call(store, amina):
    person = store.do(service.add_participant, name="Sam", language="sv", protected=False)

    assert store.ask(service.contact, participant_id=person.id) is None


def test_a_start_belongs_to_the_day_it_is_in_sweden(store, amina):
    store.at = store.at.replace(hour=0, minute=15)  # still yesterday in UTC

    person = store.do(service.add_participant, name="Sam", language="sv", protected=False)

    assert person.started_on == store.at.date()


def test_each_person_has_a_language_of_their_own(store, hodan, amina):
    store.do(service.set_language, actor=hodan.actor, language="ar")
    store.do(service.set_language, actor=amina.actor, language="en")

    with store.writing() as session:
        from webapp.domain.people.model import Participant, Staff

        assert session.get_one(Participant, hodan.id).language == "ar"
        assert session.get_one(Staff, amina.id).language == "en"


def test_the_card_of_staff_is_for_those_who_work_here(store, amina):
    assert store.ask(accounts.staff_card, staff_id=amina.id).organisation == "Nordby kommun"
    with pytest.raises(NotFound):
        store.ask(accounts.staff_card, staff_id=amina.id + 1000)


@pytest.mark.parametrize("own_phone", [False, True])
def test_a_shared_phone_is_signed_out_sooner(own_phone):
    idle, absolute = rules.limits(staff=False, own_phone=own_phone)

    assert timedelta(minutes=5) <= idle < absolute <= timedelta(hours=12)
    shared_idle, shared_absolute = rules.limits(staff=False, own_phone=False)
    assert (shared_idle, shared_absolute) <= (idle, absolute)


def test_an_accent_does_not_move_a_name():
    names = ["Örjan", "Émile", "Zara", "Åsa", "Élodie", "Erik", "Ärla"]
    sorted_names = sorted(names, key=rules.sort_name)
    assert sorted_names == ["Élodie", "Émile", "Erik", "Zara", "Åsa", "Ärla", "Örjan"]
