"""A machine translates only when the coach taps; its text is marked, and nothing depends on it."""

from dataclasses import replace

import pytest

from tests.support import machine as service
from tests.support.meaning import meaning, said, shared_words, tell
from tests.support.record import set_goal
from webapp.kit import machine
from webapp.kit.languages import written
from webapp.settings import BadSettings, from_environment

FAILED = "The machine does not answer right now."
MARK = "translated by a machine on Monday 23 November: may be wrong"


@pytest.fixture(autouse=True)
def _forget() -> None:
    """Nothing has been sent yet."""
    service.ASKED.clear()


def ask(desk, store, amina, hodan, text="Bake bread", typed="", lang=None):
    """Hodan shares a goal and Amina asks the machine what it means. Gives the page that came."""
    set_goal(store, replace(hodan, language=lang or hodan.language), text)
    words = said(store, amina, hodan, text)
    desk.get(f"/coach/{hodan.ref}/words/{words.name}")
    form = desk.form("meaning").fill(text=typed)
    form.tag["action"] = f"/coach/{hodan.ref}/words/{words.name}/machine"
    return form.send()


def test_what_it_says_is_marked_everywhere_with_its_day(desk, phone, store, amina, hodan):
    page = ask(desk, store, amina, hodan)
    assert page.status == 200
    assert "På svenska: Bake bread" in page.main
    assert MARK in page.main
    for place in ("words", "plan", "brief"):
        assert MARK in desk.get(f"/coach/{hodan.ref}/{place}").main, place
    for place in ("/me/words", "/me/plan"):
        assert MARK in phone.get(place).main, place
    found = meaning(store, amina, hodan)
    assert (found.source, found.answer) == ("machine", None)
    assert "\x00" not in found.text
    assert "\u202e" not in found.text


def test_only_the_words_and_the_key_are_sent(desk, store, amina, hodan):
    ask(desk, store, amina, hodan)
    assert service.ASKED == [
        {
            "path": "/translate",
            "q": "Bake bread",
            "source": "en",
            "target": "sv",
            "format": "text",
            "api_key": service.KEY,
        }
    ]


def test_no_page_asks_it_by_itself(desk, phone, store, amina, hodan):
    set_goal(store, hodan, "Bake bread")
    name = said(store, amina, hodan, "Bake bread").name
    for place in ("words", f"words/{name}", "plan", "brief", "path"):
        desk.get(f"/coach/{hodan.ref}/{place}")
    phone.get("/me/words")
    assert service.ASKED == []


@pytest.mark.parametrize(
    "mark",
    ["[500]", "[away]", "[nonsense]", "[list]", "[number]", "[empty]", "[endless]", "[large]"],
)
def test_when_it_fails_it_says_so_and_nothing_else_changes(desk, store, amina, hodan, mark):
    page = ask(desk, store, amina, hodan, f"Bake {mark}", typed="Jag vill ba")
    assert page.status == 422
    assert FAILED in page.main
    assert "Jag vill ba" in page.html
    assert [each.meaning for each in shared_words(store, amina, hodan)] == [None]
    page = desk.form("meaning").fill(text="Jag vill baka").send()
    assert "Jag vill baka" in page.main
    assert meaning(store, amina, hodan).source == "coach"


@pytest.mark.parametrize("mark", ["[slow]", "[drip]"])
def test_it_is_not_waited_for(desk, store, amina, hodan, mark, monkeypatch):
    monkeypatch.setattr(machine, "SECONDS", 0.5)
    assert FAILED in ask(desk, store, amina, hodan, f"Bake {mark}").main


def test_nobody_there(desk, store, amina, hodan, app):
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], translate_url="http://127.0.0.1:9")
    assert FAILED in ask(desk, store, amina, hodan).main


def test_a_wrong_key(desk, store, amina, hodan, app):
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], translate_key="")
    assert FAILED in ask(desk, store, amina, hodan).main


def test_a_language_it_does_not_know(desk, store, amina, hodan):
    page = ask(desk, store, amina, hodan, "Rooti", lang="so")
    assert "The machine does not know this language." in page.main


def test_dari_is_asked_as_persian(desk, store, amina, hodan):
    ask(desk, store, amina, hodan, "نان", lang="fa-AF")
    assert service.ASKED[0]["source"] == "fa"
    assert {machine.code_of(tag) for tag, _ in written()} >= {"ar", "so", "ti", "uk", "fa"}
    assert all(machine.code_of(tag).isalpha() for tag, _ in written())


