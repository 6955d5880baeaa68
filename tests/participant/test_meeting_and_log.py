"""What to talk about, who has looked, receipts and settings."""

from tests.support import record


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
