"""What imports cannot show: every door is locked, reading does not write, every page stands alone.

These tests read the map of addresses, so a new page is covered the moment it exists.
"""

import re

import pytest
from jinja2 import meta

from tests.support.addresses import is_page, rules
from tests.support.browser import Browser
from tests.support.people import staff
from tests.support.statements import statements, writes

# Open to everybody. All other addresses belong to a door, and a door has a lock.
OPEN = {
    "/", "/enter", "/enter/forget", "/i/<token>", "/p/<ref>", "/staff", "/staff/sign-in",
    "/sign-out",
    "/language", "/about/accessibility", "/about/easy", "/about/privacy",
    "/healthz", "/readyz", "/manifest.webmanifest", "/favicon.ico", "/.well-known/security.txt",
}  # fmt: skip
STAFF = "/staff/sign-in"
DOORS = {"/me": "/enter", "/coach": STAFF, "/team": STAFF, "/insight": STAFF}
# A GET of these opens a person's record, so it adds one line to the person's log and nothing else.
READINGS = {
    "coach.activities", "coach.agreed_file", "coach.agreed_plan", "coach.agreed_plans",
    "coach.all_papers",
    "coach.ask_cancel", "coach.ask_hand_over", "coach.ask_meaning", "coach.ask_new_card",
    "coach.ask_outcome", "coach.ask_owner", "coach.ask_receipt", "coach.ask_reply",
    "coach.brief", "coach.calendar_file", "coach.card", "coach.decided", "coach.decision",
    "coach.earlier_meetings",
    "coach.edit_activity", "coach.edit_contact", "coach.edit_follow_up", "coach.edit_goal",
    "coach.edit_plan_text", "coach.edit_step", "coach.guest_page",
    "coach.interpreter_page", "coach.keep_page", "coach.line_history", "coach.meeting_page",
    "coach.move_page", "coach.new_activity", "coach.new_contact", "coach.new_follow_up",
    "coach.new_goal", "coach.new_meeting", "coach.new_plan", "coach.new_plan_text",
    "coach.new_step", "coach.new_support", "coach.new_task", "coach.outcome", "coach.paper",
    "coach.paper_file", "coach.path", "coach.person", "coach.plan", "coach.rate_page",
    "coach.ratings", "coach.sharing", "coach.training", "coach.whole_plan", "coach.words",
    "team.shared",
}  # fmt: skip
# By sending a form, by the browser itself, or by the square on a paper.
REACHED_OTHERWISE = {
    "account.favicon", "account.other_staff", "account.paper", "coach.find_paper",
    "participant.finish",
}  # fmt: skip
FILLING = {"number": "1", "instrument": "egen", "card": "own", "moment": "exit"}


def address(rule, world=None) -> str:
    """An address that fits the rule. With the world, one of Hodan's."""

    def filled(found: re.Match[str]) -> str:
        name = found[1].split(":")[-1]
        return FILLING.get(name) or (world.hodan.ref if world else "nobody")

    return re.sub(r"<([^>]+)>", filled, rule.rule)


def locked(app):
    """Every rule behind a door, with each method it answers to."""
    return [
        (rule, method)
        for rule in rules(app)
        if rule.rule not in OPEN
        for method in sorted(set(rule.methods or ()) & {"GET", "POST"})
    ]


# --- locks -------------------------------------------------------------------------------------


def test_every_address_is_open_on_purpose_or_behind_a_door(app):
    for rule in rules(app):
        door = next((door for door in DOORS if (rule.rule + "/").startswith(door + "/")), None)
        assert (door is None) == (rule.rule in OPEN), rule
    assert {rule.rule for rule in rules(app)} >= OPEN


def test_nobody_comes_in_without_signing_in(app, browser):
    for rule, method in locked(app):
        place = address(rule)
        expected = DOORS["/" + place.split("/")[1]]
        page = _ask(browser, method, place)
        assert page.status == 303, (method, place)
        assert page.headers["Location"].startswith(f"{expected}?"), (method, place)


@pytest.mark.parametrize("name", ["hodan", "amina", "karin", "eva"])
def test_nobody_comes_in_by_anothers_door(app, world, quickly, name):
    person = getattr(world, name)
    own = {"hodan": "/me", "amina": "/coach", "karin": "/insight", "eva": "/team"}[name]
    browser = quickly(person)
    for rule, method in locked(app):
        if not rule.rule.startswith(own):
            page = _ask(browser, method, address(rule, world))
            assert page.status in (303, 403, 404), (name, method, rule)
            assert page.headers.get("Location", "/").split("?")[0] != rule.rule