def test_what_the_coach_has_typed_stays_when_it_answers(desk, store, amina, hodan):
    page = ask(desk, store, amina, hodan, typed="Jag vill ba")
    assert "På svenska: Bake bread" in page.main
    assert page.one("textarea").text.strip() == "Jag vill ba"


def test_it_does_not_take_the_place_of_an_answer(desk, store, amina, hodan):
    """Its text is new, so the participant is asked anew; what a person wrote stays stored."""
    set_goal(store, hodan, "Bake")
    words = said(store, amina, hodan, "Bake")
    tell(store, amina, hodan, words, "Baka")
    desk.get(f"/coach/{hodan.ref}/words/{words.name}")
    form = desk.form("meaning")
    form.tag["action"] = f"/coach/{hodan.ref}/words/{words.name}/machine"
    form.send()
    assert meaning(store, amina, hodan).answer is None


def test_off_it_is_nowhere(desk, store, amina, hodan, app):
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], translate_url="")
    set_goal(store, hodan, "Bake")
    name = said(store, amina, hodan, "Bake").name
    assert "machine" not in desk.get(f"/coach/{hodan.ref}/words/{name}").html
    form = desk.form("meaning")
    form.tag["action"] = f"/coach/{hodan.ref}/words/{name}/machine"
    assert form.send().status == 404
    assert service.ASKED == []


def test_never_for_a_protected_person(desk, store, amina, mia):
    set_goal(store, replace(mia, language="so"), "Bake")
    name = said(store, amina, mia, "Bake").name
    page = desk.get(f"/coach/{mia.ref}/words/{name}")
    assert "Ask the machine" not in page.main
    assert "no words are sent to a translating machine" in page.main
    form = desk.form("meaning")
    form.tag["action"] = f"/coach/{mia.ref}/words/{name}/machine"
    assert form.send().status == 404
    assert service.ASKED == []


def test_only_words_that_are_shared_are_sent(desk, store, amina, hodan, per, quickly):
    draft = set_goal(store, hodan, "In secret", shared=False)
    shared = set_goal(store, hodan, "Bake")
    name = said(store, amina, hodan, "Bake").name
    desk.get(f"/coach/{hodan.ref}/words/{name}")
    token = desk.page.all("[name=csrf_token]")[0]["value"]
    fields = [("csrf_token", token), ("key", "k")]
    for stranger in (f"line-{draft}", "line-nobody", f"reason-{shared}"):
        assert desk.post(f"/coach/{hodan.ref}/words/{stranger}/machine", fields).status == 404
    other = quickly(per)
    token = other.get("/coach").all("[name=csrf_token]")[0]["value"]
    sent = other.post(
        f"/coach/{hodan.ref}/words/{name}/machine", [("csrf_token", token), ("key", "k")]
    )
    assert sent.status == 404
    assert service.ASKED == []


def test_too_long_is_not_sent(app):
    with app.test_request_context(), pytest.raises(machine.NotTranslated) as refused:
        machine.translate("x" * (machine.LONGEST + 1), "en")
    assert refused.value.reason == "long"
    assert service.ASKED == []


# --- the setting ----------------------------------------------------------------------------------

PRODUCTION = {
    "APP_ENV": "production",
    "CONTACT": "kontakt@example.org",
    "SECRET_KEY": "x" * 32,
    "DATABASE_URL": "sqlite:////tmp/x",
    "PUBLIC_ADDRESS": "https://a.example",
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"TRANSLATE_KEY": "k"},
        {"TRANSLATE_URL": "translate.example.org"},
        {"TRANSLATE_URL": "ftp://translate.example.org"},
        {"TRANSLATE_URL": "https://"},
        {"TRANSLATE_URL": "https://translate.example.org:port"},
        {"TRANSLATE_URL": "https://me:secret@translate.example.org"},
        {"TRANSLATE_URL": "http://translate.example.org"},
    ],
)
def test_half_a_setting_stops_the_start(wrong):
    with pytest.raises(BadSettings, match="TRANSLATE_URL"):
        from_environment({**PRODUCTION, **wrong})


@pytest.mark.parametrize("url", ["https://a.example/api/", "http://localhost:5000", ""])
def test_whole_settings(url):
    found = from_environment({**PRODUCTION, "TRANSLATE_URL": url})
    assert found.translate_url == url.rstrip("/")
    assert found.translate_key == ""
