"""Signed out in the middle of a form: nothing that was written is lost or read by another."""

from datetime import timedelta

import pytest

from tests.support.browser import Browser
from webapp.domain.agreement.rules import Wording
from webapp.domain.decisions import service as decisions
from webapp.domain.people import signing_in

WORDS = "I want to bake bread\nأريد أن أخبز"


@pytest.fixture
def phone(app, world, sign_in):
    """Hodan's phone with her own words in a form, when her sign-in ends."""
    browser = sign_in(world.hodan)
    browser.get("/me/goals/new/own")
    browser.form("text").fill(text=WORDS, who="me")
    return browser


def send_after(browser: Browser, store, world, clock, ended: str):
    """Sends the words after the sign-in has ended in this way; gives the page that comes."""
    form = browser.form("text").fill(text=WORDS, who="me")
    if ended == "idle":
        clock.shift(timedelta(minutes=25))
    elif ended == "too long":
        for _ in range(9):
            clock.shift(timedelta(minutes=15))
            browser.get("/me")
    else:
        store.do(signing_in.end_all, participant_id=world.hodan.id)
    return form.send()


@pytest.mark.parametrize("ended", ["idle", "ended elsewhere"])
def test_the_words_come_back_after_signing_in(phone, store, world, clock, ended):
    page = send_after(phone, store, world, clock, ended)
    assert page.path == "/enter"
    assert "What you wrote is still here" in page.main

    phone.form("code").fill(code=world.hodan.code, pin=world.hodan.pin).send()

    assert phone.page.path == "/me/goals/new/own"
    form = phone.form("text")
    assert {("text", WORDS), ("who", "me")} <= set(form.fields())
    assert "bake bread" in form.send().main


def test_somebody_else_on_the_same_phone_does_not_get_them(phone, store, world, clock):
    send_after(phone, store, world, clock, "idle")

    fields = {"code": world.yusuf.code, "pin": world.yusuf.pin}
    phone.form("code").fill(**fields).send()

    assert "bake bread" not in phone.page.html
    assert "bake bread" not in phone.get("/me/goals/new/own?kept=1").html


def test_nothing_was_stored_before_signing_in_again(phone, store, world, clock, quickly):
    send_after(phone, store, world, clock, "idle")

    assert "bake bread" not in quickly(world.hodan).get("/me/goals").html


def test_a_page_that_is_left_open_is_found_again(sign_in, world, clock):
    browser = sign_in(world.hodan)
    clock.shift(timedelta(hours=3))
    browser.get(f"/me/goals/{world.goal}")
    assert browser.page.path == "/enter"

    browser.form("code").fill(code=world.hodan.code, pin=world.hodan.pin).send()

    assert browser.page.path == f"/me/goals/{world.goal}"


@pytest.mark.parametrize(
    "place", ["https://evil.example/me", "//evil.example/me", "/me/../coach", "/\\evil", "/coach"]
)
def test_signing_in_leads_nowhere_else(browser, world, place):
    browser.get("/enter")
    form = browser.form("code").fill(code=world.hodan.code, pin=world.hodan.pin)
    fields = dict(form.fields()) | {"next": place}
    page = browser.post("/enter", [*fields.items()], follow=False)

    assert page.status == 303
    assert page.headers["Location"].split("?")[0] in ("/me", "/me/../coach")


def test_signing_out_leaves_nothing_on_the_phone(sign_in, world):
    browser = sign_in(world.hodan)
    form = browser.form("/sign-out")
    page = browser.post("/sign-out", form.fields(), follow=False)
    assert page.headers["Clear-Site-Data"] == '"cache", "storage"'

    assert "Hodan" not in browser.get("/").html
    assert browser.get("/me").path == "/enter"


def sign_in_again(browser: Browser, person) -> Browser:
    """As in another tab of the same browser: signed out, and this person signed in."""
    browser.form("/sign-out").send()
    browser.get("/enter")
    browser.form("code").fill(code=person.code, pin=person.pin).send()
    browser.get("/me/goals/new/own")
    return browser


def test_a_page_from_before_signing_in_anew_keeps_its_words(phone, world):
    old = phone.form("text").fill(text=WORDS, who="me")
    page = sign_in_again(phone, world.hodan).post(old.action, old.fields())

    assert page.path == "/me/goals/new/own"
    assert "nothing was saved. What you wrote is still here" in page.text
    form = phone.form("text")
    assert {("text", WORDS), ("who", "me")} <= set(form.fields())
    assert "bake bread" in form.send().main


def test_a_page_from_before_signing_in_anew_is_asked_for_whole(phone, world):
    old = phone.form("text").fill(text=WORDS, who="me")
    page = sign_in_again(phone, world.hodan).post(old.action, old.fields(), htmx=True)

    assert (page.status, page.text) == (401, "")


def test_a_page_of_somebody_else_is_not_kept_for_the_one_who_came_after(phone, world):
    old = phone.form("text").fill(text=WORDS, who="me")
    page = sign_in_again(phone, world.yusuf).post(old.action, old.fields())

    assert page.status == 400
    assert "bake bread" not in phone.get("/me/goals/new/own?kept=1").html


@pytest.mark.parametrize("change", ["", "x", "forged"])
def test_words_with_a_forged_token_are_not_kept(phone, world, change):
    old = dict(phone.form("text").fill(text=WORDS, who="me").fields())
    sign_in_again(phone, world.hodan)
    token = {"": "", "x": old["csrf_token"] + "x", "forged": old["csrf_token"][::-1]}[change]
    page = phone.post("/me/goals/new/own", [*{**old, "csrf_token": token}.items()])

    assert page.status == 400
    assert "bake bread" not in phone.get("/me/goals/new/own?kept=1").html


