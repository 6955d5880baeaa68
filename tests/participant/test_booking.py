"""My meetings: the list, another time, who comes, an interpreter, and my own calendar."""

from datetime import timedelta

import pytest

from tests.support import booking, record
from tests.support.clock import MONDAY
from webapp.domain.meetings import service

DAY = timedelta(days=1)
THURSDAY = MONDAY + 3 * DAY


@pytest.fixture
def meeting(store, amina, hodan):
    """Hodan and Amina meet on Thursday at ten."""
    return record.book(store, amina, hodan, THURSDAY)


@pytest.fixture
def address(meeting):
    """My page about it."""
    return f"/me/meetings/{meeting}"


def test_without_meetings_the_list_says_what_can_be_done(phone):
    assert "No meeting is booked" in phone.get("/me/meetings").main


def test_all_meetings_to_come_stand_in_the_list(store, phone, amina, hodan, meeting):
    record.book(store, amina, hodan, THURSDAY + 7 * DAY)
    gone = record.book(store, amina, hodan, THURSDAY + DAY)
    store.do(service.cancel, actor=amina.actor, participant_id=hodan.id, ref=gone)
    phone.get("/me")
    page = phone.follow("All my meetings")
    times = [each.get_text(strip=True) for each in page.all("h2")]
    assert times == [
        "Thursday 26 November at 10:00", "Friday 27 November at 10:00",
        "Thursday 3 December at 10:00",
    ]  # fmt: skip
    assert page.main.count("Cancelled") == 1


def test_i_ask_take_it_back_and_ask_again(phone, desk, hodan, address):
    phone.get(f"{address}/ask")
    page = phone.form("ask").fill(kind="move", text="Friday is better").send()
    assert "receipt" in page.text
    assert "Friday is better" in page.main
    page = phone.form("Take it back").send()
    assert "You have taken it back." in page.text
    assert "Friday is better" not in page.main
    assert "another time" not in desk.get("/coach").main
    page = phone.form("Ask again after all").send()
    assert "Friday is better" in page.main


def test_i_need_no_words_to_say_that_i_cannot_come(phone, address):
    phone.get(f"{address}/ask")
    assert (
        "You have said that you cannot come." in phone.form("ask").fill(kind="cannot").send().main
    )


def test_nothing_chosen_and_asked_twice_are_explained(phone, address):
    phone.get(f"{address}/ask")
    page = phone.form("ask").fill(text="Later please").send()
    assert page.status == 422
    assert "Later please" in page.html
    form = phone.form("ask").fill(kind="move")
    form.send()
    phone.get(f"{address}/ask")
    again = phone.form("ask").fill(kind="cannot", text="Something else").send()
    assert "You have asked already" in again.errors()["text"]
    assert "Something else" in again.html


def test_when_the_coach_moves_while_i_write_i_am_told_and_keep_my_words(
    store, phone, amina, hodan, meeting, address
):
    phone.get(f"{address}/ask")
    form = phone.form("ask").fill(kind="move", text="After lunch")
    booking.move(store, amina, hodan, meeting, THURSDAY + DAY)
    page = form.send()
    assert page.status == 422
    assert "Your coach moved the meeting while you wrote" in page.errors()["text"]
    assert "Friday 27 November at 10:00" in page.main
    assert "After lunch" in page.html
    assert phone.form("ask").send().status == 200


def test_i_bring_somebody_and_my_coach_sees_it(phone, desk, hodan, meeting, address):
    phone.get(address)
    phone.follow("I want to bring somebody")
    phone.form("bring").fill(relation="family", name="My sister").send()
    assert "My sister" in desk.get(f"/coach/{hodan.ref}/meetings/{meeting}").main
    assert "My sister" in desk.get(f"/coach/{hodan.ref}/brief").main
    phone.get(address)
    away = phone.form("Take away").send()
    assert "My sister" not in away.main
    assert "My sister" not in desk.get(f"/coach/{hodan.ref}/brief").main
    assert "My sister" in phone.form("Put it back").send().main


def test_with_protected_identity_no_name_is_asked_for(store, quickly, amina, mia):
    meeting = record.book(store, amina, mia, THURSDAY, place="")
    page = quickly(mia).get(f"/me/meetings/{meeting}/people/new?lang=en")
    assert not page.all("[name=name]")


def test_i_wish_for_an_interpreter_in_my_own_language(phone, hodan, address):
    phone.get("/me/settings")
    phone.form("writing").fill(tag="so").send()
    phone.get(f"{address}/interpreter")
    form = phone.form("interpreter")
    assert dict(form.fields())["language"] == "so"
    page = form.fill(wanted="yes", who="woman", way="phone").send()
    assert "You want an interpreter: Soomaali (Somali)." in page.main
    phone.get(f"{address}/interpreter")
    fields = dict(phone.form("interpreter").fields())
    assert (fields["wanted"], fields["who"], fields["way"]) == ("yes", "woman", "phone")
    phone.form("interpreter").fill(language="", other="Bravanese").send()
    assert "You want an interpreter: Bravanese." in phone.page.main
    phone.get(f"{address}/interpreter")
    phone.form("interpreter").fill(wanted="no").send()
    assert "You have said that you need no interpreter." in phone.page.main


