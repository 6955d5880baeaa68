"""Switching instruments on and off: what is sent is read in the list and in the history."""

import pytest

from tests.support.people import staff
from webapp.domain.instruments.load import catalogue
from webapp.domain.people import service

LIST, EGEN = "/insight/instruments", "/insight/instruments/egen"


def row(page, instrument):
    return next(
        " ".join(each.get_text(" ").split())
        for each in page.all("tbody tr")
        if each.select(f"a[href='{LIST}/{instrument}']")
    )


def test_the_list_has_every_instrument_with_who_when_and_version(office):
    page = office.get(LIST)
    for each in catalogue().values():
        found = row(page, each.id.lower())
        assert f"{each.id}, version {each.version}" in found
        assert "On" in found
    assert "Participants" in row(page, "egen")
    assert "Project leaders" in row(page, "till")


def test_switched_off_stands_in_the_list_and_in_the_history(office):
    office.get(EGEN)
    assert "Nobody has changed anything" in office.page.main
    page = office.form("switch").fill(state="off").send()

    assert page.path == EGEN
    assert "The change stands in the history." in page.text
    assert "Switched off" in page.one(".log").text
    assert "Karin" in page.one(".log").text
    assert "Switched off" in row(office.get(LIST), "egen")
    assert "Switched off" not in row(office.page, "stod")

    office.get(EGEN)
    page = office.form("switch").fill(state="on").send()
    assert [each.b.text for each in page.all(".log li")] == ["Switched on", "Switched off"]


def test_days_are_kept_and_shown(office):
    office.get(EGEN)
    office.form("switch").fill(state="on", from_on="2026-12-01", until_on="2026-12-31").send()

    found = row(office.get(LIST), "egen")
    assert "Not begun yet From Tuesday 1 December to Thursday 31 December" in found
    page = office.get(EGEN)
    assert page.one("#from_on")["value"] == "2026-12-01"
    assert page.one("#until_on")["value"] == "2026-12-31"


def test_the_same_again_says_so(office):
    office.get(EGEN)
    page = office.form("switch").send()
    assert "it was like this already." in page.text
    assert "Nobody has changed anything" in page.main


@pytest.mark.parametrize(
    ("first", "last", "field", "words"),
    [
        ("2026-12-02", "2026-12-01", "until_on", "The last day is before the first day."),
        ("1926-12-02", "", "from_on", "within ten years"),
        ("", "2126-12-02", "until_on", "within ten years"),
        ("tomorrow", "", "from_on", "Write it like 2026-11-27."),
        ("", "2026-02-30", "until_on", "Write it like 2026-11-27."),
    ],
)
def test_wrong_days_are_refused_in_words_and_kept(office, first, last, field, words):
    office.get(EGEN)
    page = office.form("switch").fill(state="off", from_on=first, until_on=last).send()

    assert page.status == 422
    assert words in page.errors()[field]
    assert page.one("#from_on").get("value", "") == first
    assert page.one("#until_on").get("value", "") == last
    assert "Switched off" not in row(office.get(LIST), "egen")


def test_a_choice_that_does_not_exist_is_refused(office):
    office.get(EGEN)
    fields = [*office.form("switch").fields(), ("state", "maybe")]
    fields = [pair for pair in fields if pair != ("state", "on")]
    page = office.post(EGEN, fields)
    assert page.status == 422
    assert "choose one of the answers" in page.errors()["state"]


def test_an_unknown_instrument_is_not_found(office):
    for place in ("nope", "nope/preview"):
        office.get(f"{LIST}/{place}", status=404)


def test_what_one_leader_does_another_leader_of_the_project_reads(office, store, quickly):
    office.get(EGEN)
    office.form("switch").fill(state="off").send()
    same = staff(store, "Klara", organisation="Samordningsförbundet", role="project_leader")
    other = staff(store, "Sten", organisation="Annan", role="project_leader", project="Annat")
    for person, found in ((same, True), (other, False)):
        store.do(service.set_language, actor=person.actor, language="en")
        browser = quickly(person)
        assert ("Switched off" in row(browser.get(LIST), "egen")) == found
        assert ("Karin" in browser.get(EGEN).main) == found


def test_a_leader_without_a_project_reads_but_changes_nothing(store, quickly):
    alone = staff(store, "Sten", organisation="Annan", role="project_leader", project="")
    store.do(service.set_language, actor=alone.actor, language="en")
    browser = quickly(alone)
    page = browser.get(EGEN)
    assert "You do not belong to a project yet" in page.main
    assert page.all("main form") == []
    token = page.all("[name=csrf_token]")[0]["value"]
    assert browser.post(EGEN, [("csrf_token", token), ("state", "off")]).status == 404
