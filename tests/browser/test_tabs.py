"""Two tabs on one phone: a page from before signing in anew loses nothing that was written."""

import pytest
from playwright.sync_api import expect

from tests.support import agreement, record


@pytest.mark.parametrize("scripts", [True, False])
def test_words_in_an_older_tab_come_back_and_are_sent_once_more(visit, accessible, hodan, scripts):
    phone = visit(java_script_enabled=scripts)
    phone.enter(hodan)
    older = phone.context.new_page()
    older.goto(f"{phone.address}/me/meetings/next")
    older.get_by_label("What do you want to talk about?").fill("About my children")
    phone.sign_out()
    phone.enter(hodan)

    older.get_by_role("button", name="Save").click()
    expect(older.locator("#status")).to_contain_text("nothing was saved")
    field = older.get_by_label("What do you want to talk about?")
    expect(field).to_have_value("About my children")
    if scripts:
        accessible(older)
    older.get_by_role("button", name="Save").click()
    expect(older.locator("#status")).to_contain_text("receipt")
    expect(older.locator("main .own")).to_have_text("About my children")


def test_a_tap_in_an_older_tab_comes_back_and_is_not_called_saved(visit, store, hodan):
    record.task(store, hodan, "EGEN")
    phone = visit()
    phone.enter(hodan)
    older = phone.context.new_page()
    older.goto(f"{phone.address}/me/surveys/egen/1")
    phone.sign_out()
    phone.enter(hodan)

    older.get_by_label("Yes, mostly").check()
    expect(older.locator("#status")).to_contain_text("nothing was saved")
    expect(older.locator("#saved .receipt")).to_have_count(0)
    expect(older.get_by_label("Yes, mostly")).to_be_checked()
    assert record.codes(store, hodan, "EGEN") == {}
    older.get_by_role("button", name="Next").click()
    older.wait_for_url("**/egen/2")
    assert record.codes(store, hodan, "EGEN") == {"EGEN-01": "4"}


def test_words_left_without_saving_do_not_come_back(visit, store, hodan):
    goal = record.set_goal(store, hodan, "Work in a kitchen")
    phone = visit()
    phone.enter(hodan, phone="own")
    page = phone.open(f"/me/goals/{goal}/edit")
    page.locator("textarea").fill("Work in a shop")
    page.get_by_role("link", name="Back without saving").click()
    page.wait_for_url(f"**/me/goals/{goal}")
    phone.open(f"/me/goals/{goal}/edit")
    expect(page.locator("textarea")).to_have_value("Work in a kitchen")
    expect(page.locator("#status")).to_be_empty()


def test_an_old_draft_does_not_replace_new_words_of_the_coach_unseen(visit, store, amina, hodan):
    goal = record.set_goal(store, hodan, "Work in a kitchen")
    phone = visit()
    phone.enter(hodan, phone="own")
    page = phone.open(f"/me/goals/{goal}/edit")
    page.locator("textarea").fill("Work in a shop")
    agreement.edit(store, hodan, goal, "Work in a bakery", by=amina)
    phone.open("/me")
    phone.open(f"/me/goals/{goal}/edit")
    expect(page.locator("textarea")).to_have_value("Work in a shop")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("Work in a bakery")
    expect(page.locator("textarea")).to_have_value("Work in a shop")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#status")).to_contain_text("receipt")
    assert record.own_goal(store, hodan, goal).line.wording.text == "Work in a shop"


def test_words_for_one_picture_are_not_put_on_another(visit, store, hodan):
    goal = record.set_goal(store, hodan, "Work in a kitchen")
    phone = visit()
    phone.enter(hodan, phone="own")
    page = phone.open(f"/me/goals/{goal}/steps/new")
    page.locator("[name=text]").fill("Ask my aunt")
    phone.open(f"/me/goals/{goal}/steps/new?card=step-cv")
    expect(page.locator("[name=text]")).to_have_value("Write a CV")
    phone.open(f"/me/goals/{goal}/steps/new")
    expect(page.locator("[name=text]")).to_have_value("Ask my aunt")
