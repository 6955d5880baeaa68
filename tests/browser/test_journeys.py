"""The main job in a real browser: a phone with scripts, bad reception and a slow processor."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK
from tests.support import record
from tests.support.people import invited
from webapp.domain.people import service


def test_from_the_card_to_the_brief_on_a_slow_phone(visit, accessible, store, amina):
    store.do(service.set_language, actor=amina.actor, language="en")
    card = invited(store, amina, "Hodan", language="en")
    phone = visit()
    phone.open(f"/i/{card.token}")
    phone.slow()
    phone.page.get_by_role("link", name="English").click()
    accessible(phone.page)
    phone.page.get_by_label("Choose a PIN").fill("2580")
    phone.page.get_by_label("My own phone").check()
    phone.page.get_by_role("button", name="Open my page").click()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Hi Hodan!")
    phone.page.get_by_role("link", name="Set a goal").click()
    phone.page.get_by_role("link", name="I want to work in a kitchen").click()
    phone.page.get_by_label("Me and my coach").check()
    phone.page.get_by_role("button", name="Save the goal").click()
    expect(phone.page.locator("#status")).to_contain_text("receipt")
    phone.page.get_by_role("link", name="Add a step").click()
    phone.page.get_by_label("What will happen?").fill("Visit the café")
    phone.page.get_by_label("I do it", exact=True).check()
    phone.page.get_by_role("button", name="Save").click()
    expect(phone.page.get_by_text("Visit the café")).to_be_visible()
    phone.open("/me/meetings/next")
    phone.page.get_by_label("What do you want to talk about?").fill(
        "I want to start in the morning"
    )
    phone.page.get_by_role("button", name="Save").click()
    expect(phone.page.locator("#status")).to_contain_text("receipt")

    desk = visit(DESK)
    desk.enter_as_staff(amina)
    desk.page.get_by_role("link", name="Hodan").click()
    desk.page.get_by_role("link", name=re.compile("brief")).click()
    for words in (
        "I want to start in the morning",
        "I want to work in a kitchen",
        "Visit the café",
    ):
        expect(desk.page.locator("main")).to_contain_text(words)
    accessible(desk.page)

    phone.open("/me/log")
    expect(phone.page.locator("main")).to_contain_text("Amina")


def test_on_an_own_phone_the_pin_alone_is_enough(visit, hodan):
    phone = visit()
    phone.enter(hodan, phone="own")
    phone.sign_out()
    phone.open("/me")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Hi Hodan!")
    phone.page.get_by_label("Your PIN").fill(hodan.pin)
    phone.page.get_by_role("button", name="Sign in").click()
    expect(phone.page).to_have_url(re.compile(r"/me$"))


def test_a_tap_is_saved_said_politely_and_keeps_the_focus(visit, store, hodan):
    record.task(store, hodan, "EGEN")
    phone = visit()
    phone.enter(hodan)
    phone.open("/me/surveys/egen/1")
    phone.slow()
    answer = phone.page.get_by_label("Yes, mostly")
    answer.check()
    expect(phone.page.locator("#saved .receipt")).to_be_visible()
    expect(phone.page.locator("#status")).to_contain_text("Saved")
    assert phone.page.evaluate("document.activeElement.value") == "4"
    phone.page.reload()
    expect(phone.page.get_by_label("Yes, mostly")).to_be_checked()


def test_without_a_net_nothing_is_called_saved_and_it_is_sent_when_the_net_is_back(
    visit, store, hodan
):
    record.task(store, hodan, "EGEN")
    phone = visit()
    phone.enter(hodan)
    phone.open("/me/surveys/egen/1")
    phone.context.set_offline(True)
    phone.page.get_by_label("Yes, mostly").check()
    expect(phone.page.locator("#status")).to_contain_text("Not sent yet")
    expect(phone.page.locator("#saved .receipt")).to_have_count(0)
    phone.context.set_offline(False)
    expect(phone.page.locator("#saved .receipt")).to_be_visible()
    expect(phone.page.locator("#status")).not_to_contain_text("Not sent yet")
    phone.page.reload()
    expect(phone.page.get_by_label("Yes, mostly")).to_be_checked()


@pytest.mark.parametrize("reaches", [True, False])
def test_a_tap_that_takes_long_says_that_it_is_on_its_way(visit, store, hodan, reaches):
    record.task(store, hodan, "EGEN")
    phone = visit()
    phone.enter(hodan)
    phone.open("/me/surveys/egen/1")
    sent = held_up(phone.page)
    said = phone.page.locator("#status")
    phone.page.get_by_label("Yes, mostly").check()
    expect(said).to_have_text("Sending. Please wait a moment.")
    if reaches:
        sent.pop().continue_()
        expect(phone.page.locator("#saved .receipt")).to_be_visible()
    else:
        sent.pop().abort()
        expect(said).to_contain_text("Not sent yet")
    expect(said).not_to_contain_text("Sending")


def test_a_form_that_takes_long_says_that_it_is_on_its_way(visit, hodan):
    phone = visit()
    phone.enter(hodan)
    watcher = phone.context.new_page()  # a page that is being left answers no questions
    watcher.goto(phone.address + "/about/privacy")
    phone.open("/me/meetings/next")
    sent = held_up(phone.page)
    phone.page.get_by_label("What do you want to talk about?").fill("About my children")
    phone.page.evaluate(TELL_WATCHER)
    phone.page.get_by_role("button", name="Save").click(no_wait_after=True)
    for _ in range(50):
        if watcher.evaluate("localStorage.said"):
            break
        watcher.wait_for_timeout(100)
    assert watcher.evaluate("localStorage.said") == "Sending. Please wait a moment."
    sent.pop().continue_()
    expect(phone.page.locator("#status")).to_contain_text("receipt")


TELL_WATCHER = """() => {
  const status = document.getElementById("status");
  const told = () => { localStorage.said = status.textContent; };
  new MutationObserver(told).observe(status, { childList: true });
}"""


def held_up(page):
    """What the page sends from now on; it waits here until it is let through."""
    sent = []
    page.route(
        "**/*", lambda one: sent.append(one) if one.request.method == "POST" else one.continue_()
    )
    return sent


def test_words_that_were_not_sent_say_so_when_the_page_is_opened_again(visit, hodan):
    phone = visit()
    phone.enter(hodan, phone="own")
    phone.open("/me/meetings/next")
    said = phone.page.locator("#status")
    expect(said).to_be_empty()
    phone.page.get_by_label("What do you want to talk about?").fill("About my children")
    phone.open("/me")
    expect(said).to_be_empty()
    phone.open("/me/meetings/next")
    field = phone.page.get_by_label("What do you want to talk about?")
    expect(field).to_have_value("About my children")
    expect(said).to_contain_text("Not sent yet")
    phone.page.get_by_role("button", name="Save").click()
    expect(said).to_contain_text("receipt")
    expect(said).not_to_contain_text("Not sent yet")
    expect(field).to_have_value("")


def test_words_are_still_there_after_signing_in_again(visit, store, hodan):
    phone = visit()
    phone.enter(hodan)
    phone.open("/me/meetings/next")
    phone.page.get_by_label("What do you want to talk about?").fill("About my children")
    record.end_sign_ins(store, hodan)
    phone.page.get_by_role("button", name="Save").click()
    expect(phone.page.locator("main")).to_contain_text("What you wrote is still here")
    phone.give(hodan)
    field = phone.page.get_by_label("What do you want to talk about?")
    expect(field).to_have_value("About my children")
    phone.page.get_by_role("button", name="Save").click()
    expect(phone.page.locator("main .own")).to_have_text("About my children")


def test_a_tap_after_the_sign_in_has_ended_gives_a_whole_page_and_keeps_the_answer(
    visit, store, hodan
):
    record.task(store, hodan, "EGEN")
    phone = visit()
    phone.enter(hodan)
    phone.open("/me/surveys/egen/1")
    record.end_sign_ins(store, hodan)
    phone.page.locator(".scale label").nth(3).click()
    expect(phone.page).to_have_url(re.compile("/enter"))
    expect(phone.page.locator("#saved")).to_have_count(0)
    phone.give(hodan)
    expect(phone.page).to_have_url(re.compile("/me/surveys/egen/1"))
    expect(phone.page.get_by_label("Yes, mostly")).to_be_checked()


def test_changing_language_in_the_middle_keeps_the_words(visit, hodan):
    phone = visit()
    phone.enter(hodan)
    phone.open("/me/goals/new/own")
    phone.page.locator("textarea").fill("Waxaan rabaa shaqo")
    phone.page.locator("summary.chip").click()
    phone.page.get_by_role("button", name="العربية").click()
    expect(phone.page.locator("html")).to_have_attribute("dir", "rtl")
    expect(phone.page.locator("textarea")).to_have_value("Waxaan rabaa shaqo")


def test_the_same_words_mean_the_same_answer_in_arabic(visit, store, yusuf):
    record.task(store, yusuf, "EGEN")
    phone = visit()
    phone.enter(yusuf)
    phone.open("/me/surveys/egen/1")
    words = phone.page.locator(".scale label").nth(4)
    words.click()
    expect(phone.page.locator("#saved .receipt")).to_be_visible()
    assert record.codes(store, yusuf, "EGEN") == {"EGEN-01": "5"}


def test_everything_works_without_scripts(visit, store, amina, hodan):
    goal = record.set_goal(store, hodan, "Work in a kitchen")
    record.add_step(store, hodan, goal, "Evening course", by=amina)
    phone = visit(java_script_enabled=False)
    phone.enter(hodan)
    phone.open("/me/surveys/egen")
    phone.page.get_by_label("Me and my coach").check()
    phone.page.get_by_role("button", name="Start").click()
    phone.page.get_by_label("Yes, mostly").check()
    phone.page.get_by_role("button", name="Next").click()
    expect(phone.page).to_have_url(re.compile("/egen/2"))
    phone.open("/me/plan")
    phone.page.get_by_role("button", name="Yes, add it").click()
    expect(phone.page.locator("main")).not_to_contain_text("Your coach suggests")
    phone.page.locator("summary.chip").click()
    phone.page.get_by_role("button", name="Svenska", exact=True).click()
    expect(phone.page.locator("html")).to_have_attribute("lang", "sv")


def test_the_code_is_gone_when_somebody_goes_back_after_signing_out(visit, hodan):
    phone = visit()
    phone.enter(hodan)
    phone.sign_out()
    phone.page.go_back()
    phone.page.go_back()
    expect(phone.page).to_have_url(re.compile(r"/enter\?code=1"))
    expect(phone.page.locator("[name=code]")).to_have_value("")


@pytest.mark.parametrize("scripts", [True, False])
def test_two_people_on_one_phone_in_turn(visit, hodan, lena, scripts):
    phone = visit(java_script_enabled=scripts)
    phone.enter(hodan)
    phone.open("/me/goals/new/own")
    phone.page.locator("textarea").fill("Only for Hodan")
    phone.sign_out()
    phone.enter(lena)
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Lena")
    phone.open("/me/goals/new/own")
    expect(phone.page.locator("textarea")).to_have_value("")
    for _ in range(3):
        phone.page.go_back()
    assert "Hodan" not in phone.page.content()
    # The page of Hodan's form, now with Lena's own: the browser must not put the words back.
    phone.page.go_back()
    expect(phone.page).to_have_url(re.compile("/me/goals/new/own"))
    expect(phone.page.locator("textarea")).to_have_value("")
