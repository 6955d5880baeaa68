"""Arabic with numbers and addresses inside, measured letter by letter in a real browser."""

import pytest

from tests.browser.conftest import DESK
from tests.support.people import participant, staff
from tests.support.record import set_goal, wish

EMAIL, PHONE, DAY = "yusuf.ali+jobb@example.org", "070-123 45 67", "2026-11-27"
WORDS = f"راسلني على {EMAIL} أو اتصل بي على {PHONE} قبل {DAY} من فضلك."
# Where the letters of a text stand: every one of them to the right of the one before.
ORDER = """(text) => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let seen = 0, wrong = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let from = node.data.indexOf(text); from >= 0; from = node.data.indexOf(text, from + 1)) {
      seen += 1;
      let before = null;
      for (let n = from; n < from + text.length; n += 1) {
        const range = document.createRange();
        range.setStart(node, n);
        range.setEnd(node, n + 1);
        const { x, y, width } = range.getBoundingClientRect();
        if (width && before && Math.abs(before.y - y) < 4 && x < before.x) { wrong.push(n - from); }
        before = width ? { x, y } : before;
      }
    }
  }
  return [seen, wrong];
}"""


@pytest.mark.parametrize("language", ["ar", "sv"])
def test_addresses_and_numbers_read_from_left_to_right(visit, store, language):
    amina = staff(store, "Amina", organisation="Nordby kommun")
    yusuf = participant(store, amina, "يوسف", language="ar")
    goal = set_goal(store, yusuf, WORDS)
    wish(store, yusuf, WORDS)
    phone, desk = visit(), visit(DESK)
    phone.enter(yusuf)
    desk.enter_as_staff(amina)
    pages = [
        (phone, f"/me/goals/{goal}"), (phone, "/me/meetings/next"), (phone, "/me/plan"),
        (desk, f"/coach/{yusuf.ref}/brief"), (desk, f"/coach/{yusuf.ref}/plan"),
        (desk, f"/coach/{yusuf.ref}/words"),
    ]  # fmt: skip
    for who, place in pages:
        page = who.open(f"{place}?lang={language}")
        for text in (EMAIL, PHONE, DAY):
            seen, wrong = page.evaluate(ORDER, text)
            assert seen, (place, text)
            assert wrong == [], (place, text)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, place


def test_an_arabic_name_stays_in_its_place_in_a_swedish_sentence(visit, store):
    amina = staff(store, "Amina", organisation="Nordby kommun")
    yusuf = participant(store, amina, "يوسف", language="ar")
    desk = visit(DESK)
    desk.enter_as_staff(amina)
    page = desk.open(f"/coach/{yusuf.ref}/plan?lang=sv")
    heading = page.locator("h1")
    assert "\u2068يوسف\u2069" in heading.inner_text()
    for place in ("", "/brief", "/words", "/card/new", "/outcome", "/activities", "/training"):
        assert (
            "يوسف" in desk.open(f"/coach/{yusuf.ref}{place}?lang=sv").locator("main").inner_text()
        )
