"""Owner, contacts and follow-ups of the plan; protected identity; what the brief tells."""

from dataclasses import asdict
from datetime import timedelta

import pytest

from tests.support.clock import MONDAY
from tests.support.coordination import (
    answer,
    contact,
    follow_up,
    own_whole,
    whole,
    words_in,
    write,
)
from tests.support.people import staff
from tests.support.record import opened
from tests.support.training import activity
from webapp.domain.brief.before import since_last_meeting
from webapp.domain.coordination import facts
from webapp.domain.coordination.rules import ContactView
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people.staff import possible_owners

TODAY, DAY = MONDAY.date(), timedelta(days=1)


def texts(found):
    return [text.line.wording.text for text in found]


def test_the_coach_is_responsible_until_somebody_else_is(store, hodan, amina):
    assert _owner(whole(store, amina, hodan)) == ("Amina", "Nordby kommun")
    eva = staff(store, "Eva", organisation="Arbetsförmedlingen", role="team")
    found = store.ask(possible_owners, staff_id=amina.id, protected=False)
    ref = next(each.ref for each in found if each.id == eva.id)
    record = opened(store, amina, hodan)
    store.do(facts.set_owner, actor=amina.actor, record=record, staff_ref=ref)

    assert _owner(whole(store, amina, hodan)) == ("Eva", "Arbetsförmedlingen")
    with pytest.raises(NotFound):
        opened(store, eva, hodan)
    mine = next(each.ref for each in found if each.id == amina.id)
    store.do(facts.set_owner, actor=amina.actor, record=record, staff_ref=mine)
    assert _owner(own_whole(store, hodan)) == ("Amina", "Nordby kommun")


def _owner(plan):
    return (plan.owner.name, plan.owner.organisation)


def test_follow_ups_have_a_day_a_caller_and_a_result_from_both(store, hodan, amina):
    ref = follow_up(store, amina, hodan, TODAY, "Eva")
    later = follow_up(store, amina, hodan, TODAY + 30 * DAY)
    write(store, hodan, "result", "It went well", about=("follow_up", ref))
    write(store, hodan, "result", "Two days a week", by=amina, about=("follow_up", ref))

    plan = own_whole(store, hodan)
    (held,) = plan.follow_ups
    assert (held.follow_up.caller, held.over) == ("Eva", True)
    assert texts(held.result.own) + texts(held.result.staff) == ["It went well", "Two days a week"]
    assert plan.next_follow_up is not None
    assert plan.next_follow_up.follow_up.ref == later


@pytest.mark.parametrize(("day", "problem"), [(TODAY - DAY, "past"), (TODAY + 999 * DAY, "far")])
def test_a_day_that_cannot_be_meant_is_refused(store, hodan, amina, day, problem):
    with pytest.raises(Invalid, match=problem):
        follow_up(store, amina, hodan, day)


def test_protected_identity_has_no_person_and_no_place(store, mia, amina):
    record = opened(store, amina, mia)
    for name in ("name", "role", "reach"):
        with pytest.raises(Invalid, match="protected"):
            contact(store, amina, mia, **{name: "Samira"})
    with pytest.raises(Invalid, match="protected"):
        follow_up(store, amina, mia, TODAY, "The clinic in Lund")
    contact(store, amina, mia, organisation="The region")
    staff(store, "Eva", organisation="Arbetsförmedlingen", role="team")
    owners = store.ask(possible_owners, staff_id=amina.id, protected=record.protected)

    assert {each.organisation for each in owners} == {"Nordby kommun"}
    (found,) = whole(store, amina, mia).contacts
    assert (found.organisation, found.name, found.reach) == ("The region", "", "")


def test_what_was_stored_before_the_protection_is_hidden_too(store, hodan, amina):
    contact(store, amina, hodan, name="Samira", reach="08-1")
    activity(store, amina, hodan, organisation="The workshop", contact_phone="08-2")

    plan = asdict(own_whole(store, hodan, protected=True))
    assert not {"Samira", "08-1", "The workshop", "08-2"} & set(words_in(plan))


def test_a_contact_needs_an_organisation_and_belongs_to_one_person(store, hodan, yusuf, amina):
    with pytest.raises(Invalid, match="organisation: empty"):
        contact(store, amina, hodan, organisation=" ")
    ref = contact(store, amina, hodan, name="Samira")
    record = opened(store, amina, yusuf)
    said = ContactView("", "Another", "", "", "")
    with pytest.raises(NotFound):
        store.do(facts.correct_contact, actor=amina.actor, record=record, ref=ref, said=said)


def test_the_brief_tells_how_much_is_new_and_the_day(store, hodan, amina):
    store.at = store.now + timedelta(minutes=5)
    write(store, hodan, "need", "I need glasses")
    write(store, hodan, "need", "In secret", shared=False)
    ref = write(store, hodan, "need", "Her eyes", by=amina)
    follow_up(store, amina, hodan, TODAY + 5 * DAY)

    def news():
        record = opened(store, amina, hodan)
        return store.ask(since_last_meeting, record=record).coordination

    store.at = store.now + timedelta(minutes=5)
    assert (news().new, news().follow_up) == (1, TODAY + 5 * DAY)
    answer(store, hodan, ref, "yes")
    assert news().new == 2
