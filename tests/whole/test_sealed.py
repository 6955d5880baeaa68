"""A sealed rating changes nothing that the other side can see: over all pages, whatever is given.

What one side rates must leave every page of the other byte for byte as it was, but for what each
page draws anew: the tokens and keys of its forms.
"""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.browser import Browser
from tests.support.record import answer, coach_task, finish, rate, task
from webapp.domain.audit.log import log

STEPS = ["1", "2", "3", "4", "5", "dk", "skip"]
ANEW = re.compile(r'(name="(?:csrf_token|key)"[^>]*?value="[^"]*")|(X-CSRFToken[^}]*})')
FEW = settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def looks(quickly, reachable):
    """All pages that somebody can reach, as they look now."""
    browsers: dict[str, Browser] = {}

    def seen(person, without=()):
        browser = browsers.setdefault(person.name, quickly(person))
        return {
            address: ANEW.sub("", browser.get(address, status=None).html)
            for address in reachable[person.name]
            if not address.startswith(tuple(without))
        }

    return seen


def test_no_page_of_staff_tells_anything_about_a_sealed_rating(world, looks):
    staff = (world.amina, world.per, world.karin, world.eva)
    before = [looks(person) for person in staff]

    @FEW
    @given(codes=st.lists(st.sampled_from(STEPS), min_size=9, max_size=9), sent=st.booleans())
    def whatever_hodan_rates(codes, sent):
        steg = task(world.store, world.hodan, "STEG")
        for item, code in zip(steg.items, codes, strict=True):
            answer(world.store, world.hodan, steg, item.id, code)
        if sent:
            finish(world.store, world.hodan, steg)
        assert [looks(person) for person in staff] == before

    whatever_hodan_rates()


def test_no_page_of_the_participant_tells_anything_about_the_coachs_rating(world, looks):
    before = looks(world.hodan, without=("/me/log",))

    @FEW
    @given(codes=st.lists(st.sampled_from(STEPS), min_size=11, max_size=11))
    def whatever_amina_rates(codes):
        steg = coach_task(world.store, world.amina, world.hodan, "STEG")
        given_codes = {
            item.id.replace("-", "_"): code for item, code in zip(steg.items, codes, strict=True)
        }
        rate(world.store, world.amina, world.hodan, steg, **given_codes)
        assert looks(world.hodan, without=("/me/log",)) == before

    whatever_amina_rates()


def test_the_log_tells_that_the_page_was_opened_and_no_more(world, quickly):
    desk = quickly(world.amina)
    steg = coach_task(world.store, world.amina, world.hodan, "STEG")
    before = len(world.store.ask(log, participant_id=world.hodan.id))
    desk.get(f"/coach/{world.hodan.ref}/surveys/steg")
    desk.form("rating").fill(**{item.id: "4" for item in steg.items}).send()

    lines = world.store.ask(log, participant_id=world.hodan.id)
    done = {line.what for line in lines[: len(lines) - before]}
    assert done == {"page", "ratings"}


def test_no_unnamed_answer_changes_any_page_of_staff(world, looks):
    staff = (world.amina, world.per, world.karin, world.eva)
    before = [looks(person) for person in staff]
    stod = task(world.store, world.hodan, "STOD", named=False)
    for item in stod.items:
        answer(world.store, world.hodan, stod, item.id, "1")
    assert [looks(person) for person in staff] == before
    finish(world.store, world.hodan, stod)
    assert [looks(person) for person in staff] == before