def test_a_stranger_and_a_name_that_does_not_exist_look_the_same(app, world, quickly, store):
    ulf = quickly(staff(store, "Ulf", organisation="Region Nordby", role="team"))
    strangers = {"/coach/<ref>": quickly(world.per), "/team/<ref>": ulf}
    for rule, method in locked(app):
        for begins, stranger in strangers.items():
            if method == "GET" and rule.rule.startswith(begins):
                for place in (address(rule, world), address(rule)):
                    page = stranger.get(f"{place}?lang=en", status=404)
                    assert page.h1 == "We cannot find that page"


def test_a_page_that_has_expired_answers_htmx_with_401_and_nothing_to_swap(app, browser):
    for rule, method in locked(app):
        page = _ask(browser, method, address(rule), htmx=True)
        assert (page.status, page.body) == (401, b""), (method, rule)


def test_nothing_is_sent_without_a_token_of_this_page(app, world, quickly):
    browsers = {
        "me": quickly(world.hodan),
        "coach": quickly(world.amina),
        "team": quickly(world.eva),
        "insight": quickly(world.karin),
    }
    for rule in rules(app):
        # Who is nobody is signed out already; for all others see test_signed_out.
        if "POST" in (rule.methods or ()) and rule.endpoint != "account.sign_out":
            browser = browsers.get(rule.rule.split("/")[1], Browser(app))
            page = browser.post(address(rule, world), [("value", "x")], status=400)
            assert page.h1 == "That did not work", rule


# --- reading -----------------------------------------------------------------------------------


def test_reading_writes_nothing_but_the_log_of_readings(app, world, reachable, quickly):
    engine = app.extensions["engine"]
    people = {person.name: person for person in world.everybody}
    opened = set()
    for name, addresses in reachable.items():
        browser = quickly(people[name]) if name else Browser(app)
        for place in addresses:
            with statements(engine) as seen:
                browser.get(place)
            written = writes(seen)
            found, _ = app.url_map.bind("localhost").match(place.split("?")[0], method="GET")
            expected = ["INSERT INTO log_entry"] if found in READINGS else []
            assert written == expected, f"{place} as {name or 'nobody'}: {seen}"
            opened |= {found} if written else set()
    assert opened == READINGS


def test_every_page_can_be_reached_by_somebody(app, reachable):
    bind = app.url_map.bind("localhost")
    addresses = {place.split("?")[0] for places in reachable.values() for place in places}
    reached = {bind.match(place, method="GET")[0] for place in addresses}
    pages = {r.endpoint for r in rules(app) if "GET" in (r.methods or ()) and is_page(r.rule)}

    assert pages - reached - REACHED_OTHERWISE == set()


# --- addresses and templates -------------------------------------------------------------------


def test_addresses_are_kebab_case(app):
    for rule in rules(app):
        for part in rule.rule.strip("/").split("/"):
            assert re.fullmatch(r"[a-z0-9.-]*|<(int:)?[a-z]+>(\.ics)?", part), rule


def test_no_address_tells_who_somebody_is(world, reachable):
    """A participant's own addresses carry no name for the person; staff addresses an opaque one."""
    telling = {str(world.hodan.id), "hodan", world.hodan.code, world.hodan.token, "yusuf", "amina"}
    for places in reachable.values():
        for place in places:
            parts = set(re.split(r"[/?&=]", place))
            assert not parts & telling - {"1"}, place
    assert not [place for place in reachable["Hodan"] if world.hodan.ref in place]


def test_every_fragment_belongs_to_a_page(app):
    """A template named _x.html is part of another, so the page is whole without htmx."""
    templates = app.jinja_env.list_templates()
    used = set()
    for name in templates:
        source, _, _ = app.jinja_env.loader.get_source(app.jinja_env, name)
        used |= set(meta.find_referenced_templates(app.jinja_env.parse(source)))
        used |= set(re.findall(r'alike\("([^"]+)"\)', source))

    fragments = {name for name in templates if name.rpartition("/")[2].startswith("_")}
    assert fragments - used == set()


def test_a_fragment_says_that_it_depends_on_htmx(app, world, quickly):
    desk = quickly(world.amina)
    page, part = desk.get("/coach"), desk.htmx("/coach")

    assert page.whole
    assert not part.whole
    assert part.html.strip() in re.sub(r"\s+", " ", page.html) or words_of(part) <= words_of(page)
    for each in (page, part):
        assert "HX-Request" in each.headers.get("Vary", "")


def words_of(page):
    """The words that can be read."""
    return set(page.text.split())


def _ask(browser, method, place, *, htmx=False):
    if method == "POST":
        return browser.post(place, [], htmx=htmx, follow=False)
    if htmx:
        return browser.htmx(place, status=401)
    return browser.get(place, status=None, follow=False)
