"""My path: what drives me, my questions, my list of people, my profile and my big goal."""

import pytest

from tests.support import record
from tests.support.path import answer
from tests.support.record import written
from tests.support.seen import as_seen
from webapp.domain.profile import replies
from webapp.domain.profile.rules import Reply

STAFF_PAGES = ("", "/brief", "/plan", "/path")


def write(phone, address: str, **fields):
    phone.get(address)
    return phone.form("words").fill(**fields).send()


def press(phone, button: str):
    for form in phone.forms():
        for each in form.buttons:
            if each.get_text(strip=True) == button:
                return form.send(button)
    raise AssertionError(f"no button {button} on {phone.page}")


def read_by_coach(desk, hodan) -> str:
    return " ".join(desk.get(f"/coach/{hodan.ref}{page}").text for page in STAFF_PAGES)


def test_the_way_there_begins_at_my_goals(phone):
    assert phone.get("/me/goals").all('main a[href="/me/path"]')
    assert phone.get("/me/path").h1 == "My path"
    links = {each["href"] for each in phone.page.all("main a")}
    assert {"/me/min", "/me/profile", "/me/big-goal"} <= links


def test_there_are_at_least_nine_cards_and_who_reads_it_stands_before_what_is_written(phone):
    assert len(phone.get("/me/min/drive").all(".cards a")) >= 9
    page = phone.get("/me/min/drive/own")
    assert "Amina reads it before you meet." in page.main
    assert page.html.index('name="who"') < page.html.index('name="text"')


def test_a_drive_that_is_only_mine_is_read_by_nobody_else(phone, desk, hodan):
    write(phone, "/me/min/drive/own", text="Leave my uncle", who="me")
    write(phone, "/me/min/drive/children", text="", who="coach")
    page = phone.get("/me/min")
    assert "Leave my uncle" in page.main
    assert "I do it for my children" in page.main
    read = read_by_coach(desk, hodan)
    assert "Leave my uncle" not in read
    assert "Wants: I do it for my children" in read


def test_a_fourth_drive_has_no_room_and_keeps_its_words(phone, store, hodan):
    for text in ("a", "b"):
        written(store, hodan, "drive", text)
    phone.get("/me/min/drive/own")
    late = phone.form("words").fill(text="d", who="me")
    written(store, hodan, "drive", "c")
    page = late.send()
    assert "You can have three" in page.errors()["text"]
    assert page.one("textarea").text.strip() == "d"
    assert "You have three." in phone.get("/me/min/drive").main


def test_a_drive_is_shared_later_and_taken_back(phone, desk, store, hodan):
    ref = written(store, hodan, "drive", "My own shop", shared=False)
    assert "My own shop" not in read_by_coach(desk, hodan)
    write(phone, f"/me/path/{ref}", text="My own shop", who="coach")
    assert "My own shop" in read_by_coach(desk, hodan)
    write(phone, f"/me/path/{ref}", text="My own shop", who="me")
    assert "My own shop" not in read_by_coach(desk, hodan)


def test_the_answer_to_a_question_is_new_until_it_is_read(phone, store, amina, hodan):
    phone.get("/me/min/questions")
    phone.form("question").fill(text="Who pays for the course?").send()
    (asked,) = record.own_path(store, hodan)
    store.do(
        replies.reply,
        actor=amina.actor,
        participant_id=hodan.id,
        ref=asked.ref,
        seen=as_seen(store, asked.ref),
        reply=Reply("The municipality pays.", "sv"),
    )
    assert "1 new answer" in phone.get("/me/min").main
    page = phone.get("/me/min/questions")
    assert "Amina answered on Monday 23 November" in page.main
    assert page.one(".own").text == "The municipality pays."
    press(phone, "I have read it")
    assert "new answer" not in phone.get("/me/min").main
    assert "The municipality pays." in phone.get("/me/min/questions").main


def test_an_answer_changed_after_the_page_is_shown_before_it_counts_as_read(
    phone, desk, store, amina, hodan
):
    ref = record.written(store, hodan, "question", "Who pays for the course?")
    answer(store, amina, hodan, ref, "The municipality pays.")
    phone.get("/me/min/questions")
    tap = phone.form(f"/me/min/questions/{ref}/read")
    desk.get(f"/coach/{hodan.ref}/path/questions/{ref}")
    desk.form("reply").fill(text="You pay half of it.").send()

    page = tap.send()
    assert page.status == 409
    assert "Your coach changed the text before you." in page.main
    assert page.one(".own").text == "You pay half of it."
    assert "1 new answer" in phone.get("/me/min").main

    page = phone.get("/me/min/questions")
    assert "Your coach changed the text" not in page.main
    phone.form(f"/me/min/questions/{ref}/read").send()
    assert "new answer" not in phone.get("/me/min").main


def test_nobody_on_the_list_is_ever_seen_by_staff_but_the_number_is(phone, desk, hodan):
    fields = {"person": "Sahra", "how": "My aunt", "text": "May I visit?", "due_on": "2026-12-01"}
    page = write(phone, "/me/min/network/new", **fields)
    assert "Next time: Tuesday 1 December" in page.main
    assert "In touch on Monday 23 November" in press(phone, "I have been in touch").main
    read = read_by_coach(desk, hodan)
    for words in ("Sahra", "My aunt", "May I visit?"):
        assert words not in read
    assert "Hodan has been in touch with 1 person" in read
    assert "In touch on" not in press(phone, "I have not been in touch").main


