"""Every page in every language: the right language, the right direction, and a way to change it."""

import pytest
from babel import Locale

from webapp.kit.languages import FIRST, languages

CODES = [language.code for language in languages()]
DIRECTIONS = {"ar": "rtl"}
FILES = (".ics", ".pdf")


def shown(page):
    """Language and direction of a page."""
    html = page.one("html")
    return html["lang"], html["dir"]


def expected(code):
    """What a page in this language says of itself."""
    return code.split("@")[0], DIRECTIONS.get(code, "ltr")


@pytest.mark.parametrize(
    "code", [pytest.param(each, marks=[] if each == "ar" else pytest.mark.matrix) for each in CODES]
)
def test_every_page_is_in_the_language_somebody_has_chosen(
    app, world, reachable, quickly, browser, code
):
    people = {person.name: person for person in world.everybody}
    for name, addresses in reachable.items():
        here = quickly(people[name]) if name else browser
        here.get("/me" if name == "Hodan" else "/")
        here.form("tools").send(code) if _offered(here, code) else None
        for address in addresses:
            if "lang=" not in address and not address.endswith(FILES):
                assert shown(here.get(address)) == expected(code), (address, name)


@pytest.mark.parametrize("code", CODES)
def test_errors_speak_the_language_too(browser, code):
    browser.get(f"/?lang={code}")
    browser.form("tools").send(code) if _offered(browser, code) else None

    assert shown(browser.get("/no/such/page", status=404)) == expected(code)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"address": "/?lang=xx"}, FIRST),
        ({"address": "/?lang="}, FIRST),
        ({"address": "/?lang=../../etc"}, FIRST),
        ({"address": "/?lang=ar"}, "ar"),
        ({"asks for": "ti, xx;q=0.5"}, FIRST),
        ({"asks for": "ar-SY,ar;q=0.9,sv;q=0.5"}, "ar"),
        ({"asks for": "EN_gb"}, "en"),
        ({"asks for": "*"}, FIRST),
        ({"asks for": ";;;"}, FIRST),
    ],
)
def test_an_unknown_wish_becomes_swedish_and_a_known_one_is_met(browser, wish, code):
    browser.language = wish.get("asks for", "")

    assert shown(browser.get(wish.get("address", "/"))) == expected(code)


def test_the_choice_stays_on_this_phone_and_with_the_person(world, browser, quickly):
    browser.get("/")
    browser.form("tools").send("ar")
    assert shown(browser.get("/enter")) == ("ar", "rtl")

    phone = quickly(world.hodan)
    phone.get("/me/plan")
    assert shown(phone.form("tools").send("ar")) == ("ar", "rtl")
    assert phone.page.path == "/me/plan"
    assert shown(quickly(world.hodan).get("/me")) == ("ar", "rtl")


@pytest.mark.parametrize("code", ["xx", "", "sv@easy@easy", "<script>"])
def test_a_language_that_is_not_offered_changes_nothing(browser, code):
    browser.get("/?lang=en")
    browser.form("tools").send("en") if _offered(browser, "en") else None
    fields = dict(browser.form("tools").fields())
    browser.post("/language", [*(fields | {"language": code}).items()])

    assert shown(browser.page) == ("en", "ltr")


@pytest.mark.parametrize(
    "place",
    ["https://evil.example", "//evil.example", "/\\evil.example", "///evil.example", "", "x"],
)
def test_choosing_a_language_leads_nowhere_else(browser, place):
    browser.get("/")
    fields = dict(browser.form("tools").fields()) | {"next": place, "language": "en"}

    page = browser.post("/language", [*fields.items()], follow=False)

    assert page.status == 303
    assert page.headers["Location"].startswith("/")
    assert not page.headers["Location"].startswith(("//", "/\\"))


def _offered(browser, code):
    values = [str(each.get("value")) for each in browser.form("tools").buttons]
    return code in values


@pytest.mark.parametrize("language", languages(), ids=lambda language: language.code)
def test_a_language_runs_in_the_direction_that_unicode_says(language):
    assert language.dir == Locale.parse(language.code).text_direction
