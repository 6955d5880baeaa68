"""My steps on Hodan's phone: her own words, and whether it is right what Amina has written."""

import pytest

from tests.support import outcomes

WORDS = "Keligay ayaan wacay rugta caafimaadka"


def write(phone, *, who: str = "coach", text: str = WORDS, day: str = "2026-11-20"):
    phone.get("/me/steps/new")
    return phone.form("own-step").fill(text=text, who=who, happened_on=day).send()


def test_an_empty_page_says_what_a_step_can_be(phone):
    assert "Did you call somebody" in phone.get("/me/steps").main
    for place in ("/me/goals", "/me/plan"):
        phone.get(place)
        assert phone.follow("/me/steps").h1 == "My steps"


def test_a_shared_step_is_read_by_the_coach_and_a_private_one_by_nobody(phone, desk, hodan):
    page = write(phone)
    assert "receipt" in page.text
    write(phone, text="My secret step", who="me")
    for place in ("", "/brief", "/plan", "/outcome"):
        assert "My secret step" not in desk.get(f"/coach/{hodan.ref}{place}").text
    assert WORDS in desk.get(f"/coach/{hodan.ref}/outcome").main
    assert WORDS in desk.get(f"/coach/{hodan.ref}/brief").main


@pytest.mark.parametrize(
    ("fields", "field", "told"),
    [
        ({"text": ""}, "text", "Write a few words"),
        ({"text": "å" * 600}, "text", "too long"),
        ({"day": "2026-12-24"}, "happened_on", "has not come yet"),
        ({"day": "2006-12-24"}, "happened_on", "very long ago"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_its_field(phone, fields, field, told):
    page = write(phone, **fields)
    assert page.status == 422
    assert told in page.errors()[field]
    assert page.one("textarea").text.strip() == fields.get("text", WORDS)


def test_a_step_is_taken_away_and_put_back(phone):
    write(phone)
    page = phone.form("/me/steps/own/" + ref_on(phone) + "/remove").send("away")
    assert WORDS not in page.main
    assert WORDS in phone.form("Put the step back").send("back").main


def ref_on(phone) -> str:
    return next(each for each in phone.page.links() if "/me/steps/own/" in each).rsplit("/", 1)[1]


def test_a_no_to_what_the_coach_wrote_is_something_to_talk_about(phone, desk, store, amina, hodan):
    ref = outcomes.register(store, amina, hodan, "start", "none")
    assert "Amina wrote this." in phone.get("/me/steps").main

    phone.get(f"/me/steps/outcomes/{ref}")
    page = phone.form("outcome").fill(value="no").send()
    assert "Write a few words about why" in page.errors()["reason"]
    page = phone.form("outcome").fill(value="no", reason="I work on Saturdays").send()

    assert "You have said no." in page.main
    for place in ("outcome", "brief"):
        assert "I work on Saturdays" in desk.get(f"/coach/{hodan.ref}/{place}").main


def test_somebody_elses_is_not_found(phone, store, amina, yusuf):
    step = outcomes.step(store, yusuf, "I ran")
    outcome = outcomes.register(store, amina, yusuf, "start", "none")
    for place in (f"/me/steps/own/{step}", f"/me/steps/outcomes/{outcome}"):
        phone.get(place, status=404)


def test_there_are_no_points_and_no_levels(phone):
    write(phone)
    page = phone.get("/me/steps")
    assert page.all("progress, meter") == []
