"""The form walker: what somebody sends is found again by whoever should read it, or refused aloud.

Every form that anybody can reach is found by following links, filled in from its own HTML and sent
as a browser would. ``forms_expected`` says who must find the words then.
"""

from dataclasses import dataclass, field

import pytest
from markupsafe import escape

from tests.support.addresses import rules
from tests.support.apps import SignIn, enter
from tests.support.browser import Browser
from tests.support.form import PageForm
from tests.support.page import Page
from tests.support.walker import Place, fill_in, identity, places
from tests.support.world import World
from tests.whole.forms.case import Case, Reads
from tests.whole.forms_expected import CASES

TEXTS = "textarea, input:not([type]), input[type=text]"
# A paste of ten thousand characters: Arabic, with digits, addresses and apostrophes inside.
ENDLESS = "راسلني على ali+1@example.org أو 070-123 45 67 قبل N'Diaye " * 180
OTHERS = ("wish", "question", "contact", "task", "wished", "support")
KNOWN = {case.form for case in CASES}


@dataclass
class Stage:
    """The world, and the browser of everybody who has appeared so far."""

    world: World
    quickly: SignIn
    nobody: Browser
    browsers: dict[str, Browser] = field(default_factory=dict)

    def browser(self, who: str) -> Browser:
        """The browser of this person, of Hodan's own phone, or of nobody."""
        if who not in self.browsers:
            self.browsers[who] = self._new(who)
        return self.browsers[who]

    def _new(self, who: str) -> Browser:
        if not who:
            return self.nobody
        if not who.startswith("phone"):
            return self.quickly(getattr(self.world, who))
        phone = Browser(self.nobody.app)
        enter(phone, self.world.hodan, phone="own")
        if who == "phone, signed out":
            phone.form("/sign-out").send()
        return phone

    def names(self, typed: dict[str, str]) -> dict[str, object]:
        """What can stand in braces in the table."""
        people = {name: getattr(self.world, name) for name in ("hodan", "sam", "amina")}
        lines = {name: getattr(self.world, name) for name in ("goal", "draft", "step", "proposal")}
        others = {name: getattr(self.world, name) for name in OTHERS}
        named = {name: Named(one) for name, one in people.items()}
        return {**named, **lines, **others, **self.world.refs, **typed}


class Named:
    """A person in the table: ``{hodan}`` is the reference, ``{hodan.code}`` the code."""

    def __init__(self, person: object) -> None:
        self._person = person

    def __getattr__(self, name: str) -> object:
        return getattr(self._person, name)

    def __str__(self) -> str:
        return str(getattr(self._person, "ref", self._person))


@pytest.fixture
def stage(world, quickly, browser) -> Stage:
    """A world to try one form in."""
    return Stage(world, quickly, browser)


@pytest.fixture(scope="session")
def found(reachable) -> dict[str, Place]:
    """The first place of each form, filled by the first test that walks."""
    return {}


def walk(stage: Stage, reachable, found: dict[str, Place]) -> dict[str, Place]:
    """Every form that can be reached by links, and where."""
    for name, addresses in reachable.items() if not found else ():
        who = name.lower()
        for form, place in places(stage.browser(who), who, addresses):
            found.setdefault(form, place)
    return found


def test_every_form_is_in_the_table(app, stage, reachable, found):
    """A form without an entry is one whose words nobody has checked the way of."""
    assert set(walk(stage, reachable, found)) - KNOWN == set()
    views = {rule.endpoint for rule in rules(app) if "POST" in (rule.methods or ())}
    assert views - {name.split()[0] for name in KNOWN} == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.form)
def test_what_is_sent_reaches_its_reader(stage, reachable, found, case: Case):
    who, form, button = _form(stage, reachable, found, case)
    for reads in (*case.reads, *case.never):
        stage.browser(reads.who or who)
    typed = fill_in(form, _wishes(stage, case))
    came = form.send(button)
    assert came.status == 200, f"{form}: {came.errors() or came.main}"
    assert not came.place or came.all(f"[id='{came.place}']"), f"{form}: no {came.place} to open at"
    for reads in case.reads:
        assert _shown(stage, reads, typed, who, came), (reads, came.main)
    for reads in case.never:
        assert not _shown(stage, reads, typed, who, came), reads
    # Every kind of receipt has words on the participant's own list.
    assert "Something sent" not in stage.browser("hodan").get("/me/receipts").main


def test_too_much_is_refused_at_its_field_and_kept(stage, reachable, found):
    long = ENDLESS
    for case in CASES:
        _, form, button = _form(stage, reachable, found, case)
        names = {str(each["name"]) for each in form.tag.select(TEXTS)} & form.names
        if names:
            fill_in(form, _wishes(stage, case) | dict.fromkeys(names, long))
            came = form.send(button)
            assert came.status == 422, f"{form}: {came.main}"
            assert names & came.errors().keys(), f"{form}: {came.errors()}"
            assert str(escape(long.strip())) in came.html, f"{form} has lost the words"
            assert came.whole, f"{form}: the page is not whole"
            assert came.h1, f"{form}: the page is not whole"


def test_nothing_is_refused_at_its_field(stage, reachable, found):
    for case in CASES:
        _, form, button = _form(stage, reachable, found, case)
        if not form.names or form.method == "get":
            continue
        form.fill(**{name: None for name in form.names})
        came = form.send(button)
        assert came.status in (200, 422), f"{form}: {came.status} {came.main}"
        if came.status == 422:
            assert came.errors(), f"{form} says not what is wrong: {came.main}"


def _wishes(stage: Stage, case: Case) -> dict[str, str]:
    return {name: str(value).format(**stage.names({})) for name, value in case.fill.items()}


def _form(stage: Stage, reachable, found, case: Case) -> tuple[str, PageForm, str | None]:
    """Who sees the form, the form, and its button."""
    if case.on is None:
        place = walk(stage, reachable, found)[case.form]
        who, form = place.who, place.form(stage.browser(place.who))
        return who, form, _pressed(form, place.button)
    who, address = case.on
    browser = stage.browser(who)
    browser.get(address.format(**stage.names({})))
    for form in browser.forms():
        for number, button in enumerate(form.buttons):
            if identity(browser, form, button) == case.form:
                return who, form, _pressed(form, number)
    raise AssertionError(f"no form {case.form} on {browser.page}: {browser.page.main}")


def _pressed(form: PageForm, number: int) -> str | None:
    return str(form.buttons[number].get("value") or "") or None


def _shown(stage: Stage, reads: Reads, typed: dict[str, str], sender: str, came: Page) -> bool:
    words = reads.words if reads.words.startswith("<") else reads.words.format(**stage.names(typed))
    if not reads.at:
        return words in came.html if words.startswith("<") else words in came.text
    page = stage.browser(reads.who or sender).get(reads.at.format(**stage.names(typed)))
    return words in page.html if words.startswith("<") else words in page.main
