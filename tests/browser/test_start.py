"""The first page on a small phone: it fits, it shuts nobody out, it needs no scripts."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

HEADING = "Welcome to your own page"


def test_the_first_page_fits_and_shuts_nobody_out(visit, accessible):
    page = visit().open("/")

    assert page.get_by_role("heading", level=1).inner_text() == HEADING
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    accessible(page)


def test_the_first_page_asks_no_other_place_for_anything(visit):
    phone = visit()
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(urlsplit(request.url).netloc))

    phone.open("/")

    assert set(asked) <= {urlsplit(phone.address).netloc, ""}


def test_the_language_turns_the_page_around_without_scripts(visit):
    page = visit(java_script_enabled=False).open("/")
    page.locator("main").get_by_role("button", name="العربية").tap()

    html = page.locator("html")
    expect(html).to_have_attribute("lang", "ar")
    expect(html).to_have_attribute("dir", "rtl")


def test_on_a_slow_phone_the_page_is_small_enough(visit):
    phone = visit()
    phone.open("/about/easy")
    phone.slow()
    page = phone.open("/")

    sum_of_all = "performance.getEntries().reduce((sum, one) => sum + (one.transferSize || 0), 0)"
    assert page.evaluate(sum_of_all) < 60_000
