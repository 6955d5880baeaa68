"""Who comes to a meeting, and the interpreter, at the desk of the coach."""

import pytest

from tests.support import booking
from tests.support.people import staff


@pytest.fixture
def address(hodan, meeting):
    """The coach's page about it."""
    return f"/coach/{hodan.ref}/meetings/{meeting}"


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
