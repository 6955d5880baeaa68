"""A frozen plan as a file that can be taken along: the same as the page, for both doors."""

import io
import sys
from typing import Any

import pypdf
import pytest

from tests.participant.test_paper import can_make_files
from tests.support.agreement import freeze
from tests.support.coordination import write
from tests.support.databases import missing
from tests.support.people import participant
from tests.support.record import set_goal
from webapp.domain.audit.log import log
from webapp.domain.goals import service as goals
from webapp.kit.pdf import directed

GOAL = "أريد أن أعمل في مطبخ"


@pytest.fixture
def samir(store, amina):
    """Samir reads and writes Arabic."""
    return participant(store, amina, "Samir", language="ar")


@pytest.fixture
def files():
    """The machine can make files."""
    if not can_make_files():
        missing("Pango for WeasyPrint (apt-get install libpangoft2-1.0-0)", "REQUIRE_PDF")


def opened(page) -> tuple[pypdf.PdfReader, str]:
    """The file of an answer, and its text."""
    assert page.headers["Content-Type"] == "application/pdf"
    assert page.headers["Content-Disposition"] == 'inline; filename="plan.pdf"'
    file = pypdf.PdfReader(io.BytesIO(page.body))
    return file, " ".join(each.extract_text() for each in file.pages)


def test_the_file_is_tagged_and_in_the_readers_language(store, quickly, amina, samir, files):
    goal = set_goal(store, samir, GOAL)
    write(store, samir, "need", "Glasses", by=amina)
    write(store, samir, "measure", "Three days a week", about=("goal", goal))
    ref = freeze(store, samir)
    phone = quickly(samir)
    phone.get(f"/me/plan/agreed/{ref}")
    file, text = opened(phone.follow(f"/me/plan/agreed/{ref}/plan.pdf"))
    root: Any = file.trailer["/Root"].get_object()
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "ar"
    assert file.metadata is not None
    assert file.metadata.title
    for words in (GOAL, "Glasses", "Three days a week", "Samir"):
        assert words in text, words


def test_the_coach_takes_the_same_along_and_it_stands_in_the_log(
    store, desk, amina, hodan, goal, files
):
    ref = freeze(store, hodan)
    desk.get(f"/coach/{hodan.ref}/plan/agreed/{ref}")
    before = len(store.ask(log, participant_id=hodan.id))
    _, text = opened(desk.follow(f"/coach/{hodan.ref}/plan/agreed/{ref}/plan.pdf"))
    assert "I want to work in a kitchen" in text
    newest, *rest = store.ask(log, participant_id=hodan.id)
    assert (newest.name, newest.what, len(rest)) == ("Amina", "plan", before)


def test_what_is_taken_back_later_is_in_the_persons_file_alone(
    store, phone, desk, hodan, goal, files
):
    ref = freeze(store, hodan)
    store.do(goals.share_goal, actor=hodan.actor, ref=goal, shared=False)
    _, mine = opened(phone.get(f"/me/plan/agreed/{ref}/plan.pdf"))
    _, theirs = opened(desk.get(f"/coach/{hodan.ref}/plan/agreed/{ref}/plan.pdf"))
    assert "kitchen" in mine
    assert "kitchen" not in theirs
    assert "no longer shares a part of this plan" in theirs


def test_a_plan_of_somebody_else_has_no_file(store, quickly, hodan, yusuf, per, goal):
    ref = freeze(store, hodan)
    quickly(yusuf).get(f"/me/plan/agreed/{ref}/plan.pdf", status=404)
    quickly(per).get(f"/coach/{hodan.ref}/plan/agreed/{ref}/plan.pdf", status=404)


def test_without_the_library_the_page_stands_and_says_so(
    store, phone, desk, hodan, goal, monkeypatch
):
    ref = freeze(store, hodan)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    for browser, start in ((phone, "/me"), (desk, f"/coach/{hodan.ref}")):
        page = browser.get(f"{start}/plan/agreed/{ref}/plan.pdf")
        assert "you can print this page" in page.main
        assert "I want to work in a kitchen" in page.main
        assert page.all("main a[href$='plan.pdf']")


@pytest.fixture
def goal(store, hodan) -> str:
    """A shared goal."""
    return set_goal(store, hodan, "I want to work in a kitchen")


def test_each_text_in_a_file_runs_its_own_way():
    page = (
        f'<bdi lang="ar" dir="auto" translate="no">{GOAL}</bdi>'
        '<p class="own" dir="auto">1. I <b>bake</b></p><p dir="auto"><i>&#1571;</i> x</p>'
    )
    assert directed(page) == (
        f'<bdi lang="ar" dir="rtl" translate="no">{GOAL}</bdi>'
        '<p class="own" dir="ltr">1. I <b>bake</b></p><p dir="rtl"><i>&#1571;</i> x</p>'
    )
