"""Who comes to a meeting: both sides name people, and the participant says yes or no."""

from datetime import timedelta

import pytest

from tests.domain.test_concurrency import MANY, at_once
from tests.support.booking import book, bring, name_guest, own, say, seen_by
from tests.support.clock import MONDAY
from tests.support.record import opened
from webapp.domain.actors import Actor
from webapp.domain.brief.before import own_page, since_last_meeting
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.meetings import coming, company, service
from webapp.domain.meetings.booking_checks import MOST_GUESTS

THURSDAY = MONDAY + timedelta(days=3)


def staff_ref(store, name):
    """The reference of somebody on the staff."""
    return next(ref for ref, found, _ in store.ask(coming.known_staff) if found == name)


def names(found):
    """Who comes, in order."""
    return [each.name or each.relation for each in found.guests]


def test_both_see_everybody_whom_either_has_named(store, amina, hodan, eva, meeting):
    bring(store, hodan, meeting, "family", "My sister")
    bring(store, hodan, meeting, "organisation")
    name_guest(store, amina, hodan, meeting, "Doctor Nilsson", "The health centre")
    name_guest(store, amina, hodan, meeting, staff_ref=staff_ref(store, "Eva"))

    for found in (own(store, hodan, meeting), seen_by(store, amina, hodan, meeting)):
        assert names(found) == ["My sister", "organisation", "Doctor Nilsson", "Eva"]
        eva_here = found.guests[3]
        assert (eva_here.organisation, eva_here.is_staff) == ("Arbetsförmedlingen", True)
        assert [each.waits for each in found.guests] == [False, False, True, True]


def test_the_participant_says_no_and_needs_no_reason(store, amina, hodan, meeting):
    ref = name_guest(store, amina, hodan, meeting, "Doctor Nilsson")
    say(store, hodan, meeting, ref, "no", "He does not listen")
    (guest,) = seen_by(store, amina, hodan, meeting).guests
    assert (guest.says, guest.reason, guest.reason_lang) == ("no", "He does not listen", "en")
    around = store.ask(since_last_meeting, record=opened(store, amina, hodan)).arranged
    assert [each.name for each in around.unwanted] == ["Doctor Nilsson"]

    say(store, hodan, meeting, ref, "no")
    say(store, hodan, meeting, ref, "yes", "Left from the no")
    (guest,) = own(store, hodan, meeting).guests
    assert (guest.says, guest.reason) == ("yes", "")
    for says, reason, field in (("maybe", "", "says"), ("no", "x" * 1001, "reason")):
        with pytest.raises(Invalid) as refused:
            say(store, hodan, meeting, ref, says, reason)
        assert refused.value.field == field


def test_the_first_page_says_who_waits_for_an_answer(store, amina, hodan, meeting):
    bring(store, hodan, meeting, "friend")
    ref = name_guest(store, amina, hodan, meeting, "Doctor Nilsson", "The health centre")

    def waiting():
        return [
            (each.name, each.organisation)
            for each in store.ask(own_page, participant_id=hodan.id).arranged.waiting
        ]

    assert waiting() == [("Doctor Nilsson", "The health centre")]
    say(store, hodan, meeting, ref, "yes")
    assert waiting() == []


def test_nobody_answers_for_the_participant(store, amina, yusuf, hodan, meeting):
    ref = name_guest(store, amina, hodan, meeting, "Doctor Nilsson")
    given = {"ref": meeting, "guest": ref, "says": "yes", "reason": "", "lang": "en"}
    for actor in (yusuf.actor, amina.actor, Actor("staff", hodan.id)):
        with pytest.raises(NotFound):
            store.do(company.answer_guest, actor=actor, **given)
    mine = bring(store, hodan, meeting)
    with pytest.raises(NotFound):
        say(store, hodan, meeting, mine, "yes")


def test_each_side_takes_away_only_whom_it_has_named(store, amina, yusuf, hodan, meeting):
    sister = bring(store, hodan, meeting, "family", "My sister")
    doctor = name_guest(store, amina, hodan, meeting, "Doctor Nilsson")

    def away(who, ref, back=False, person=hodan):
        store.do(
            company.take_away, actor=who.actor, participant_id=person.id, ref=meeting, guest=ref,
            back=back,
        )  # fmt: skip

    for who, ref, person in (
        (hodan, doctor, hodan), (amina, sister, hodan), (yusuf, sister, yusuf),
    ):  # fmt: skip
        with pytest.raises(NotFound):
            away(who, ref, person=person)
    away(hodan, sister)
    away(amina, doctor)
    assert own(store, hodan, meeting).guests == ()
    with pytest.raises(NotFound):
        say(store, hodan, meeting, doctor, "yes")
    away(hodan, sister, back=True)
    assert names(own(store, hodan, meeting)) == ["My sister"]


def test_with_protected_identity_only_known_staff_have_a_name(store, amina, eva, mia):
    ref = book(store, amina, mia, THURSDAY, place="")
    with pytest.raises(Invalid) as refused:
        bring(store, mia, ref, "family", "My sister Anna")
    assert (refused.value.field, refused.value.reason) == ("name", "protected")
    with pytest.raises(Invalid):
        name_guest(store, amina, mia, ref, "Doctor Nilsson")
    bring(store, mia, ref, "family")
    name_guest(store, amina, mia, ref, staff_ref=staff_ref(store, "Eva"))
    assert names(own(store, mia, ref)) == ["family", "Eva"]


@pytest.mark.parametrize(
    ("name", "organisation", "field", "problem"),
    [
        ("", "", "name", "empty"),
        (" \n", "Somewhere", "name", "empty"),
        ("x" * 81, "", "name", "long"),
        ("Doctor", "x" * 121, "organisation", "long"),
    ],
)
def test_somebody_is_named_so_that_one_knows_who(
    store, amina, hodan, meeting, name, organisation, field, problem
):
    with pytest.raises(Invalid) as refused:
        name_guest(store, amina, hodan, meeting, name, organisation)
    assert (refused.value.field, refused.value.reason) == (field, problem)
    with pytest.raises(Invalid):
        bring(store, hodan, meeting, "")
    with pytest.raises(Invalid) as refused:
        name_guest(store, amina, hodan, meeting, staff_ref="nobody")
    assert (refused.value.field, refused.value.reason) == ("staff", "unknown")


def test_a_meeting_has_room_for_so_many_also_at_once(store, amina, hodan, meeting):
    for number in range(MOST_GUESTS - 2):
        name_guest(store, amina, hodan, meeting, f"Guest {number}")

    def one(number):
        try:
            return bring(store, hodan, meeting, "friend", f"Friend {number}")
        except Invalid as refused:
            return refused.reason

    assert at_once(one).count("many") == MANY - 2
    assert len(own(store, hodan, meeting).guests) == MOST_GUESTS


def test_nothing_is_arranged_around_what_is_called_off_or_has_begun(store, amina, hodan, meeting):
    ref = name_guest(store, amina, hodan, meeting, "Doctor Nilsson")
    began = book(store, amina, hodan, MONDAY - timedelta(minutes=5))
    store.do(service.cancel, actor=amina.actor, participant_id=hodan.id, ref=meeting)
    for target in (meeting, began):
        with pytest.raises(NotFound):
            bring(store, hodan, target)
        with pytest.raises(NotFound):
            say(store, hodan, target, ref, "yes")