def test_a_section_is_private_or_shared_by_itself(phone, desk, hodan):
    write(phone, "/me/profile/2", text="I bake bread", who="coach")
    page = write(phone, "/me/profile/5", text="I am often tired", who="me")
    assert "I bake bread" in page.main
    read = read_by_coach(desk, hodan)
    assert "I bake bread" in read
    assert "I am often tired" not in read
    assert write_again(phone).count("I am often tired") >= 1


def write_again(phone) -> str:
    """What stands in the form of the fifth section."""
    phone.get("/me/profile/5")
    return str(phone.page.one("textarea").text)


def test_a_section_taken_away_is_put_back(phone, desk, hodan):
    write(phone, "/me/profile/2", text="I bake bread", who="coach")
    phone.get("/me/profile/2")
    assert "I bake bread" not in press(phone, "Take away").main
    assert "I bake bread" not in read_by_coach(desk, hodan)
    assert "I bake bread" in press(phone, "Put it back").main
    assert "I bake bread" in read_by_coach(desk, hodan)


def test_what_an_employer_may_be_told_is_only_what_stands_there(phone):
    assert "nothing may be told" in phone.get("/me/profile/employer").main
    write(phone, "/me/profile/2", text="I bake bread", who="coach")
    write(phone, "/me/profile/6", text="I work best in the morning", who="me")
    page = phone.get("/me/profile/employer")
    assert "I work best in the morning" in page.main
    assert "I bake bread" not in page.main


def test_not_knowing_yet_is_an_answer_and_leads_to_things_to_try(phone, desk, hodan):
    phone.get("/me/big-goal/new")
    phone.follow("I do not know yet")
    page = phone.form("words").fill(who="coach").send()
    assert "That is a good answer." in page.main
    write(phone, "/me/big-goal/tries/new", text="Visit a bakery", who="coach")
    phone.follow("I have tried it")
    page = phone.form("words").fill(outcome="Warm and loud").send()
    assert "Tried on Monday 23 November" in page.main
    read = read_by_coach(desk, hodan)
    assert "I do not know yet" in read
    assert "Warm and loud" in read
    assert "Tried on" not in press(phone, "I have not tried it").main


def test_a_big_goal_takes_the_place_of_the_one_before(phone, desk, hodan):
    fields = {"who": "coach", "place": "A school", "months": "6"}
    write(phone, "/me/big-goal/working", text="I cook", **fields)
    phone.get("/me/big-goal")
    phone.follow("Change")
    assert phone.page.one("textarea").text.strip() == "I cook"
    page = phone.form("words").fill(text="I bake", months="24").send()
    assert "Within 2 years" in page.main
    assert "I cook" not in page.main
    assert "I cook" not in read_by_coach(desk, hodan)


@pytest.mark.parametrize(
    ("address", "fields", "field"),
    [
        ("/me/min/drive/own", {"who": "me", "text": ""}, "text"),
        ("/me/min/drive/own", {"text": "x"}, "who"),
        ("/me/min/network/new", {"person": ""}, "person"),
        ("/me/min/network/new", {"person": "x", "due_on": "2020-01-01"}, "due_on"),
        ("/me/min/network/new", {"person": "x", "due_on": "2099-01-01"}, "due_on"),
        ("/me/profile/1", {"who": "me", "text": ""}, "text"),
        ("/me/profile/1", {"text": "x"}, "who"),
        ("/me/big-goal/working", {"who": "me", "text": "x"}, "months"),
        ("/me/big-goal/working", {"who": "me", "text": "", "months": "6"}, "text"),
        ("/me/big-goal/unknown", {}, "who"),
        ("/me/big-goal/tries/new", {"who": "me", "text": ""}, "text"),
    ],
)
def test_what_is_missing_is_told_at_its_field(phone, address, fields, field):
    page = write(phone, address, **fields)
    assert page.status == 422
    assert field in page.errors()


@pytest.mark.parametrize(
    "address",
    ["/me/min/drive/astronaut", "/me/profile/0", "/me/profile/7", "/me/big-goal/flying",
     "/me/path/nothing", "/me/big-goal/tries/nothing"],
)  # fmt: skip
def test_pages_that_do_not_exist(phone, address):
    phone.get(address, status=404)


def test_somebody_elses_words_are_not_found(phone, store, lena):
    drive = written(store, lena, "drive", "Blommor")
    tried = written(store, lena, "try", "Binda en bukett")
    phone.get(f"/me/path/{drive}", status=404)
    phone.get(f"/me/big-goal/tries/{tried}", status=404)
    token = phone.get("/me/min/drive").all("[name=csrf_token]")[0]["value"]
    for place in (f"/me/path/{drive}/remove", f"/me/path/{tried}/done"):
        assert phone.post(place, [("csrf_token", token), ("value", "done")]).status == 404
