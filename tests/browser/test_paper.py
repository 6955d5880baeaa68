"""On paper: the brief of everybody in the demo is one page, however much there is to tell."""

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
