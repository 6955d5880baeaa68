"""The seven promises to the participant, each over the whole app.

Others hold a promise too: test_forms (1, 6), test_signed_out (1), test_languages (5).
"""

import pytest

from tests.support.seen import as_seen
from tests.support.world import DRAFT, REASON
from webapp.domain.audit.log import log
from webapp.domain.goals.reading import own_goal
from webapp.kit.languages import languages

DECIDES_NOTHING = "Nothing on this page decides your money"


def test_1_what_is_stored_says_when_and_gives_a_receipt(world, quickly):
    phone = quickly(world.hodan)
    for address, form, fields in (
        ("/me/goals/new/own", "goal", {"text": "To bake bread", "who": "coach"}),
        (f"/me/goals/{world.goal}/edit", "edit", {"text": "To cook"}),
        (f"/me/goals/{world.goal}/steps/new", "step", {"text": "Call", "doer": "participant"}),
        (f"/me/plan/{world.proposal}", "answer", {"value": "yes"}),
        ("/me/meetings/next", "wish", {"text": "My room"}),
    ):
        phone.get(address)
        page = phone.form(form).fill(**fields).send()
        said = page.one("#status").text
        code = said.rsplit(" ", 1)[-1].strip()
        assert "Saved 10:" in said, address
        assert code in phone.get("/me/receipts").main, address


def test_2_a_draft_is_opened_by_nobody_else(world, quickly, reachable):
    for person in (world.amina, world.per, world.karin, world.eva):
        browser = quickly(person)
        for address in reachable[person.name]:
            page = browser.get(address, status=None)
            assert DRAFT not in page.text, address
            assert REASON not in page.text, address
            assert "in secret" not in page.text, address
            assert world.draft not in page.text, address


def test_2_nor_by_a_forged_form_of_the_coach(world, quickly):
    desk = quickly(world.amina)
    plan = f"/coach/{world.hodan.ref}/plan"
    token = desk.get(plan).all("[name=csrf_token]")[0]["value"]
    fields = [
        ("csrf_token", token),
        ("line", world.draft),
        ("seen", as_seen(world.store, world.draft)),
        ("value", "yes"),
    ]
    assert desk.post(plan, fields).status == 404
    assert desk.get(f"{plan}/{world.draft}/steps/new", status=None).status == 404
    assert desk.get(f"{plan}/steps/{world.draft}", status=None).status == 404


def test_3_a_coach_never_answers_for_the_participant(world, quickly):
    desk = quickly(world.amina)
    plan = f"/coach/{world.hodan.ref}/plan"
    token = desk.get(plan).all("[name=csrf_token]")[0]["value"]
    seen = as_seen(world.store, world.proposal)
    fields = [("csrf_token", token), ("line", world.proposal), ("seen", seen), ("value", "yes")]
    for extra in (("party", "participant"), ("participant_id", str(world.hodan.id))):
        desk.post(plan, [*fields, extra])
    goal = world.store.ask(own_goal, participant_id=world.hodan.id, ref=world.goal)
    proposed = next(step for step in goal.steps if step.line.ref == world.proposal)
    assert proposed.line.participant is None
    assert proposed.line.status == "waiting_participant"


def test_4_every_opened_page_of_a_record_leaves_one_line_that_the_person_reads(
    world, quickly, reachable
):
    desk, phone = quickly(world.amina), quickly(world.hodan)
    pages = [each for each in reachable["Amina"] if f"/coach/{world.hodan.ref}" in each]
    assert len(pages) > 5
    for address in pages:
        before = len(world.store.ask(log, participant_id=world.hodan.id))
        desk.get(address)
        lines = world.store.ask(log, participant_id=world.hodan.id)
        assert len(lines) == before + 1, address
        assert (lines[0].name, lines[0].role) == ("Amina", "coach")
    assert "Amina" in phone.get("/me/log").main


@pytest.mark.parametrize("language", [each.code for each in languages()])
def test_5_easy_to_find_in_every_language_when_signed_out(browser, language):
    page = browser.get(f"/me?lang={language}")
    assert page.path == "/enter"
    assert page.one("html")["lang"] == language.split("@")[0]


def test_6_no_page_needs_a_script_e_mail_or_bankid(world, reachable, quickly):
    phone = quickly(world.hodan)
    for address in reachable["Hodan"]:
        page = phone.get(address, status=None)
        assert page.all("input[type=email]") == [], address
        for form in page.all("form"):
            assert form.get("action"), address
            assert form.select("button") or form.get("id"), address


def test_7_the_first_pages_say_that_nothing_here_decides_money(browser, world, quickly):
    assert DECIDES_NOTHING in browser.get("/").main
    assert DECIDES_NOTHING in browser.get(f"/i/{world.sam.token}?lang=en").main
    assert DECIDES_NOTHING in quickly(world.hodan).get("/me").main
