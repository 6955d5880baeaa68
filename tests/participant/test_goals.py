"""Goals and steps, as Hodan sets them on her phone and as Amina reads them."""

import pytest

from tests.support import record
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.goals import service as goals

WORDS = "Waxaan rabaa inaan ka shaqeeyo jikada"


def new_goal(phone, card: str = "own", *, who: str = "coach", text: str = WORDS):
    phone.get(f"/me/goals/new/{card}")
    return phone.form("goal").fill(text=text, who=who).send()


def add_step(phone, **fields):
    phone.follow("Add a step")
    return (
        phone.form("step")
        .fill(**{"text": "Call the school", "doer": "participant"} | fields)
        .send()
    )


def say(store, who, person, ref: str, value: str, reason: str = "") -> None:
    store.do(
        goals.answer_line,
        actor=who.actor,
        participant_id=person.id,
        ref=ref,
        seen=as_seen(store, ref),
        value=value,
        reason=reason,
        lang="sv",
    )


def test_there_are_at_least_sixteen_cards_over_seven_areas(phone):
    page = phone.get("/me/goals/new")
    assert len(page.all(".cards a")) >= 16
    assert len(page.all("h2")) >= 7


def test_a_card_and_own_words_become_goals_with_a_receipt(phone):
    page = new_goal(phone, "kitchen", text="")
    assert page.h1 == "I want to work in a kitchen"
    assert "receipt" in page.text
    assert new_goal(phone).h1 == WORDS


def test_a_shared_goal_is_read_by_the_coach_and_a_draft_by_nobody(phone, desk, hodan):
    new_goal(phone, text="A shared wish")
    new_goal(phone, text="My secret wish", who="me")
    for address in ("", "/brief", "/plan"):
        text = desk.get(f"/coach/{hodan.ref}{address}").text
        assert "My secret wish" not in text
    assert "A shared wish" in text


def test_a_goal_without_words_or_without_a_reader_is_refused_and_keeps_what_was_typed(phone):
    page = new_goal(phone, text="")
    assert "text" in page.errors()
    phone.get("/me/goals/new/own")
    page = phone.form("goal").fill(text=WORDS).send()
    assert page.status == 422
    assert "who" in page.errors()
    assert WORDS in page.one("textarea").text


def test_a_text_that_is_too_long_is_kept_on_the_page(phone):
    page = new_goal(phone, text="å" * 10_000)
    assert "too long" in page.errors()["text"]
    assert "å" * 10_000 in page.one("textarea").text


def test_a_card_that_does_not_exist(phone):
    phone.get("/me/goals/new/astronaut", status=404)


def test_a_double_tap_stores_one_goal(phone, store, hodan):
    phone.get("/me/goals/new/own")
    form = phone.form("goal").fill(text=WORDS, who="coach")
    first, second = form.send(), form.send()
    assert first.path == second.path
    assert len(record.own_goals(store, hodan)) == 1


def test_the_same_page_sent_with_other_words_loses_neither(phone, store, hodan):
    phone.get("/me/goals/new/own")
    form = phone.form("goal").fill(text="First words", who="coach")
    form.send()
    form.fill(text="Second words").send()
    assert {goal.line.wording.text for goal in record.own_goals(store, hodan)} == {
        "First words",
        "Second words",
    }


@pytest.mark.parametrize(
    ("button", "told"),
    [
        ("I have reached it!", "Reached"),
        ("Let it rest for now", "Resting"),
        ("I do not want this any more", "Not any more"),
    ],
)
def test_a_goal_is_put_aside_and_taken_up_again(phone, button, told):
    new_goal(phone)
    page = press(phone, button)
    assert told in page.main
    assert "Add a step" not in page.main
    assert "Add a step" in press(phone, "Take it up again").main


def press(phone, button: str):
    for form in phone.forms():
        for each in form.buttons:
            if each.get_text(strip=True) == button:
                return form.send(button)
    raise AssertionError(f"no button {button} on {phone.page}")


def test_sharing_is_taken_back(phone, desk, hodan):
    new_goal(phone)
    assert WORDS in desk.get(f"/coach/{hodan.ref}/plan").text
    press(phone, "Make it only mine again")
    assert WORDS not in desk.get(f"/coach/{hodan.ref}/plan").text


def test_a_step_has_a_doer_and_a_day_and_is_done_and_undone(phone, desk, hodan):
    new_goal(phone)
    page = add_step(phone, doer="other", doer_name="Café Torget", due_on="2026-12-01")
    assert "Café Torget" in page.main
    assert "1 December" in page.main
    assert "Call the school" in desk.get(f"/coach/{hodan.ref}/plan").main
    assert "Done Monday 23 November" in press(phone, "It is done").main
    assert "By Tuesday 1 December" in press(phone, "It is not done").main


def test_a_step_taken_away_can_be_put_back(phone):
    new_goal(phone)
    add_step(phone)
    assert "Call the school" not in press(phone, "Take away").main
    assert "Call the school" in press(phone, "Put the step back").main


@pytest.mark.parametrize(
    ("fields", "field", "told"),
    [
        ({"text": ""}, "text", "Please write"),
        ({"doer": "other"}, "doer_name", "Write who does it"),
        ({"due_on": "2026-02-30"}, "due_on", "This is not a day"),
        ({"due_on": "2020-01-01"}, "due_on", "That day has been"),
        ({"due_on": "2099-01-01"}, "due_on", "too far away"),
    ],
)
def test_a_step_that_cannot_be_meant_is_refused_at_its_field(phone, fields, field, told):
    new_goal(phone)
    page = add_step(phone, **fields)
    assert page.status == 422
    assert told in page.errors()[field]


def test_an_edit_undoes_both_agreements_and_says_so(phone, store, amina, hodan):
    ref = record.set_goal(store, hodan, "Work with food")
    say(store, amina, hodan, ref, "yes")
    assert "You and your coach agree" in phone.get(f"/me/goals/{ref}").main
    phone.follow("Change the text")
    page = phone.form("edit").fill(text="Work with bread").send()
    assert "Waiting for your coach" in page.main
    assert "Earlier answers do not count" in page.main


def test_the_second_of_two_edits_sees_the_first_and_keeps_its_own_words(phone, store, amina, hodan):
    ref = record.set_goal(store, hodan, "Work with food")
    phone.get(f"/me/goals/{ref}/edit")
    form = phone.form("edit").fill(text="Work with bread")
    store.do(
        goals.edit_line,
        actor=amina.actor,
        participant_id=hodan.id,
        ref=ref,
        seen=as_seen(store, ref),
        wording=Wording("Work in the school kitchen", "sv"),
    )
    page = form.send()
    assert "changed the text before you" in page.errors()["text"]
    assert "Work in the school kitchen" in page.main
    assert page.one("textarea").text.strip() == "Work with bread"
    page = phone.form("edit").send()
    assert page.h1 == "Work with bread"


def test_somebody_elses_goal_is_not_found(phone, store, lena):
    ref = record.set_goal(store, lena, "Sova bättre")
    for address in (f"/me/goals/{ref}", f"/me/goals/{ref}/edit", f"/me/plan/{ref}"):
        phone.get(address, status=404)
    new_goal(phone)
    fields = [("csrf_token", phone.page.all("[name=csrf_token]")[0]["value"]), ("value", "dropped")]
    assert phone.post(f"/me/goals/{ref}/status", fields).status == 404
