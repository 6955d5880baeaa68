"""Every staff page of a record leaves one line in the person's log, or leaves nothing at all.

The map of addresses says which pages there are, so a new one that lacks the line fails here.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any, get_args

import pytest
from sqlalchemy import select

from tests.support.addresses import endpoint, rules
from tests.support.people import Colleague, Participant
from tests.support.statements import transactions
from tests.support.walker import fill_in
from tests.whole.forms_expected import CASES
from tests.whole.test_forms import _form, _wishes, found, stage  # noqa: F401 - fixtures
from webapp.domain.audit.log import log
from webapp.domain.people import service as people
from webapp.domain.tables import METADATA
from webapp.participant.log_words import DID

# Who opens Hodan's record by which door. A door that is not built yet has no rules.
DOORS = {"coach": "amina", "team": "eva"}
LINE = "INSERT INTO log_entry"
# Addresses of staff with something in them that is not about a participant.
ABOUT_NONE = ("/coach/questions/<instrument>", "/coach/obstacles/<entry>")
# From the square on a paper to the address of its record, where the reading is noted.
LEADS_ON = ("/coach/paper/<paper>",)
# How many lines, and transactions, when it is not one of each.
MORE = {
    # The words are read, then a machine is asked while nothing waits, then its answer is stored.
    "coach.ask_machine": (2, 2, 2),
    # Who gave the record away, and who is the coach now.
    "coach.hand_over": (2, 2, 1),
}


def of_records(app, method):
    """The views of staff that are about somebody's record, by their names."""
    return {
        rule.endpoint
        for rule in rules(app)
        if method in (rule.methods or ()) and rule.rule.split("/")[2:3] == ["<ref>"]
        if rule.rule.split("/")[1] in DOORS
    }


def everything(world) -> dict[str, list[Any]]:
    """Every row of every table."""
    with world.store.writing() as session:
        return {
            table.name: sorted(map(repr, session.execute(select(table)).all()))
            for table in METADATA.sorted_tables
        }


def lines(world, person) -> list[str]:
    """Who did something with the person's record, newest first."""
    return [line.name for line in world.store.ask(log, participant_id=person.id, most=9999)]


def pages(app, world, reachable) -> Iterator[tuple[str, Colleague, Participant, str]]:
    """Every page of staff about a record: its view, who opens it, whose it is, and its address."""
    wanted, refs = of_records(app, "GET"), {p.ref: p for p in (world.hodan, world.yusuf, world.sam)}
    for name in DOORS.values():
        who = getattr(world, name)
        for address in reachable[who.name]:
            view = endpoint(app, address.split("?")[0], "GET") or ""
            if view in wanted:
                yield view, who, refs[re.split("[/?]", address)[2]], address


def forms(app, stage, reachable, found):  # noqa: F811
    """Every form of staff about Hodan, filled in: its view, its case, the form and the button."""
    for case in CASES:
        view = case.form.split()[0]
        if view in of_records(app, "POST"):
            who, form, button = _form(stage, reachable, found, case)
            assert who in DOORS.values(), case
            fill_in(form, _wishes(stage, case))
            yield view, case, form, button


# --- one line for each -------------------------------------------------------------------------


def test_every_address_of_staff_names_the_record_first_or_is_about_none(app):
    """So that the tests below find every page of a record."""
    for rule in rules(app):
        of_record = rule.endpoint in of_records(app, "GET") | of_records(app, "POST")
        if rule.rule.split("/")[1] in DOORS and not of_record:
            assert not rule.arguments or rule.rule.startswith(ABOUT_NONE + LEADS_ON), rule


def test_every_page_of_a_record_is_one_line_in_the_transaction_of_the_reading(
    app, world, reachable, quickly
):
    engine, met = app.extensions["engine"], set()
    for view, who, person, address in pages(app, world, reachable):
        browser, before = quickly(who), lines(world, person)
        with transactions(engine) as written:
            browser.get(address)
        assert [[each[: len(LINE)] for each in one] for one in written.done] == [[LINE]], address
        assert lines(world, person) == [who.name, *before], address
        met.add(view)
    assert met == of_records(app, "GET")


def _turn(sent) -> int:
    view = sent[0]
    return 2 if view == "coach.hand_over" else int(view.startswith("coach.remove"))


def test_every_form_about_a_record_is_one_line_in_the_transaction_of_the_change(
    app, world, stage, reachable, found  # noqa: F811
):  # fmt: skip
    engine, met = app.extensions["engine"], set()
    sent = reversed([*forms(app, stage, reachable, found)])
    # What was taken away is not changed after it, and who has handed over reaches nothing more.
    for view, case, form, button in sorted(sent, key=_turn):
        before = lines(world, world.hodan)
        with transactions(engine) as written:
            page = form.send(button, follow=False)
        added = len(lines(world, world.hodan)) - len(before)
        noted = [each for one in written.done for each in one if each.startswith(LINE)]
        if page.status == 404:  # an earlier form has taken away what this one is about
            assert (added, written.done) == (0, []), case
            continue
        counted = (added, len(noted), len(written.done))
        assert counted == MORE.get(view, (1, 1, 1)), (case, written.done)
        met.add(view)
    assert met == of_records(app, "POST")


def test_when_it_breaks_in_the_middle_nothing_is_left_of_line_and_change(
    app, world, stage, reachable, found, quickly  # noqa: F811
):  # fmt: skip
    engine = app.extensions["engine"]
    acts = [
        (address, lambda who=who, address=address: quickly(who).get(address))
        for _, who, _, address in pages(app, world, reachable)
    ]
    acts += [
        (case, lambda form=form, button=button: form.send(button, follow=False))
        for _, case, form, button in forms(app, stage, reachable, found)
    ]
    for name, act in acts:
        before = everything(world)
        with transactions(engine, broken_by=LINE), pytest.raises(KeyError):
            act()
        after = everything(world)
        before.pop("sign_in"), after.pop("sign_in")  # ``quickly`` signs in anew
        assert after == before, name


def test_each_thing_that_staff_can_do_has_a_sentence_of_its_own_in_the_log():
    named = {"became_coach"}
    for door in DOORS:
        if find_spec(f"webapp.{door}") and find_spec(f"webapp.{door}.record"):
            named |= set(get_args(import_module(f"webapp.{door}.record").What))
    assert named - set(DID) == set()
    assert len({str(sentence) for sentence in DID.values()}) == len(DID)


# --- a coach who is no longer the coach ----------------------------------------------------------


def test_a_coach_who_is_replaced_while_reading_finds_nothing_and_stores_nothing(
    app, world, stage, reachable, found  # noqa: F811
):  # fmt: skip
    open_forms = list(forms(app, stage, reachable, found))
    open_pages = [each for each in pages(app, world, reachable) if each[2] == world.hodan]
    desk = stage.browser("amina")
    assert open_forms
    world.store.do(people.assign, participant_id=world.hodan.id, staff_id=world.per.id)
    before = everything(world)

    for _, _, _, address in open_pages:
        assert desk.get(address, status=None).status == 404, address
    for _, case, form, button in open_forms:
        if form.browser is desk:
            assert form.send(button).status == 404, case

    assert everything(world) == before
    assert world.hodan.ref not in desk.get("/coach").html
