"""Every page of the demo in every language: looked at by axe, measured, and put on one sheet."""

import html
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESK
from tests.browser.demo import signed_in
from webapp.kit.languages import languages

RESULTS = Path(__file__).parents[2] / "test-results"
ANYBODY = (
    "/", "/enter", "/staff/sign-in", "/i/UNKNOWN", "/no-such-page",
    "/about/easy", "/about/privacy", "/about/accessibility",
)  # fmt: skip
PARTICIPANT = (
    "/me", "/me/goals", "/me/goals/new", "/me/goals/new/kitchen", "/me/goals/new/own", "/me/plan",
    "/me/surveys", "/me/surveys/egen", "/me/surveys/egen/1", "/me/surveys/egen/9",
    "/me/surveys/egen/finish", "/me/ratings", "/me/ratings/stod", "/me/meetings/next", "/me/log",
    "/me/receipts", "/me/settings", "/me/surveys/steg", "/me/surveys/steg/1",
    "/me/surveys/steg/finish", "/me/surveys/rost", "/me/ratings/steg", "/me/path", "/me/min",
    "/me/profile", "/me/profile/1", "/me/profile/employer", "/me/big-goal", "/me/steps",
    "/me/plan/whole", "/me/plan/agreed", "/me/plan/agreed/new", "/me/plan/important",
    "/me/plan/needs", "/me/plan/myself", "/me/plan/follow-up", "/me/words", "/me/sharing",
    "/me/sharing/new", "/me/meetings", "/me/meetings/next/kit", "/me/meetings/next/brief",
    "/me/meetings/next/paper", "/me/hand-over", "/me/log/1",
)  # fmt: skip
TRAINEE = (
    "/me/training", "/me/training/week", "/me/training/wishes", "/me/training/energy",
    "/me/training/why", "/me/ratings", "/me/plan",
)  # fmt: skip
COACH = (
    "/coach", "/coach/invite", "/coach/obstacles", "/coach/obstacles/new", "/coach/questions/hori",
)  # fmt: skip
PERSON = (
    "", "/brief", "/plan", "/meetings/new", "/card", "/card/new", "/ratings", "/surveys/steg",
    "/path", "/outcome", "/activities", "/activities/new", "/training", "/plan/whole",
    "/plan/agreed", "/plan/agreed/new", "/words", "/sharing", "/receipt", "/hand-over", "/paper",
)  # fmt: skip
LEADER = (
    "/insight", "/insight/instruments", "/insight/instruments/steg",
    "/insight/instruments/steg/preview", "/insight/questions/till",
    "/insight/questions/till/result",
)  # fmt: skip
MEETING = "main .more a[href*='/meetings/']"
CODES = tuple(language.code for language in languages())

pytestmark = pytest.mark.matrix


def measured(page: Page, wide: bool) -> None:
    """No sideways scrolling, and on a phone the heading, or what is said before it, is seen."""
    sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(sideways) <= 0, f"{page.url} can be scrolled sideways"
    top = page.evaluate("document.querySelector('main .notice, h1').getBoundingClientRect().top")
    assert wide or top <= 150, f"the heading of {page.url} begins at {top} px"


def sheet(name: str, shots: list[tuple[str, Path]]) -> None:
    """One page with all pictures, to be looked at by a person."""
    figures = "".join(
        f'<figure><img src="{shot.name}" width="240"><figcaption>{html.escape(path)}</figcaption>'
        "</figure>"
        for path, shot in shots
    )
    style = "<style>body{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0}</style>"
    (RESULTS / f"{name}.html").write_text(f"<!doctype html>{style}{figures}")


def walk(visitor, name: str, paths: tuple[str, ...], language: str, accessible, *, wide: bool):
    RESULTS.mkdir(exist_ok=True)
    shots = []
    for number, path in enumerate(paths):
        page = visitor.open(f"{path}{'&' if '?' in path else '?'}lang={language}")
        measured(page, wide)
        accessible(page)
        shot = RESULTS / f"{name}-{number:02}.png"
        page.screenshot(path=shot, full_page=True)
        shots.append((path, shot))
    sheet(name, shots)


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("wide", [False, True], ids=["phone", "desk"])
def test_every_page(visit, demo, accessible, language, wide):
    kind = DESK if wide else None
    size = "desk" if wide else "phone"
    tag = f"{language.replace('@', '-')}-{size}"
    walk(visit(kind), f"{tag}-anybody", ANYBODY, language, accessible, wide=wide)
    yusuf = signed_in(visit(kind), demo["Yusuf"])
    goal = yusuf.open("/me/goals").locator("main h2 a").first.get_attribute("href")
    line = f"{goal.replace('goals', 'plan')}"
    own: tuple[str, ...] = (
        *PARTICIPANT,
        goal,
        f"{goal}/edit",
        f"{goal}/steps/new",
        line,
        f"{line}/history",
    )
    yusuf.open("/me")
    own += tuple(link.get_attribute("href") for link in yusuf.page.locator(MEETING).all()[:2])
    walk(yusuf, f"{tag}-participant", own, language, accessible, wide=wide)
    amina = signed_in(visit(kind), demo["Amina"])
    person = amina.open("/coach").locator(".people a", has_text="Yusuf")
    record = person.get_attribute("href")
    paths = (*COACH, *(f"{record}{path}" for path in PERSON))
    walk(amina, f"{tag}-coach", paths, language, accessible, wide=wide)
    oleh = signed_in(visit(kind), demo["Oleh"])
    walk(oleh, f"{tag}-trainee", TRAINEE, language, accessible, wide=wide)
    eva = signed_in(visit(kind), demo["Eva"])
    shared = eva.open("/team").locator("main a").first.get_attribute("href")
    walk(eva, f"{tag}-partner", ("/team", shared), language, accessible, wide=wide)
    karin = signed_in(visit(kind), demo["Karin"])
    walk(karin, f"{tag}-leader", LEADER, language, accessible, wide=wide)
