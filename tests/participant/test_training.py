"""My work training on the phone, and what the coach reads of it."""

import pytest

from tests.support.training import activity, task

TRAINING = "/me/training"


@pytest.fixture
def trains(store, hodan, amina):
    """Hodan trains, and there are two tasks."""
    activity(store, amina, hodan)
    return [task(store, hodan, title, by=amina) for title in ("The till", "Make coffee")]


def coach_page(desk, hodan):
    return desk.get(f"/coach/{hodan.ref}/training").main


def test_without_training_the_page_is_kind_and_the_rest_is_not_there(phone):
    assert "You are not in work training" in phone.get(TRAINING).main
    for page in ("week", "wishes", "other", "energy", "why"):
        phone.get(f"{TRAINING}/{page}", status=404)


def test_the_plan_leads_to_the_training(phone, trains):
    phone.get("/me/plan")
    assert phone.follow("My work training").h1 == "My work training"


def test_a_chosen_task_is_done_with_one_tap_and_undone_with_another(phone, desk, hodan, trains):
    phone.get(f"{TRAINING}/week")
    page = phone.form("week").fill(tasks=[trains[0]]).send()
    assert "Make coffee" not in page.main

    page = phone.form(f"did-{trains[0]}").send()
    assert page.one("#today [aria-pressed]")["aria-pressed"] == "true"
    read = coach_page(desk, hodan)
    assert "1 different task." in read
    assert "100 % chosen by Hodan" in read

    page = phone.form(f"did-{trains[0]}").send()
    assert page.one("#today [aria-pressed]")["aria-pressed"] == "false"


def test_a_wish_waits_on_the_coachs_page_until_it_is_done(phone, desk, hodan, trains):
    phone.get(f"{TRAINING}/wishes")
    phone.form(f"wish-{trains[1]}").send()
    phone.form("wish").fill(title="Paint the fence").send()
    read = coach_page(desk, hodan)
    assert "Paint the fence Write what it means in Swedish since" in read
    assert "Make coffee since" in read
    assert "Paint the fence" in desk.get(f"/coach/{hodan.ref}/brief").main or (
        "and 1 more" in desk.get(f"/coach/{hodan.ref}/brief").main
    )


def test_energy_is_one_face_a_day(phone, hodan, trains):
    for level, words in (("2", "Very tired"), ("5", "Full of energy")):
        phone.get(f"{TRAINING}/energy")
        page = phone.form("energy").fill(code=level).send()
        assert words in page.main
    assert "Very tired" not in page.main
    phone.get(f"{TRAINING}/energy")
    assert phone.page.one("[checked]")["value"] == "5"


def test_why_i_am_here_is_for_me_only_until_i_share_it(phone, desk, hodan, trains):
    for who, seen in (("me", False), ("coach", True), ("me", False)):
        phone.get(f"{TRAINING}/why")
        phone.form("why").fill(text="I want friends", who=who).send()
        assert ("I want friends" in coach_page(desk, hodan)) == seen


def test_words_that_are_too_long_are_kept(phone, trains):
    phone.get(f"{TRAINING}/why")
    page = phone.form("why").fill(text="å" * 1001, who="me").send()
    assert "too long" in page.errors()["text"]
    assert "å" * 1001 in page.one("textarea").text


def test_the_brief_has_three_lines_at_most(phone, desk, hodan, trains):
    phone.get(f"{TRAINING}/week")
    phone.form("week").fill(tasks=trains).send()
    phone.form(f"did-{trains[0]}").send()
    phone.get(f"{TRAINING}/wishes")
    phone.form("wish").fill(title="Paint the fence").send()
    found = desk.get(f"/coach/{hodan.ref}/brief").one("#training")
    assert "1 different task this month, 1 new." in found.get_text(" ", strip=True)
    assert "Wishes not met yet: Paint the fence" in " ".join(found.get_text(" ").split())
    assert len(found.select("p")) <= 3


def test_the_brief_is_silent_when_there_is_nothing_to_say(desk, hodan):
    assert desk.get(f"/coach/{hodan.ref}/brief").all("#training") == []
