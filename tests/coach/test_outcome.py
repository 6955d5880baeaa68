"""Amina registers how it goes for Hodan, and writes about obstacles without any name."""

import pytest

from tests.support import outcomes


def register(desk, hodan, moment: str, **fields):
    desk.get(f"/coach/{hodan.ref}/outcome/{moment}")
    return desk.form("outcome").fill(**fields).send()


def test_nothing_is_chosen_for_the_coach(desk, hodan):
    desk.get(f"/coach/{hodan.ref}/outcome/exit")
    page = desk.form("outcome").send()
    assert page.status == 422
    assert {"status", "exit_reason"} <= page.errors().keys()


def test_a_correction_keeps_the_earlier_entry_on_the_page(desk, hodan):
    register(desk, hodan, "start", status="none", happened_on="2026-11-19")
    page = register(desk, hodan, "start", status="basic_studies", happened_on="2026-11-20")
    assert "Friday 20 November" in page.main
    assert "Corrected or taken away" in page.main
    assert "Thursday 19 November" in page.main


def test_a_follow_up_waits_for_the_end(desk, hodan):
    assert "Comes after the end." in desk.get(f"/coach/{hodan.ref}/outcome").main
    page = register(desk, hodan, "months-6", status="work", happened_on="2026-11-20")
    assert "Register first" in page.errors()["happened_on"]
    desk.get(f"/coach/{hodan.ref}/outcome/months-7", status=404)


def test_what_is_taken_away_can_be_put_back(desk, hodan):
    register(desk, hodan, "start", status="none", happened_on="2026-11-20")
    form = next(each for each in desk.forms() if "/entries/" in each.action)
    page = form.send("away")
    assert "Nothing is registered." in page.main
    back = next(each for each in desk.forms() if "/entries/" in each.action)
    assert "Correct" in back.send("back").main


def test_a_stranger_gets_nothing(quickly, per, hodan):
    browser = quickly(per)
    for place in ("outcome", "outcome/start"):
        browser.get(f"/coach/{hodan.ref}/{place}", status=404)


def obstacle(desk, **fields):
    desk.get("/coach/obstacles/new")
    wanted = {
        "kind": "obstacle", "party": "housing", "type": "rules", "days_lost": "12",
        "text": "The contract needed three months of pay slips", **fields,
    }  # fmt: skip
    return desk.form("obstacle").fill(**wanted).send()


def test_an_obstacle_is_listed_counted_and_followed(desk):
    page = obstacle(desk)
    assert "three months of pay slips" in page.main
    page = desk.form("change").fill(status="solved", comment="The landlord changed it").send()
    assert "The landlord changed it" in page.main
    assert "three months" in desk.get("/coach/obstacles?status=solved").main
    assert "three months" not in desk.get("/coach/obstacles?status=new").main
    row = desk.get("/coach/obstacles").one("tbody tr").get_text(" ").split()
    assert row[-4:] == ["1", "1", "12", "0"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The papers of 900101-1234 were lost", "personal number"),
        ("Write to anna@example.org", "e-mail address"),
        ("Call 070-174 06 11", "phone number"),
        ("Hodan waited for two weeks", "name of one of your people"),
    ],
)
def test_what_says_who_somebody_is_is_refused_and_kept_on_the_page(desk, hodan, text, told):
    page = obstacle(desk, text=text)
    assert page.status == 422
    assert told in page.errors()["text"]
    assert page.one("textarea").text.strip() == text


@pytest.mark.parametrize("days", ["1000", "-1", "many"])
def test_days_are_a_number_that_can_be_meant(desk, days):
    assert "days_lost" in obstacle(desk, days_lost=days).errors()


def test_another_organisation_reads_nothing_of_it(desk, quickly, store, amina, per):
    ref = outcomes.obstacle(store, amina, "The office was closed")
    other = quickly(per)
    assert "The office was closed" not in other.get("/coach/obstacles").main
    other.get(f"/coach/obstacles/{ref}", status=404)
    assert "The office was closed" in desk.get(f"/coach/obstacles/{ref}").main
