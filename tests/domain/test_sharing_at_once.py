"""Consents that end while somebody reads, and several taps at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWaiting
from datetime import timedelta

import pytest

from tests.domain.test_concurrency import at_once
from tests.support.clock import MONDAY
from tests.support.people import staff
from tests.support.record import set_goal
from tests.support.sharing import AUTHORITY, consent, consents, open_page, withdraw
from webapp.domain.audit.log import log
from webapp.domain.errors import Closed, NotFound
from webapp.domain.partners.reading import shared_page
from webapp.domain.sharing import service
from webapp.domain.sharing.shared import open_shared


def test_who_takes_back_waits_for_the_page_that_is_read_and_nothing_is_read_after(
    store, hodan, eva
):
    set_goal(store, hodan, "I want to work in a kitchen")
    ref = consent(store, hodan)
    with ThreadPoolExecutor(1) as pool:
        with store.writing() as session:
            record = open_shared(
                session, staff_id=eva.id, ref=hodan.ref, what="shared", now=store.now
            )
            taking = pool.submit(withdraw, store, hodan, ref)
            with pytest.raises(StillWaiting):
                taking.result(timeout=0.5)
            (goal,) = shared_page(session, record, store.now).goals
            assert goal.text == "I want to work in a kitchen"
        taking.result(timeout=10)
    with pytest.raises(NotFound):
        open_page(store, eva, hodan)
    assert [each.what for each in store.ask(log, participant_id=hodan.id)].count("shared") == 1


def test_two_partners_read_at_the_same_time(store, hodan, eva):
    siv = staff(store, "Siv", organisation=AUTHORITY, role="team")
    consent(store, hodan)
    found = at_once(lambda number: open_page(store, (eva, siv)[number % 2], hodan).name)
    assert set(found) == {"Hodan"}


def test_a_page_begun_on_the_last_day_is_read_to_its_end_and_the_next_is_not(store, hodan, eva):
    set_goal(store, hodan, "I want to work in a kitchen")
    consent(store, hodan, until=MONDAY.date())
    store.at = MONDAY.replace(hour=23, minute=59, second=59)
    with store.writing() as session:
        record = open_shared(session, staff_id=eva.id, ref=hodan.ref, what="shared", now=store.now)
        begun = store.now
        store.at += timedelta(seconds=2)
        assert shared_page(session, record, begun).goals
    with pytest.raises(NotFound):
        open_page(store, eva, hodan)


def test_taking_back_many_times_at_once_takes_back_once(store, hodan, eva):
    ref = consent(store, hodan)
    found = at_once(lambda _: store.do(service.withdraw, actor=hodan.actor, ref=ref))
    assert sum(isinstance(each, Closed) for each in found) == len(found) - 1
    assert consents(store, hodan)[0].state(store.now) == "withdrawn"


def test_undo_tapped_many_times_gives_one_new_consent(store, hodan, eva):
    ref = consent(store, hodan)
    withdraw(store, hodan, ref)
    given = at_once(
        lambda _: store.do(service.give_again, actor=hodan.actor, ref=ref, key="tap").code
    )
    assert len(set(given)) == 1
    assert len(consents(store, hodan)) == 2


def test_a_consent_that_ended_while_the_page_stood_open_is_closed_and_not_unknown(
    store, hodan, eva
):
    ref = consent(store, hodan, until=MONDAY.date())
    store.at = MONDAY + timedelta(days=1)
    with pytest.raises(Closed):
        store.do(service.withdraw, actor=hodan.actor, ref=ref)
