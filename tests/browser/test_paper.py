"""On paper: the brief is one page and the paper to take along two at most, for everybody."""

import re

import pytest

from tests.browser.conftest import DESK
from tests.browser.demo import signed_in

PAGES = re.compile(rb"/Type\s*/Page[^s]")


@pytest.mark.parametrize("coach", ["Amina", "Per"])
def test_every_brief_is_one_page(visit, demo, coach):
    desk = signed_in(visit(DESK), demo[coach])
    links = desk.open("/coach?lang=sv").locator(".people a")
    people = [link.get_attribute("href") for link in links.all()]
    assert len(people) >= 2
    for person in people:
        page = desk.open(f"{person}/brief?lang=sv")
        assert len(PAGES.findall(page.pdf(prefer_css_page_size=True))) == 1, page.title()


@pytest.mark.parametrize("coach", ["Amina", "Per"])
@pytest.mark.parametrize("language", ["sv@easy", "ar"])
def test_every_paper_to_take_along_is_two_pages_at_most(visit, demo, coach, language):
    desk = signed_in(visit(DESK), demo[coach])
    links = desk.open("/coach?lang=sv").locator(".people a")
    for person in [link.get_attribute("href") for link in links.all()]:
        page = desk.open(f"{person}/paper?lang=sv")
        page.locator("form[name=paper] .btn").click()
        page.wait_for_url("**/paper/*")
        page = desk.open(f"{page.url.removeprefix(desk.address)}?lang={language}")
        assert page.locator(".twin").count() == 1
        assert 1 <= len(PAGES.findall(page.pdf(prefer_css_page_size=True))) <= 2, page.title()


@pytest.mark.parametrize("person", ["Hodan", "Yusuf"])
def test_a_long_list_begins_on_its_first_page(visit, demo, person):
    phone = signed_in(visit(DESK), demo[person])
    page = phone.open("/me/receipts?lang=sv")
    assert page.locator(".receipts li").count() > 30
    assert len(PAGES.findall(page.pdf(prefer_css_page_size=True))) <= 2
