"""Around a meeting, as the coach sees it: moving, answering, who comes, the interpreter."""

from datetime import timedelta

import pytest

from tests.support import booking, record
from tests.support.clock import MONDAY
from tests.support.people import staff

DAY = timedelta(days=1)
THURSDAY = MONDAY + 3 * DAY


@pytest.fixture
def meeting(store, amina, hodan):
    """Hodan and Amina meet on Thursday at ten."""
    return record.book(store, amina, hodan, THURSDAY)


@pytest.fixture
def address(hodan, meeting):
    """The coach's page about it."""
    return f"/coach/{hodan.ref}/meetings/{meeting}"


def test_a_moved_meeting_tells_both_where_it_was(desk, phone, address, meeting):
    desk.get(address)
    desk.follow("Move the meeting")
    form = desk.form("move")
    assert dict(form.fields())["clock"] == "10:00"
    page = form.fill(day="2026-11-27", clock="14:15", place="The library").send()
    assert page.path == address
    assert "Friday 27 November at 14:15" in page.main
    assert "Moved from Thursday 26 November at 10:00" in page.main
    assert "Hodan has not seen the change yet" in page.main

    home = phone.get("/me")
    assert "Moved from Thursday 26 November at 10:00." in home.main
    assert "The new time is Friday 27 November at 14:15." in home.main
    assert "Moved a meeting." in phone.get("/me/log").main
    phone.get("/me")
    assert "Moved from" not in phone.form("seen").send().main
    assert "Moved from" in phone.get(f"/me/meetings/{meeting}").main
    assert "Hodan has seen the change" in desk.get(address).main


def test_two_tabs_that_move_at_once_are_told_kindly(desk, quickly, amina, address):
    other = quickly(amina)
    for browser, day in ((desk, "2026-11-27"), (other, "2026-11-28")):
        browser.get(f"{address}/move")
        browser.form("move").fill(day=day)
    first = other.form("move").fill(day="2026-11-28", clock="09:00").send()
    assert first.status == 200
    late = desk.form("move").fill(day="2026-11-27", clock="08:00").send()
    assert late.status == 422
    assert "Somebody moved the meeting" in late.errors()["day"]
    assert "Saturday 28 November at 09:00" in late.main
    assert late.one("#day")["value"] == "2026-11-27"
    assert "Friday 27 November at 08:00" in desk.form("move").send().main


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"day": "2026-11-20"}, "day", "That time has been"),
        ({"day": "2028-11-26"}, "day", "too far away"),
        ({"day": "2026-02-30"}, "day", "not a day"),
        ({"clock": ""}, "clock", "Please write"),
        ({"day": "2027-03-28", "clock": "02:30"}, "clock", "no such time"),
        ({"day": "2026-11-26", "clock": "10:00"}, "clock", "has this time"),
        ({"place": "x" * 201}, "place", "too long"),
    ],
)
def test_an_impossible_time_is_explained_and_nothing_is_lost(desk, address, typed, field, said):
    desk.get(f"{address}/move")
    given = {"day": "2026-11-27", "clock": "13:30", "place": "Storgatan 1", **typed}
    page = desk.form("move").fill(**given).send()
    assert page.status == 422
    assert said in page.errors()[field]
    assert page.one("#place")["value"] == given["place"]
    assert "Moved from" not in desk.get(address).main


def test_the_hour_that_comes_twice_can_be_booked(desk, hodan):
    desk.get(f"/coach/{hodan.ref}/meetings/new")
    page = desk.form("meeting").fill(day="2027-10-31", clock="02:30").send()
    assert "02:30" in page.main


def test_what_is_asked_waits_on_the_list_the_brief_and_the_page(
    store, desk, phone, hodan, meeting, address
):
    phone.get(f"/me/meetings/{meeting}")
    phone.follow("Ask for another time, or say that you cannot come")
    assert "Nothing happens to your money because of this." in phone.page.main
    phone.form("ask").fill(kind="cannot", text="My daughter has a doctor's appointment").send()
    assert "Your coach has not answered yet." in phone.get("/me").main

    assert "Wants another time, or cannot come" in desk.get("/coach").main
    brief = desk.get(f"/coach/{hodan.ref}/brief").main
    assert "Hodan cannot come. My daughter has" in brief
    desk.get(address)
    desk.follow("Answer, and keep the time")
    desk.form("keep").fill(reply="We talk by phone instead").send()
    assert "Wants another time" not in desk.get("/coach").main
    told = phone.get(f"/me/meetings/{meeting}").main
    assert "Your coach keeps the time, and says: We talk by phone instead" in told
    assert "Answered you about the time" in phone.get("/me/log").main


def test_another_coach_sees_nothing_of_it(quickly, store, per, hodan, meeting, address):
    booking.ask(store, hodan, meeting, "cannot", "My secret reason")
    stranger = quickly(per)
    for part in ("", ".ics", "/move", "/keep", "/people/new", "/interpreter", "/cancel"):
        page = stranger.get(f"{address}{part}", status=404)
        assert "secret" not in page.html
    assert "secret" not in stranger.get("/coach").html


