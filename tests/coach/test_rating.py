"""The coach rates without seeing, and then both see the same picture."""

from datetime import timedelta

import pytest

from tests.support.apps import let_in
from tests.support.record import answer_all, coach_task, rate, task

TWO_MONTHS = timedelta(days=62)


@pytest.fixture
def later(clock, phone, desk, store, hodan, amina):
    """Hodan began two months ago: both can rate her steps towards work."""
    clock.shift(TWO_MONTHS)
    let_in(phone, store, hodan)
    let_in(desk, store, amina)


@pytest.fixture
def phone(quickly, hodan):
    """Hodan's phone."""
    return quickly(hodan)


def rating(desk, hodan, **codes):
    desk.get(f"/coach/{hodan.ref}/surveys/steg")
    form = desk.form("rating")
    names = [field["name"] for field in desk.page.all("input[type=radio]")]
    return form.fill(**({name: "3" for name in names} | codes)).send()


def test_the_list_says_that_a_rating_waits(later, desk, store, amina, hodan):
    assert "Your rating waits" in desk.get("/coach").main
    rate(store, amina, hodan, coach_task(store, amina, hodan, "STEG"))
    assert "Your rating waits" not in desk.get("/coach").main


def test_a_missing_answer_is_asked_for_and_the_others_are_kept(later, desk, hodan):
    desk.get(f"/coach/{hodan.ref}/surveys/steg")
    page = desk.form("rating").fill(**{"STEG-01C": "5"}).send()

    assert page.status == 422
    assert page.one("input[name=STEG-01C][checked]")["value"] == "5"
    assert "STEG-02C" in page.all(".summary a")[0]["href"]


def test_first_each_waits_for_the_other_then_both_see_it(later, phone, desk, store, hodan):
    page = rating(desk, hodan, **{"STEG-07C": "1"})
    assert "You both see the answers when both have answered" in page.main
    assert "How you both see it" not in page.main
    phone.get("/me/ratings/steg", status=404)

    answer_all(store, hodan, task(store, hodan, "STEG"), "4")

    seen = phone.get("/me/ratings/steg")
    assert "How you both see it" in seen.main
    assert seen.all("h3")[0].text == "Everyday life"
    both = desk.get(f"/coach/{hodan.ref}/ratings")
    assert both.all("svg.gap")
    assert "You see it differently" in desk.get(f"/coach/{hodan.ref}/brief").main


def test_afterwards_neither_can_change_it(later, phone, desk, store, amina, hodan):
    form = None
    desk.get(f"/coach/{hodan.ref}/surveys/steg")
    form = desk.form("rating")
    rate(store, amina, hodan, coach_task(store, amina, hodan, "STEG"))
    phone.get("/me/surveys/steg/1")
    late = phone.form("rating").fill(code="1")
    answer_all(store, hodan, task(store, hodan, "STEG"), "4")

    names = {field["name"] for field in desk.page.all("input[type=radio]")}
    assert form.fill(**dict.fromkeys(names, "1")).send().status == 410
    assert late.send().status == 410
    assert "can no longer be changed" in phone.get("/me/surveys/steg").main


def test_what_only_the_coach_rates_is_shown_to_nobody_else(later, phone, desk, store, hodan):
    rating(desk, hodan, **{"STEG-11": "1"})
    answer_all(store, hodan, task(store, hodan, "STEG"), "4")

    assert "Only you see this" in desk.get(f"/coach/{hodan.ref}/ratings").main
    for address in ("/me/ratings/steg", "/me/ratings"):
        assert "12 months" not in phone.get(address).main


def test_a_coach_of_others_finds_nothing(later, quickly, per, hodan):
    other = quickly(per)
    for address in ("ratings", "surveys/steg"):
        other.get(f"/coach/{hodan.ref}/{address}", status=404)


@pytest.mark.parametrize("key", ["egen", "mote", "nns", "steg-x"])
def test_there_is_nothing_to_rate_in_other_surveys(later, desk, hodan, key):
    desk.get(f"/coach/{hodan.ref}/surveys/{key}", status=404)
