"""Whatever a record holds and whatever is consented to: nobody reads what is not open to them.

Records and consents are made at random. Then everybody asks for every address of the application
with every name there is, follows all links, searches, and runs the commands.
"""

import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.support.addresses import is_page, rules
from tests.support.apps import let_in
from tests.support.browser import Browser
from tests.support.crawl import crawl
from tests.support.people import staff
from tests.support.records_at_random import CONSENTS, THINGS, agree, make
from tests.support.sharing import AUTHORITY, REGION, consent, consents
from webapp.domain.people import service as people

FEW = settings(
    max_examples=3,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ICON = "/favicon.ico"


@pytest.fixture
def ulf(world, store):
    """Ulf at the region, who reads English like the others."""
    found = staff(store, "Ulf", organisation=REGION, role="team")
    store.do(people.set_language, actor=found.actor, language="en")
    return found


def seen_by(browser, record, refs) -> str:
    """Everything that comes back when this browser asks for all it can think of.

    Behind a door of its own every name is tried; at the others' the lock answers for all.
    """
    own = browser.get("/").path
    found = [page.html for page in crawl(browser, own, most=2).values()]
    for rule in rules(browser.app):
        if "GET" not in (rule.methods or ()) or not is_page(rule.rule) or rule.rule == ICON:
            continue
        inside = own != "/" and rule.rule.startswith(own)
        found += [
            browser.get(address, status=None, follow=False).html
            for address in _addresses(rule.rule, record.person.ref, refs if inside else ())
        ]
    return "".join(found)


def _addresses(rule, ref, refs):
    names = re.findall(r"<([^>]+)>", rule)
    if not names:
        return {rule}
    last = f"<{names[-1]}>"
    known = [ref, *refs] if "int:" not in last else ["1"]
    head = re.sub(r"<[^>]+>", ref, rule.rpartition(last)[0])
    return {f"{head}{name}{rule.rpartition(last)[2]}" for name in known}


def search(browser, record) -> str:
    """What the coach's search finds, and an htmx piece of it."""
    found = browser.get("/coach", status=None)
    tokens = found.all("[name=csrf_token]")
    if found.status != 200 or not tokens:
        return ""
    fields = [("csrf_token", tokens[0]["value"])]
    asked = [record.person.name, *record.words]
    return "".join(browser.post("/coach", [*fields, ("q", q)]).html.replace(q, "") for q in asked)


def test_whatever_is_consented_to_nobody_reads_more(app, world, store, ulf):
    everybody = {
        "amina": world.amina, "per": world.per, "karin": world.karin, "eva": world.eva,
        "ulf": ulf, "yusuf": world.yusuf,
    }  # fmt: skip
    browsers = {name: let_in(Browser(app), store, who) for name, who in everybody.items()}
    browsers["nobody"] = Browser(app)

    @FEW
    @given(things=THINGS, given_consents=CONSENTS)
    def nobody_reads_more(things, given_consents):
        record = make(store, world.amina, things)
        opened = agree(store, record, given_consents)
        # What is put aside is no draft, and the coach has read it as long as it was shared.
        coach = {word for word, (_, state) in record.words.items() if state != "draft"}
        coach -= {word for word, (_, state) in record.words.items() if state == "taken back"}
        allowed = {"amina": coach, "eva": opened[AUTHORITY], "ulf": opened[REGION]}
        refs = [
            *record.names.values(),
            *(each.ref for each in consents(store, record.person)),
        ]
        for name, browser in browsers.items():
            html = seen_by(browser, record, refs) + search(browser, record)
            for word in record.words.keys() - allowed.get(name, set()):
                assert word not in html, (name, word, record.words[word])
            if name in ("eva", "ulf"):
                assert all(word in html for word in allowed[name]), (name, allowed[name])
                assert (record.person.name in html) == _shares(store, record, everybody[name])

    nobody_reads_more()


def _shares(store, record, partner) -> bool:
    to = AUTHORITY if partner.name == "Eva" else REGION
    given_now = consents(store, record.person)
    return any(each.organisation == to and each.state(store.now) == "living" for each in given_now)


def test_no_command_prints_what_is_only_mine(app, world, store):
    record = make(
        store, world.amina, [("goal", "draft"), ("own_step", "draft"), ("goal", "shared")]
    )
    consent(store, record.person)
    run = app.test_cli_runner()
    for command in (
        ["demo", "--json"], ["instruments", "verify"], ["healthcheck"],
        ["translations", "check"], ["staff", "--help"],
    ):  # fmt: skip
        said = run.invoke(args=command).output
        assert not [word for word in record.words if word in said], command
