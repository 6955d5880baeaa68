"""What goes on, as Amina writes it, and as Hodan reads it in her plan."""

import pytest

from tests.support.training import activity

FACTS = {
    "lane": "training",
    "title": "Café two mornings",
    "organisation": "Trädet",
    "contact_name": "Samira",
    "contact_phone": "070-174 06 86",
    "started_on": "2026-11-20",
}


def add(desk, person, **facts):
    desk.get(f"/coach/{person.ref}/activities/new")
    return desk.form("activity").fill(**{**FACTS, **facts}).send()


def test_an_activity_stands_on_both_sides_with_somebody_to_ask(desk, phone, hodan):
    page = add(desk, hodan)
    assert "Café two mornings" in page.main
    plan = phone.get("/me/plan")
    for words in ("Work training", "Café two mornings", "Trädet", "Samira"):
        assert words in plan.main
    assert plan.one("#going-on a[href^=tel]")["href"] == "tel:0701740686"
    assert "Changed what is going on for you." in phone.get("/me/log").main


def test_several_go_on_at_once(desk, phone, hodan):
    add(desk, hodan)
    add(desk, hodan, lane="find", title="Visits")
    add(desk, hodan, lane="health", title="Walks")
    plan = phone.get("/me/plan").main
    assert all(lane in plan for lane in ("Finding a job", "Work training", "Health"))


def test_it_is_corrected_ended_and_goes_on_after_all(desk, hodan):
    page = add(desk, hodan)
    desk.follow("Change")
    page = desk.form("activity").fill(title="Shop").send()
    assert "Shop" in page.main
    assert "Café" not in page.main
    page = next(form for form in desk.forms() if form.action.endswith("/end")).send()
    assert "It goes on after all" in page.main


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"title": ""}, "title", "Please write"),
        ({"started_on": ""}, "started_on", "Please write"),
        ({"started_on": "yesterday"}, "started_on", "not a day"),
        ({"started_on": "1926-11-20"}, "started_on", "too far away"),
        ({"ended_on": "2026-11-19"}, "ended_on", "before the first"),
    ],
)
def test_what_cannot_be_is_explained_and_nothing_is_lost(desk, hodan, typed, field, said):
    page = add(desk, hodan, **typed)
    assert page.status == 422
    assert said in page.errors()[field]
    assert page.one("[name=contact_name]")["value"] == "Samira"


def test_a_protected_identity_has_no_field_for_a_place(desk, mia):
    page = desk.get(f"/coach/{mia.ref}/activities/new")
    assert page.all("[name=organisation]") == []
    assert "no place and no contact person is stored" in page.main


def test_a_gap_is_said_kindly_to_the_person(store, phone, hodan, amina, clock, quickly):
    plan = phone.get("/me/plan").main
    assert "Nothing is going on right now. Tell your coach what you need." in plan
    assert "not your fault" not in plan
    clock.shift(14 * 24 * 3600)
    assert "It is not your fault." in quickly(hodan).get("/me/plan").main


def test_a_gap_is_a_question_about_the_support_to_the_coach(
    desk, hodan, store, amina, clock, quickly
):
    activity(store, amina, hodan, lane="health")
    desk.get(f"/coach/{hodan.ref}/activities")
    next(form for form in desk.forms() if form.action.endswith("/end")).send()
    clock.shift(31 * 24 * 3600)
    later = quickly(amina)
    read = later.get(f"/coach/{hodan.ref}/activities").main
    assert "Nothing has been going on for 31 days. What has to happen" in read
    assert "Finding a job: nothing for" in read
    assert "Nothing went on from" in read
    brief = later.get(f"/coach/{hodan.ref}/brief").main
    assert "Nothing has been going on for 31 days." in brief


def test_a_stranger_finds_nothing(desk, hodan, quickly, per, store, amina):
    ref = activity(store, amina, hodan)
    other = quickly(per)
    for address in ("activities", "activities/new", f"activities/{ref}", "training"):
        other.get(f"/coach/{hodan.ref}/{address}", status=404)
    desk.get(f"/coach/{hodan.ref}/activities/nothing", status=404)
