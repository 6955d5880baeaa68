"""What to talk about, who has looked, receipts and settings."""

from datetime import datetime

from tests.support import record
from tests.support.page import words
from webapp.domain.meetings import service as meetings


def write(phone, text: str):
    phone.get("/me/meetings/next")
    return phone.form("wish").fill(text=text).send()


def test_a_wish_is_read_by_the_coach_first_of_all(phone, desk, hodan):
    page = write(phone, "Jag vill börja på morgonen")
    assert "receipt" in page.text
    brief = desk.get(f"/coach/{hodan.ref}/brief").main
    assert "Jag vill börja på morgonen" in brief


def test_a_wish_is_taken_away_and_put_back(phone, desk, hodan):
    write(phone, "About money")
    phone.form("away").send()
    assert "About money" not in desk.get(f"/coach/{hodan.ref}/brief").main
    page = phone.form("back").send()
    assert "About money" in page.main


def test_an_empty_and_a_long_wish_are_refused(phone):
    assert "text" in write(phone, " ").errors()
    page = write(phone, "å" * 10_000)
    assert "too long" in page.errors()["text"]
    assert "å" * 10_000 in page.one("textarea").text


def test_somebody_elses_wish_cannot_be_taken_away(phone, store, lena):
    ref = record.wish(store, lena, "Min hälsa")
    page = write(phone, "About money")
    token = page.all("[name=csrf_token]")[0]["value"]
    fields = [("csrf_token", token), ("value", "away")]
    assert phone.post(f"/me/meetings/next/wishes/{ref}", fields).status == 404


def test_own_words_carry_their_language_and_arabic_keeps_its_direction(phone, desk, hodan):
    phone.get("/me/settings")
    phone.form("writing").fill(tag="so").send()
    write(phone, "Waxaan rabaa shaqo")
    words = desk.get(f"/coach/{hodan.ref}/brief").one("[lang=so]")
    assert words["dir"] == "auto"
    assert "Waxaan" in words.text


def test_the_log_says_who_when_and_what(phone, desk, hodan):
    assert "Nobody has opened your page" in phone.get("/me/log").main
    desk.get(f"/coach/{hodan.ref}/brief")
    main = phone.get("/me/log").main
    assert "Amina" in main
    assert "Nordby kommun" in main
    assert "before a meeting" in main
    assert "Monday 23 November at 10:00" in main


def test_a_new_card_stands_in_the_log_and_ends_every_old_way_in(phone, desk, hodan):
    desk.get(f"/coach/{hodan.ref}/card/new")
    desk.form(f"/coach/{hodan.ref}/card/new").send()
    assert phone.get("/me").path == "/enter"
    page = phone.form("pin").fill(code=hodan.code, pin=hodan.pin).send()
    assert (page.status, page.h1) == (410, "You have got a newer card")


def test_a_name_with_an_apostrophe_and_markup_stays_a_name(store, quickly, amina):
    from tests.support.people import participant

    person = participant(store, amina, "D'Arc <b>Noor</b>", language="en")
    page = quickly(person).get("/me")
    assert page.h1 == "Hi D'Arc <b>Noor</b>!"


# --- asking about a line of the log --------------------------------------------------------------


def test_a_question_about_the_log_is_prepared_with_who_what_and_when(phone, desk, hodan):
    desk.get(f"/coach/{hodan.ref}/plan")
    phone.get("/me/log")
    page = phone.follow("Ask about this")
    prepared = page.one("textarea").text
    for said in ("Amina", "Nordby kommun", "Monday 23 November at 10:00", "Read your plan."):
        assert said in prepared

    page = phone.form("question").send()

    assert page.path == "/me/min/questions"
    assert "I saw this about my page: Amina" in page.main
    assert "You have asked about this" in phone.get("/me/log").main
    assert "I saw this about my page: Amina" in desk.get(f"/coach/{hodan.ref}/path").main


def test_the_answer_comes_where_the_other_answers_come(phone, desk, store, hodan):
    desk.get(f"/coach/{hodan.ref}/plan")
    phone.get("/me/log/1")
    phone.form("question").fill(text="Why at night?").send()
    desk.get(f"/coach/{hodan.ref}/path")
    desk.follow("Answer now")
    assert "About the list of who has opened the page." in desk.page.main
    desk.form("reply").fill(text="I prepared our meeting.").send()

    page = phone.get("/me/min/questions")
    assert "I prepared our meeting." in page.main
    assert page.all('main a[href="/me/log/1"]')


def test_the_prepared_words_are_in_the_language_of_the_page_and_own_words_in_the_own(
    phone, desk, store, hodan
):
    desk.get(f"/coach/{hodan.ref}/plan")
    phone.get("/me/settings")
    phone.form("writing").fill(tag="so").send()
    for number, text in ((1, None), (2, "Maxay tahay?")):
        phone.get(f"/me/log/{number}")
        form = phone.form("question")
        (form.fill(text=text) if text else form).send()
        desk.get(f"/coach/{hodan.ref}/path")

    said = {entry.words.text[:5]: entry.words.lang for entry in record.own_path(store, hodan)}
    assert said == {"I saw": "en", "Maxay": "so"}


def test_the_question_keeps_its_line_when_its_words_change(phone, desk, store, hodan):
    desk.get(f"/coach/{hodan.ref}/plan")
    phone.get("/me/log/1")
    phone.form("question").send()
    (asked,) = record.own_path(store, hodan)
    phone.get(f"/me/path/{asked.ref}")
    phone.form("words").fill(text="Something else").send()

    assert record.own_path(store, hodan)[0].about_log == 1
    assert "You have asked about this" in phone.get("/me/log").main


def test_a_question_taken_away_can_be_asked_again(phone, desk, store, hodan):
    desk.get(f"/coach/{hodan.ref}/plan")
    phone.get("/me/log/1")
    phone.form("question").send()
    phone.form("Take away").send()

    assert "You have asked about this" not in phone.get("/me/log").main


def test_a_line_of_somebody_else_or_that_does_not_exist_is_not_found(phone, desk, store, hodan):
    for number in ("1", "0", "99999999999999999999"):
        phone.get(f"/me/log/{number}", status=404)


def test_the_log_is_grouped_by_week(phone, store, amina, hodan):
    for at in ("2026-11-23", "2026-11-18", "2026-11-12", "2026-11-02", "2025-12-31"):
        store.at = datetime.fromisoformat(f"{at}T09:00+01:00")
        record.opened(store, amina, hodan, "plan")
    # Written one after another, but the newest is first whatever the clock said.
    page = phone.get("/me/log")

    headings = [words(each) for each in page.all("main h2, main summary")]
    assert headings == [
        "Week 1: 29 December–4 January",
        "Week 45: 2–8 November",
        "Week 46: 9–15 November",
        "Last week",
        "This week",
    ]


def test_receipts_come_in_words_and_fifty_on_a_page(phone, store, hodan):
    refs = [record.wish(store, hodan, f"My room {number}") for number in range(20)]
    for back in (False, True):
        for ref in refs:
            store.do(meetings.withdraw_wish, actor=hodan.actor, ref=ref, back=back)

    page = phone.get("/me/receipts")
    assert len(page.all("main .receipt")) == 50
    assert "Something to talk about" in page.main
    assert "Something sent" not in page.main
    assert len(phone.follow("Earlier").all("main .receipt")) == 10
    assert "Hodan" not in phone.page.main
    assert "Hodan" in phone.follow("Put my name on the paper").main
