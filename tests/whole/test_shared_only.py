"""Whatever a record holds and whatever is consented to: nobody reads what is not open to them.

Records and consents are made at random. Then everybody asks for every address of the application
with every name there is, follows all links, searches, and runs the commands.
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.support.addresses import is_page, rules
from tests.support.apps import let_in
from tests.support.browser import Browser
from tests.support.crawl import crawl
from tests.support.outcomes import step
from tests.support.people import Participant, participant, staff
from tests.support.record import add_step, own_path, set_goal, written
from tests.support.sharing import AUTHORITY, REGION, consent, consents, withdraw
from webapp.domain.goals import service as goals
from webapp.domain.outcomes import own_steps
from webapp.domain.people import service as people
from webapp.domain.profile import service as profile
from webapp.domain.sharing.rules import KINDS, Item, Kind

DAY = timedelta(days=1)
THINGS = st.lists(
    st.tuples(
        st.sampled_from(["goal", "own_step", "section", "contact"]),
        st.sampled_from(["draft", "shared", "taken back", "put aside"]),
    ),
    min_size=3,
    max_size=6,
)
CONSENTS = st.lists(
    st.tuples(
        st.sampled_from([AUTHORITY, REGION]),
        st.sets(st.sampled_from(KINDS), max_size=3),
        st.booleans(),  # every single thing by its name, drafts too
        st.sampled_from(["holds", "holds", "withdrawn", "over", "replaced"]),
    ),
    max_size=4,
)
FEW = settings(
    max_examples=3,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
KIND_OF: dict[str, Kind] = {"goal": "goals", "own_step": "steps", "section": "path"}
SECTIONS = ("PROF-01", "PROF-02", "PROF-03", "PROF-04", "PROF-05", "PROF-06")
NUMBERS = count()
ICON = "/favicon.ico"


@dataclass
class Record:
    """Somebody's record: each word that stands in it, and what became of it."""

    person: Participant
    words: dict[str, tuple[str, str]] = field(default_factory=dict)  # word → thing, state
    names: dict[str, str] = field(default_factory=dict)  # word → reference


@pytest.fixture
def ulf(world, store):
    """Ulf at the region, who reads English like the others."""
    found = staff(store, "Ulf", organisation=REGION, role="team")
    store.do(people.set_language, actor=found.actor, language="en")
    return found


def make(store, coach, things) -> Record:
    """A person whose record holds these things, each with a word that stands nowhere else."""
    number = next(NUMBERS)
    record = Record(participant(store, coach, f"Person{number}", language="en"))
    for place, (thing, wanted) in enumerate(things):
        state = "draft" if thing == "contact" else wanted  # nobody can share a contact
        word = f"zq{number}w{place}k"
        record.names[word] = _write(store, record.person, thing, word, place, state != "draft")
        record.words[word] = (thing, state)
        _turn(store, record.person, thing, record.names[word], state)
    return record


def _write(store, person, thing, word, place, shared):
    if thing == "goal":
        ref = set_goal(store, person, f"I want {word}", shared=shared)
        add_step(store, person, ref, f"I try {word}")
        return ref
    if thing == "own_step":
        return step(store, person, f"I did {word}", shared=shared)
    if thing == "contact":
        return written(store, person, "contact", word, person=f"Aunt {word}", shared=False)
    part = SECTIONS[place % len(SECTIONS)]
    return written(store, person, "section", word, part=part, shared=shared)


def _turn(store, person, thing, ref, state):
    own = {"actor": person.actor, "ref": ref}
    if state == "taken back" and thing == "section":
        (entry,) = [each for each in own_path(store, person) if each.ref == ref]
        store.do(profile.edit, words=entry.words, shared=False, **own)
    elif state == "taken back":
        share = goals.share_goal if thing == "goal" else own_steps.share
        store.do(share, shared=False, **own)
    elif state == "put aside" and thing == "goal":
        store.do(goals.set_status, status="dropped", **own)
    elif state == "put aside":
        remove = own_steps.remove if thing == "own_step" else profile.remove
        store.do(remove, removed=True, **own)


def agree(store, record, given_consents) -> dict[str, set[str]]:
    """Gives the consents; says which words are open to which organisation now."""
    opened: dict[str, set[str]] = {AUTHORITY: set(), REGION: set()}
    every_one = [
        Item(KIND_OF[record.words[word][0]], ref)
        for word, ref in record.names.items()
        if record.words[word][0] in KIND_OF
    ]
    for to, kinds, single, state in given_consents:
        items = [*kinds, *(each for each in every_one if single)]
        if not items:
            continue
        before = store.now
        store.at = before - 40 * DAY if state == "over" else None
        ref = consent(store, record.person, *items, to=to, days=39)
        store.at = None
        if state == "withdrawn":
            withdraw(store, record.person, ref)
        elif state == "replaced":
            consent(store, record.person, "meetings", to=to, replaces=ref)
        elif state == "holds":
            opened[to] |= {word for word in record.words if _opens(record, word, kinds, single)}
    return opened


def _opens(record, word, kinds, single):
    thing, state = record.words[word]
    whole = KIND_OF.get(thing) in kinds
    return state == "shared" and (whole or (single and thing in KIND_OF))


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