def test_a_meeting_of_another_person_is_not_found_under_this_one(
    store, desk, amina, yusuf, hodan, address
):
    theirs = record.book(store, amina, yusuf, THURSDAY)
    desk.get(f"{address}/move")
    fields = desk.form("move").fields()
    for part in ("", ".ics", "/move", "/keep", "/people/new", "/interpreter", "/cancel"):
        desk.get(f"/coach/{hodan.ref}/meetings/{theirs}{part}", status=404)
    assert desk.post(f"/coach/{hodan.ref}/meetings/{theirs}/move", fields).status == 404


def test_another_meeting_at_the_same_time_is_a_warning(store, desk, amina, yusuf, hodan):
    record.book(store, amina, yusuf, THURSDAY)
    desk.get(f"/coach/{hodan.ref}/meetings/new")
    page = desk.form("meeting").fill(day="2026-11-26", clock="10:30").send()
    assert page.path == f"/coach/{hodan.ref}"
    assert "another meeting at the same time: Thursday 26 November at 10:00" in page.text
    assert "Thursday 26 November at 10:30" in page.main
    assert "Yusuf" not in page.main
    assert (
        "There is another meeting at the same time"
        in desk.follow("Move, who comes, interpreter").main
    )


def test_somebody_on_the_staff_is_suggested_and_the_participant_decides(
    store, desk, phone, hodan, meeting, address
):
    staff(store, "Eva", organisation="Arbetsförmedlingen", role="team")
    desk.get(address)
    desk.follow("Suggest somebody")
    form = desk.form("guest")
    eva = next(str(each["value"]) for each in form.page.all("option") if "Eva" in each.get_text())
    page = form.fill(staff=eva).send()
    assert "Eva , Arbetsförmedlingen" in page.main
    assert "Hodan has not answered: do not invite yet" in page.main
    assert "somebody else to come: Eva" in phone.get("/me").main
    assert "Wrote who comes to a meeting." in phone.get("/me/log").main

    phone.get(f"/me/meetings/{meeting}")
    phone.follow("Say yes or no")
    phone.form("guest").fill(says="no", reason="She stopped my money").send()
    page = desk.get(address)
    assert "Hodan says no" in page.main
    assert "She stopped my money" in page.main
    assert "Hodan says no" in desk.get(f"/coach/{hodan.ref}/brief").main
    desk.get(address)
    away = desk.form("Take away").send()
    assert "Eva" not in away.main
    assert "Eva" not in phone.get(f"/me/meetings/{meeting}").main
    assert "Eva" in desk.form("Put it back").send().main


def test_the_interpreter_from_wish_to_booking(store, desk, phone, hodan, meeting, address):
    booking.wish(store, hodan, meeting)
    assert "Interpreter to arrange" in desk.get("/coach").main
    brief = desk.get(f"/coach/{hodan.ref}/brief").main
    assert "Interpreter wished: Soomaali (Somali). Not booked yet." in brief
    desk.get(address)
    desk.follow("Write about the interpreter")
    form = desk.form("interpreter")
    assert dict(form.fields())["language"] == "so"
    page = form.fill(state="booked", way="phone").send()
    assert "Interpreter booked: Soomaali (Somali)." in page.main
    assert "An interpreter is booked: Soomaali (Somali)." in phone.get("/me").main
    assert "Interpreter to arrange" not in desk.get("/coach").main

    desk.get(f"{address}/interpreter")
    refused = desk.form("interpreter").fill(state="impossible", why="").send()
    assert "Write why" in refused.errors()["why"]
    desk.form("interpreter").fill(state="impossible", why="Nobody is free that day").send()
    told = phone.get(f"/me/meetings/{meeting}").main
    assert "could not get an interpreter for this time. Nobody is free that day" in told
    assert "Wrote something about the interpreter." in phone.get("/me/log").main


def test_with_protected_identity_there_is_no_field_for_a_place_or_a_name(store, desk, amina, mia):
    desk.get(f"/coach/{mia.ref}/meetings/new")
    assert "place" not in desk.form("meeting").names
    page = desk.form("meeting").fill(day="2026-11-26", clock="10:00").send()
    (meeting,) = {
        each.rsplit("/", 1)[1]
        for each, text in page.links().items()
        if text == "Move, who comes, interpreter"
    }
    for part, form in (("move", "move"), ("people/new", "guest")):
        desk.get(f"/coach/{mia.ref}/meetings/{meeting}/{part}")
        assert not desk.form(form).names & {"place", "name", "organisation", "part"}
    assert "Choose somebody" in desk.form("guest").send().errors()["staff"]
    fields = [*desk.form("guest").fields(), ("name", "Her sister Anna")]
    refused = desk.post(f"/coach/{mia.ref}/meetings/{meeting}/people/new", fields)
    assert refused.status == 422
    assert "protected identity" in refused.text


def test_a_cancelled_meeting_stays_on_the_page_as_cancelled(desk, phone, hodan, meeting, address):
    desk.get(address)
    desk.follow("Cancel the meeting")
    desk.form("cancel").send()
    assert "Cancelled: Thursday 26 November at 10:00" in desk.get(f"/coach/{hodan.ref}").main
    desk.get(f"{address}/cancel", status=404)
    assert "Cancelled" in desk.get(address).main
    assert "You do not meet on Thursday 26 November at 10:00." in phone.get("/me").main
    phone.form("seen").send()
    assert "You do not meet" not in phone.page.main
    assert "Cancelled" in phone.get("/me/meetings").main
