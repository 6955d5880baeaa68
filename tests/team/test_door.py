"""The partners' door: only people who share with them, only what is shared; else nothing exists."""

from tests.support.outcomes import register, step
from tests.support.people import participant
from tests.support.record import add_step, answer, book, finish, set_goal, task, written
from tests.support.sharing import REGION, consent, withdraw
from tests.support.statements import statements
from tests.support.training import activity


def test_nobody_is_there_before_somebody_shares(desk, hodan):
    assert "Nobody shares anything with you now" in desk.get("/team").main
    desk.get(f"/team/{hodan.ref}", status=404)


def test_only_those_who_share_with_this_organisation_stand_in_the_list(
    desk, quickly, store, hodan, mia, yusuf, ulf
):
    consent(store, hodan)
    consent(store, mia, to=REGION)
    withdraw(store, yusuf, consent(store, yusuf))
    page = desk.get("/team")
    assert "Hodan" in page.main
    assert "Until Sunday 21 February 2027" in page.main
    for name in ("Mia", "Yusuf"):
        assert name not in page.main
    assert "Mia" in quickly(ulf).get("/team").main


def test_they_stand_in_swedish_order_each_with_the_last_day_and_cost_no_more(
    app, desk, store, amina, hodan
):
    consent(store, hodan, days=9)
    few = len(_counted(app, desk, "/team"))
    for days, name in enumerate(("Örjan", "Ärla", "Åsa", "zahra", "Östen", "Ali"), 10):
        consent(store, participant(store, amina, name), "goals", days=days)
    page = desk.get("/team")
    assert [each.get_text() for each in page.all(".people b")] == [
        "Ali", "Hodan", "zahra", "Åsa", "Ärla", "Örjan", "Östen",
    ]  # fmt: skip
    for each in page.all(".people li"):
        assert "Until " in each.get_text()
    assert "Until Tuesday 8 December" in page.all(".people li")[0].get_text()
    assert len(_counted(app, desk, "/team")) == few


def test_protected_identity_is_an_alias_and_says_so(desk, store, mia):
    consent(store, mia, "goals")
    page = desk.get(f"/team/{mia.ref}")
    assert "Mia" in page.h1
    assert "Protected identity" in page.main


def test_what_is_open_but_empty_says_so_and_what_is_closed_has_no_heading(desk, store, hodan):
    consent(store, hodan, "goals", "path")
    page = desk.get(f"/team/{hodan.ref}")
    assert [each.get_text() for each in page.all("article h2")] == [
        "Hodan",
        "Goals and plan",
        "What is important",
    ]
    assert "Nothing stands here yet" in page.main


def test_a_full_page_reads_and_asks_the_database_as_often_as_an_empty_one(
    app, desk, store, hodan, amina, clock
):
    consent(store, hodan)
    address = f"/team/{hodan.ref}"
    before = _counted(app, desk, address)
    for number in range(4):
        goal = set_goal(store, hodan, f"Goal {number}")
        add_step(store, hodan, goal, "I call the school", doer="together")
        step(store, hodan, f"I took bus {number}")
    activity(store, amina, hodan, title="Kitchen practice")
    written(store, hodan, "drive", "", part="own-money")
    written(store, hodan, "big_goal", "I cook in a school", part="working", months=12)
    written(store, hodan, "try", "Visit the bakery")
    register(store, amina, hodan)
    book(store, amina, hodan, store.now.replace(year=2027))
    assert len(_counted(app, desk, address)) == len(before) <= 8
    page = desk.get(address)
    for words in (
        "Goal 3", "Hodan and the coach", "I took bus 2", "Kitchen practice", "earn my own money",
        "I cook in a school", "Within 12 months", "Visit the bakery", "With Amina",
    ):  # fmt: skip
        assert words in page.main, words


def test_answers_stand_area_by_area(app, desk, store, amina):
    store.at = store.now.replace(year=2025)
    nils = participant(store, amina, "Nils", language="en")
    store.at = None
    egen = task(store, nils, "EGEN")
    answer(store, nils, egen, egen.items[0].id, "4")
    finish(store, nils, egen)
    consent(store, nils, "answers")
    assert desk.get(f"/team/{nils.ref}").all("article li b")


def test_an_address_of_the_coach_is_nobody_at_the_partner(desk, store, hodan):
    consent(store, hodan)
    for place in ("", "/brief", "/plan", "/sharing"):
        desk.get(f"/coach/{hodan.ref}{place}", status=404)


def _counted(app, browser, address):
    browser.get(address)
    with statements(app.extensions["engine"]) as seen:
        browser.get(address)
    return seen