def test_a_wish_without_a_language_is_asked_for(phone, address):
    phone.get(f"{address}/interpreter")
    page = phone.form("interpreter").fill(wanted="yes", language="").send()
    assert "Choose a language" in page.errors()["language"]


def test_my_calendar_gets_the_time_and_nothing_personal(store, phone, amina, hodan, meeting):
    booking.bring(store, hodan, meeting, "family", "My sister")
    booking.wish(store, hodan, meeting)
    file = phone.get(f"/me/meetings/{meeting}.ics")
    text = file.body.decode()
    assert file.headers["Content-Type"].startswith("text/calendar")
    assert file.headers["Cache-Control"] == "no-store"
    assert file.headers["Content-Disposition"] == 'attachment; filename="meeting.ics"'
    assert "DTSTART:20261126T090000Z" in text
    assert "DTEND:20261126T100000Z" in text
    assert "SUMMARY:Meeting" in text
    for word in ("Hodan", "Amina", "Nordby", "Storgatan", "sister", "Somali", "http", meeting,
                 hodan.ref, hodan.code, "Min väg", "localhost"):  # fmt: skip
        assert word.casefold() not in text.casefold()


def test_both_calendars_follow_a_move_and_a_cancellation(store, phone, desk, amina, hodan, meeting):
    places = ((phone, f"/me/meetings/{meeting}.ics"),
              (desk, f"/coach/{hodan.ref}/meetings/{meeting}.ics"))  # fmt: skip

    def lines():
        found = [browser.get(place).body.decode().split("\r\n") for browser, place in places]
        assert found[0] == found[1]
        return {line.split(":")[0]: line.split(":", 1)[-1] for line in found[0]}

    first = lines()
    booking.move(store, amina, hodan, meeting, THURSDAY + DAY)
    moved = lines()
    store.do(service.cancel, actor=amina.actor, participant_id=hodan.id, ref=meeting)
    gone = lines()
    assert len({each["UID"] for each in (first, moved, gone)}) == 1
    assert [each["SEQUENCE"] for each in (first, moved, gone)] == ["0", "1", "2"]
    assert [each["STATUS"] for each in (first, moved, gone)] == [
        "CONFIRMED", "CONFIRMED", "CANCELLED",
    ]  # fmt: skip


def test_a_meeting_of_somebody_else_is_not_found(store, phone, amina, yusuf, address):
    theirs = record.book(store, amina, yusuf, THURSDAY)
    guest = booking.name_guest(store, amina, yusuf, theirs, "Doctor Nilsson")
    phone.get(f"{address}/ask")
    token = phone.page.all("[name=csrf_token]")[0]["value"]
    for part in ("", ".ics", "/ask", "/people/new", f"/people/{guest}", "/interpreter"):
        phone.get(f"/me/meetings/{theirs}{part}", status=404)
    for part, fields in (
        ("/seen", [("value", "1")]),
        ("/ask", [("kind", "move")]),
        (f"/people/{guest}", [("says", "yes")]),
        (f"/people/{guest}/away", [("value", "away")]),
        ("/people/new", [("relation", "friend")]),
        ("/interpreter", [("wanted", "no"), ("who", "any"), ("way", "any")]),
    ):
        sent = [("csrf_token", str(token)), *fields]
        assert phone.post(f"/me/meetings/{theirs}{part}", sent).status == 404, part
    assert booking.own(store, yusuf, theirs).requests == ()


@pytest.mark.parametrize("value", ["", "x", "-1", "²", "9" * 30])
def test_having_seen_nonsense_changes_nothing(store, phone, amina, hodan, meeting, value):
    booking.move(store, amina, hodan, meeting, THURSDAY + DAY)
    token = phone.get("/me").all("[name=csrf_token]")[0]["value"]
    phone.post(f"/me/meetings/{meeting}/seen", [("csrf_token", str(token)), ("value", value)])
    assert "Moved from" in phone.get("/me").main


@pytest.mark.parametrize("language", ["ar", "sv@easy"])
def test_the_pages_stand_in_every_direction(store, quickly, amina, yusuf, language):
    meeting = record.book(store, amina, yusuf, THURSDAY)
    browser = quickly(yusuf)
    for part in ("", "/ask", "/people/new", "/interpreter"):
        page = browser.get(f"/me/meetings/{meeting}{part}?lang={language}")
        assert page.one("html")["dir"] == ("rtl" if language == "ar" else "ltr")
