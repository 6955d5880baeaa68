"""Names as people have them: apostrophes, quotes, one name only, another script; on every page."""

import pytest

from tests.support.page import words
from webapp.domain.people import service

NAMES = ("N'Diaye", "O’Brien", 'Mary "Lou"', "يوسف", "Li", "Đặng Thị Hồng", "D'Arc & <Noor>")


@pytest.fixture
def desk(store, amina, quickly):
    """Amina at her desk, who reads English."""
    store.do(service.set_language, actor=amina.actor, language="en")
    return quickly(amina)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays_whole_from_the_invitation_to_the_brief(desk, browser, name):
    desk.get("/coach/invite")
    card = (
        desk.form("invite").fill(name=name, language="en", day="2026-11-26", clock="13:30").send()
    )
    assert name in card.main
    ref, code = card.path.split("/")[2], words(card.one(".ticket .code"))
    assert name in desk.get("/coach").main
    search = next(form for form in desk.forms() if "q" in form.names)
    assert name in search.fill(q=name).send().main
    for place in ("", "/brief", "/plan", "/words", "/path", "/outcome", "/training", "/card/new"):
        page = desk.get(f"/coach/{ref}{place}")
        assert name in page.text, place
        assert "&amp;" not in page.text, place
        assert "&#" not in page.text, place
    browser.get("/")
    page = browser.form("code").fill(code=code).send()
    browser.get(f"{page.path}?lang=en")
    browser.form("pin").fill(pin="9173", phone="own").send()
    assert name in browser.get("/me").h1


@pytest.mark.parametrize("name", NAMES)
def test_a_coachs_name_stays_whole_on_the_persons_pages(store, quickly, name):
    from tests.support.people import participant, staff
    from tests.support.record import book, opened

    coach = staff(store, name, organisation='Kommunen "Väst" & Co')
    person = participant(store, coach, name, language="en")
    book(store, coach, person, store.now.replace(year=2026, month=12, day=1))
    opened(store, coach, person)
    phone = quickly(person)
    for place in ("/me", "/me/log", "/me/meetings/next"):
        assert name in phone.get(place).main, place
    assert 'Kommunen "Väst" & Co' in phone.get("/me/log").main