def test_a_page_from_before_signing_in_anew_sent_from_elsewhere_is_not_kept(phone, world):
    old = phone.form("text").fill(text=WORDS, who="me").fields()
    sign_in_again(phone, world.hodan)
    phone.client.environ_base["HTTP_SEC_FETCH_SITE"] = "cross-site"
    page = phone.post("/me/goals/new/own", old)

    assert page.status == 400
    assert "bake bread" not in phone.get("/me/goals/new/own?kept=1").html


def test_a_coach_who_signs_in_anew_in_another_tab_loses_nothing(sign_in, world):
    desk = sign_in(world.amina)
    place = f"/coach/{world.hodan.ref}/plan/{world.goal}/steps/new"
    desk.get(place)
    old = desk.form("text").fill(text="Visit the bakery")
    desk.form("/sign-out").send()
    desk.get("/staff/sign-in")
    desk.form("email").fill(email=world.amina.email, password=world.amina.password).send()
    desk.get(place)
    page = desk.post(old.action, old.fields())

    assert page.path == place
    assert ("text", "Visit the bakery") in desk.form("text").fields()


def test_signing_out_on_a_page_from_before_signing_in_anew(phone, world):
    old = phone.form("/sign-out").fields()
    sign_in_again(phone, world.hodan)
    assert "You are signed out." in phone.post("/sign-out", old).text
    assert phone.get("/me").path == "/enter"
    assert "You are signed out." in phone.post("/sign-out", old).text


def test_nobody_is_signed_out_from_another_place(phone, world):
    assert phone.post("/sign-out", []).status == 400
    phone.client.environ_base["HTTP_SEC_FETCH_SITE"] = "cross-site"
    assert phone.post("/sign-out", []).status == 400
    assert phone.get("/me").path == "/me"


def test_nobody_is_signed_out_by_the_page_of_another(phone, world):
    old = phone.form("/sign-out").fields()
    sign_in_again(phone, world.yusuf)
    assert phone.post("/sign-out", old).status == 400
    assert phone.get("/me").path == "/me"


def test_words_in_an_older_tab_are_kept_for_their_writer_and_not_for_the_last_one_here(
    phone, world, clock
):
    old = phone.form("text").fill(text=WORDS, who="me")
    sign_in_again(phone, world.yusuf)
    clock.shift(timedelta(minutes=25))
    assert phone.post(old.action, old.fields()).path == "/enter"
    phone.form("code").fill(code=world.yusuf.code, pin=world.yusuf.pin).send()
    assert "bake bread" not in phone.page.html
    assert "bake bread" not in phone.get("/me/goals/new/own?kept=1").html

    phone.form("/sign-out").send()
    phone.get("/enter?next=/me/goals/new/own?kept=1")
    phone.form("code").fill(code=world.hodan.code, pin=world.hodan.pin).send()
    assert ("text", WORDS) in phone.form("text").fields()


def test_signed_out_in_another_tab_the_words_come_back_too(phone, world):
    shown, old = phone.page, phone.form("text").fill(text=WORDS, who="me")
    phone.form("/sign-out").send()
    assert phone.post(old.action, old.fields(), referrer=shown.address).path == "/enter"
    phone.form("code").fill(code=world.hodan.code, pin=world.hodan.pin).send()
    assert ("text", WORDS) in phone.form("text").fields()


def test_without_a_token_nothing_can_be_put_into_somebodys_form(phone, world, clock):
    fields = [each for each in phone.form("text").fields() if each[0] not in ("csrf_token", "text")]
    clock.shift(timedelta(minutes=25))
    page = phone.post("/me/goals/new/own", [*fields, ("text", "Planted")])
    assert page.path == "/enter"
    phone.form("code").fill(code=world.hodan.code, pin=world.hodan.pin).send()
    assert "Planted" not in phone.page.html
    assert "Planted" not in phone.get("/me/goals/new/own?kept=1").html


@pytest.fixture
def decision(store, world, sign_in):
    """The page of something that Hodan says was decided, in her door; without ``/me``."""
    phone = sign_in(world.hodan)
    phone.get("/me/meetings/earlier")
    meeting = next(link for link in phone.page.links() if link.endswith("/decided")).split("/")[-2]
    line = store.do(
        decisions.decide,
        actor=world.hodan.actor,
        participant_id=world.hodan.id,
        meeting=meeting,
        wording=Wording("We call", "en"),
    ).object_ref
    return f"/meetings/{meeting}/decided/{line}"


@pytest.mark.parametrize("refused_first", [False, True])
def test_the_second_form_of_a_page_gets_its_words_back(phone, world, decision, refused_first):
    place = f"/me{decision}"
    phone.get(place)
    if refused_first:
        assert phone.form(f"{place}/text").fill(text=" ").send().status == 422
    shown, old = phone.page, phone.form(f"{place}/text").fill(text=WORDS)
    sign_in_again(phone, world.hodan)
    page = phone.post(old.action, old.fields(), referrer=shown.address)
    assert page.path == place
    assert ("text", WORDS) in phone.form(f"{place}/text").fields()
    assert WORDS not in dict(phone.form(place).fields()).values()


@pytest.mark.parametrize(("which", "field"), [("", "reason"), ("/text", "text")])
def test_each_form_of_a_coachs_page_gets_its_own_words_back(
    sign_in, world, decision, clock, which, field
):
    place = f"/coach/{world.hodan.ref}{decision}"
    desk = sign_in(world.amina)
    desk.get(place)
    form = desk.form(place + which).fill(**{field: WORDS})
    clock.shift(timedelta(minutes=70))
    assert form.send().path == "/staff/sign-in"
    desk.form("email").fill(email=world.amina.email, password=world.amina.password).send()
    assert desk.page.path == place
    assert (field, WORDS) in desk.form(place + which).fields()
