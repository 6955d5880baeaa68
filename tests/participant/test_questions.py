"""One question a page: saved at the tap, with time and receipt, and found again anywhere."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.support import record
from tests.support.apps import let_in

SWEDEN = ZoneInfo("Europe/Stockholm")
EGEN = "/me/surveys/egen"


def start(phone, address: str):
    """The question at this address, with the coach chosen as reader if nothing was chosen yet."""
    page = phone.get(address)
    if page.path != address:
        phone.form("naming").fill(named="coach").send()
        page = phone.get(address)
    return page


def rate(phone, number: int, code: str, **how):
    start(phone, f"{EGEN}/{number}")
    return phone.form("rating").fill(code=code).send(**how)


def test_the_first_page_says_why_how_long_and_who_sees_it(phone):
    page = phone.get(EGEN)
    assert "minutes" in page.main
    assert "Amina sees your answers" in page.main
    assert "skip every question" in page.main


def test_a_tap_is_saved_with_time_and_receipt_and_is_there_on_another_phone(phone, sign_in, hodan):
    page = rate(phone, 1, "4", htmx=True)
    assert "Saved" in page.text
    code = page.one(".receipt").text
    assert code in phone.get("/me/receipts").main
    other = sign_in(hodan)
    assert "Continue" in other.get(EGEN).main
    page = other.get(f"{EGEN}/1")
    assert page.one("input[name=code][checked]")["value"] == "4"
    assert code in page.main


def test_going_on_is_one_tap_to_where_it_was_also_on_another_phone(phone, sign_in, hodan):
    length = 9
    for number in range(1, length + 1):
        rate(phone, number, "dk", htmx=True)
        other = sign_in(hodan)
        other.get("/me/surveys")
        here = other.follow("Continue").path
        assert here == (f"{EGEN}/{number + 1}" if number < length else f"{EGEN}/finish")


def test_the_button_goes_to_the_next_question_without_a_script(phone):
    assert rate(phone, 1, "4").path == f"{EGEN}/2"


@pytest.mark.parametrize("code", ["dk", "skip"])
def test_not_knowing_and_not_wanting_are_answers(phone, code):
    rate(phone, 1, code)
    page = phone.get(f"{EGEN}/1")
    assert page.one("input[name=code][checked]")["value"] == code


def test_the_next_button_does_not_answer_twice(phone, store, hodan):
    rate(phone, 1, "4", htmx=True)
    rate(phone, 1, "4")
    assert phone.get("/me/receipts").main.count("An answer to a question") == 1


def test_an_old_page_with_another_answer_is_a_new_answer(phone):
    start(phone, f"{EGEN}/1")
    form = phone.form("rating")
    for code in ("4", "2", "4"):
        form.fill(code=code).send(htmx=True)
        assert phone.get(f"{EGEN}/1").one("input[checked]")["value"] == code


@pytest.mark.parametrize("code", ["6", "0", "-1", "yes", "4 "])
def test_an_answer_that_does_not_exist_is_refused(phone, code):
    start(phone, f"{EGEN}/1")
    token = phone.page.all("[name=csrf_token]")[0]["value"]
    page = phone.post(f"{EGEN}/1", [("csrf_token", token), ("code", code)])
    assert page.status == 422
    assert phone.get(f"{EGEN}/1").all("input[checked]") == []


def test_no_answer_is_asked_for_and_says_that_skipping_is_fine(phone):
    start(phone, f"{EGEN}/1")
    page = phone.form("rating").send()
    assert page.status == 422
    assert "do not want to answer" in page.main


@pytest.mark.parametrize("address", [f"{EGEN}/0", f"{EGEN}/10", "/me/surveys/nns", f"{EGEN}/x"])
def test_a_question_that_does_not_exist(phone, address):
    phone.get(address, status=404)


def test_the_coach_reads_the_answers_only_when_they_are_sent(phone, desk, hodan):
    rate(phone, 1, "2")
    assert "No, not really" not in desk.get(f"/coach/{hodan.ref}/brief").main
    phone.get(f"{EGEN}/finish")
    assert "8 questions have no answer" in phone.page.main
    page = phone.form("finish").send()
    assert "Thank you" in page.h1
    assert "No, not really" in page.main
    assert "No, not really" in desk.get(f"/coach/{hodan.ref}/brief").main


def test_now_and_last_time_stand_in_words(phone, store, hodan, clock):
    rate(phone, 1, "2")
    clock.move_to(datetime(2027, 6, 1, 10, tzinfo=SWEDEN))
    let_in(phone, store, hodan)
    rate(phone, 1, "4")
    page = phone.get("/me/ratings/egen")
    assert "Now: Yes, mostly" in page.main
    assert "Last time: No, not really" in page.main
    assert page.all(".then .was")


def test_after_a_meeting_there_are_three_days(phone, store, clock, amina, hodan):
    record.book(store, amina, hodan, datetime(2026, 11, 23, 11, tzinfo=SWEDEN))
    phone.get("/me/surveys/mote", status=404)
    clock.shift(timedelta(hours=2, minutes=5))
    let_in(phone, store, hodan)
    assert "After the meeting" in phone.get("/me").main
    start(phone, "/me/surveys/mote/1")
    form = phone.form("rating").fill(code="5")
    clock.shift(timedelta(days=3))
    let_in(phone, store, hodan)
    assert "After the meeting" not in phone.get("/me").main
    assert form.send().status == 410


def test_a_text_answer_reaches_the_coach_as_a_wish(phone, store, desk, clock, amina, hodan):
    record.book(store, amina, hodan, datetime(2026, 11, 23, 11, tzinfo=SWEDEN))
    clock.shift(timedelta(hours=2, minutes=5))
    let_in(phone, store, hodan)
    start(phone, "/me/surveys/mote/5")
    assert phone.form("text").fill(text="").send().status == 422
    phone.form("text").fill(text="About my children").send()
    phone.form("finish").send()
    let_in(desk, store, amina)
    assert "About my children" in desk.get(f"/coach/{hodan.ref}/brief").main


def test_words_that_come_too_late_are_given_back(phone, store, clock, amina, hodan):
    record.book(store, amina, hodan, datetime(2026, 11, 23, 11, tzinfo=SWEDEN))
    clock.shift(timedelta(hours=2, minutes=5))
    let_in(phone, store, hodan)
    start(phone, "/me/surveys/mote/5")
    form = phone.form("text").fill(text="About my children")
    clock.shift(timedelta(days=3))
    let_in(phone, store, hodan)
    page = form.send()
    assert (page.status, page.h1) == (410, "This is closed now")
    assert "About my children" in page.main
    assert "not saved" in page.main


def test_every_time_is_drawn_and_stands_in_a_table(phone, store, hodan, clock):
    for year, month, code in ((2026, 11, "2"), (2027, 6, "3"), (2027, 12, "5")):
        clock.move_to(datetime(year, month, 25, 10, tzinfo=SWEDEN))
        let_in(phone, store, hodan)
        rate(phone, 1, code)
    page = phone.get("/me/ratings/egen")
    assert page.all("svg.trend") == []
    assert "Higher than last time" in page.main
    page = phone.follow("See every time")
    assert len(page.all("svg.trend circle")) == 3
    rows = [row.text for row in page.all(".table-plain tbody td")]
    assert rows == ["Yes, completely", "Yes and no", "No, not really"]
