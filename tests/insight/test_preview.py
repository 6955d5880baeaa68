"""The preview: every question as it is shown, in every language, and nothing can be sent."""

import pytest

from tests.support.page import words
from webapp.domain.instruments import wording
from webapp.domain.instruments.load import catalogue
from webapp.kit import languages

PREVIEW = "/insight/instruments/{}/preview?lang={}&item={}"
CODES = [each.code for each in languages.languages()]


def shown(page):
    """The part that is shown as others see it."""
    return page.one("#shown")


@pytest.mark.parametrize("code", CODES)
def test_every_question_of_every_instrument_in_every_language(office, code):
    for each in catalogue().values():
        for number, item in enumerate(each.items, start=1):
            page = office.get(PREVIEW.format(each.id.lower(), code, number))
            part = shown(page)
            assert part["lang"] == code.split("@")[0]
            assert part["dir"] == ("rtl" if code == "ar" else "ltr")
            if code in ("sv", "sv@easy"):
                level = "sv" if code == "sv" else "easy"
                texts = [item.wording, each.title, *([item.help] if item.help else [])]
                texts += [option.wording for option in item.scale.options] if item.scale else []
                for text in texts:
                    assert " ".join(getattr(text, level).split()) in words(part), item.id


def test_the_page_around_it_stays_in_the_leaders_language(office):
    page = office.get(PREVIEW.format("egen", "ar", 1))
    html = page.one("html")
    assert (html["lang"], html["dir"]) == ("en", "ltr")
    assert "You only look." in page.main
    assert "You only look." not in words(shown(page))
    assert "Explain" not in words(shown(page))
    assert page.h1.startswith("How it looks:")
    back = office.get("/insight")
    assert back.one("html")["lang"] == "en"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("number", [1, 2, 5])
def test_it_is_what_the_participant_meets(world, quickly, code, number):
    """The same words, faces and codes in the same order."""
    phone, office = quickly(world.hodan), quickly(world.karin)
    theirs = phone.get(f"/me/surveys/mote/{number}?lang={code}")
    ours = shown(office.get(PREVIEW.format("mote", code, number)))
    assert words(theirs.one("#question")) == words(ours.select("#question")[0])
    for selector in (".scale label", ".scale svg", "details.help", ".bar", "textarea"):
        found = [words(each) for each in theirs.all(f"main {selector}")]
        assert found == [words(each) for each in ours.select(selector)], selector
    values = [each["value"] for each in theirs.all("main .scale input")]
    assert values == [each["value"] for each in ours.select(".scale input")]


def test_nothing_in_it_can_be_sent(office):
    for each in catalogue().values():
        for number in range(1, len(each.items) + 1):
            page = office.get(PREVIEW.format(each.id.lower(), "sv", number))
            assert page.all("main form") == []
            for control in page.all("main input, main textarea, main button"):
                assert control.find_parent("fieldset", disabled=True) is not None


def test_a_coachs_question_is_shown_as_the_coach_meets_it(office):
    numbers = [item.id for item in catalogue()["STOD"].items]
    page = office.get(PREVIEW.format("stod", "sv", numbers.index("STOD-03C") + 1))
    assert "Who answers: Coaches" in page.main
    assert len(shown(page).select("input[type=radio]")) == 7
    assert not shown(page).select(".face")


def test_missing_texts_are_counted_and_named(office, monkeypatch):
    known = {each.wording.sv for each in catalogue()["MOTE"].items}
    monkeypatch.setattr(languages, "knows", lambda swedish: swedish in known)
    lacking = wording.missing(catalogue()["MOTE"], known.__contains__)
    page = office.get(PREVIEW.format("mote", "ar", 1))
    assert f"{len(lacking)} texts are not translated into this language." in page.main
    for text in lacking:
        assert text.sv in page.main


@pytest.mark.parametrize("code", ["sv", "sv@easy"])
def test_swedish_lacks_nothing(office, code):
    for each in catalogue().values():
        page = office.get(PREVIEW.format(each.id.lower(), code, 1))
        assert "not translated" not in page.main


@pytest.mark.parametrize("query", ["", "?lang=xx&item=0", "?item=999", "?item=x&lang="])
def test_a_strange_wish_shows_some_question_in_the_leaders_language(office, query):
    page = office.get(f"/insight/instruments/egen/preview{query}")
    assert shown(page)["lang"] == "en"


def test_one_can_go_through_all_of_it(office):
    page = office.get("/insight/instruments/mote/preview?lang=ar")
    for _ in range(len(catalogue()["MOTE"].items) - 1):
        page = office.follow("The next question")
        assert shown(page)["dir"] == "rtl"
    assert "The next question" not in page.links().values()
