"""Consent to share: who reads by it, and what the others see of it."""

from datetime import timedelta

import pytest

from tests.support.clock import MONDAY
from tests.support.people import staff
from tests.support.record import opened
from tests.support.sharing import AUTHORITY, REGION, consent, offer, open_page, read, withdraw
from webapp.domain.audit.log import log
from webapp.domain.brief.before import since_last_meeting
from webapp.domain.errors import NotFound
from webapp.domain.people.leaving import leave
from webapp.domain.sharing import service
from webapp.domain.sharing.reading import organisations, sharers
from webapp.domain.sharing.shared import previewed

DAY, TODAY = timedelta(days=1), MONDAY.date()


def test_only_the_organisation_that_was_named_reads_it(store, hodan, amina, per, karin, eva, ulf):
    consent(store, hodan)
    assert read(store, eva, hodan).name == "Hodan"
    for stranger in (ulf, amina, per, karin):
        with pytest.raises(NotFound):
            open_page(store, stranger, hodan)


def test_a_coach_of_the_same_organisation_comes_in_by_no_consent(store, hodan, eva):
    colleague = staff(store, "Siv", organisation=AUTHORITY)
    consent(store, hodan)
    with pytest.raises(NotFound):
        open_page(store, colleague, hodan)


def test_staff_who_have_left_read_nothing(store, hodan, eva):
    consent(store, hodan)
    store.do(leave, email=eva.email, successor=None)
    with pytest.raises(NotFound):
        open_page(store, eva, hodan)


def test_each_opening_leaves_one_line_and_a_refused_one_none(store, hodan, eva, ulf):
    consent(store, hodan)
    read(store, eva, hodan)
    with pytest.raises(NotFound):
        open_page(store, ulf, hodan)
    (line,) = store.ask(log, participant_id=hodan.id)[:1]
    assert (line.name, line.role, line.organisation, line.what) == (
        "Eva",
        "team",
        AUTHORITY,
        "shared",
    )
    assert [each.name for each in store.ask(log, participant_id=hodan.id)].count("Eva") == 1


def test_the_preview_of_a_change_leaves_out_what_it_replaces(store, hodan, eva):
    first = consent(store, hodan, "goals")
    wanted = offer(store, "path", replaces=first)
    found = store.ask(previewed, participant_id=hodan.id, offer=wanted)
    assert found.opened.kinds == {"path"}


def test_the_list_has_each_person_once_with_the_last_day_of_all(store, hodan, mia, eva, ulf):
    consent(store, hodan, "goals", days=10)
    consent(store, hodan, "path", days=40)
    consent(store, mia, "goals", days=5)
    found, more = store.ask(sharers, staff_id=eva.id, page=1)
    assert [(each.name, each.until) for each in found] == [
        ("Hodan", TODAY + 40 * DAY),
        ("Mia", TODAY + 5 * DAY),
    ]
    assert not more
    assert store.ask(sharers, staff_id=ulf.id, page=1) == ((), False)


def test_organisations_say_whether_somebody_there_can_read(store, amina, eva):
    assert store.ask(organisations) == ((AUTHORITY, True), ("Nordby kommun", False))


def test_the_brief_mentions_what_ends_soon_and_what_was_taken_back(store, hodan, amina, eva, ulf):
    consent(store, hodan, days=31)
    consent(store, hodan, "goals", days=30)
    back = consent(store, hodan, to=REGION)
    gone = consent(store, hodan, "goals", to=REGION, days=3)
    consent(store, hodan, "goals", to=REGION, days=90, replaces=gone)
    store.at = MONDAY + timedelta(hours=1)
    withdraw(store, hodan, back)
    found = store.ask(since_last_meeting, record=opened(store, amina, hodan)).consents
    assert found.ending == ((AUTHORITY, TODAY + 30 * DAY),)
    assert found.withdrawn == ((REGION, store.now),)
    store.do(service.give_again, actor=hodan.actor, ref=back)
    assert (
        store.ask(since_last_meeting, record=opened(store, amina, hodan)).consents.withdrawn == ()
    )
