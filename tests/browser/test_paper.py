"""On paper: the brief is one page, the paper to take along and a whole plan two at most."""

import io
import re

import pypdf
import pytest

from tests.browser.conftest import DESK
from tests.browser.demo import signed_in
from tests.participant.test_paper import can_make_files
from tests.support.databases import missing

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
    people = [link.get_attribute("href") for link in links.all()]
    assert len(people) >= 2
    for person in people:
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


SMALLEST = """() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const sizes = [];
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() && around.checkVisibility() && !around.closest(".hide"))
      sizes.push(parseFloat(getComputedStyle(around).fontSize) * 72 / 96);
  }
  return Math.min(...sizes);
}"""


@pytest.mark.parametrize(
    ("person", "language"),
    [("Hodan", "sv@easy"), ("Yusuf", "ar"), ("Lena", "sv@easy"), ("Oleh", "sv")],
)
def test_a_whole_plan_is_two_pages_at_most_and_can_be_read(visit, demo, person, language):
    phone = signed_in(visit(DESK), demo[person])
    page = phone.open("/me/plan/agreed")
    frozen = page.locator("main a[href^='/me/plan/agreed/']:not([href$=new])").first
    for plan in (frozen.get_attribute("href"), "/me/plan/whole"):
        page = phone.open(f"{plan}?lang={language}")
        page.emulate_media(media="print")
        assert page.evaluate(SMALLEST) >= 10.5, plan
        assert len(PAGES.findall(page.pdf(prefer_css_page_size=True))) <= 2, plan


def test_the_file_of_a_whole_plan_has_as_few_pages(visit, demo):
    if not can_make_files():
        missing("Pango for WeasyPrint (apt-get install libpangoft2-1.0-0)", "REQUIRE_PDF")
    phone = signed_in(visit(DESK), demo["Hodan"])
    page = phone.open("/me/plan/agreed")
    plan = page.locator("main a[href^='/me/plan/agreed/']:not([href$=new])").first
    file = phone.context.request.get(f"{phone.address}{plan.get_attribute('href')}/plan.pdf")
    assert len(pypdf.PdfReader(io.BytesIO(file.body())).pages) <= 2
