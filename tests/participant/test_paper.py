"""The paper: two languages side by side, frozen, with a square that leads to that very version."""

import io
import json
import sys
from datetime import timedelta
from typing import Any

import pypdf
import pytest

from tests.support import record
from tests.support.clock import MONDAY
from tests.support.databases import missing
from tests.support.page import words
from tests.support.people import participant
from webapp.domain.agreement.rules import Wording
from webapp.domain.brief import paper as papers
from webapp.domain.brief.model import Paper
from webapp.domain.goals import service as goals
from webapp.domain.meetings import service as meetings
from webapp.kit import pdf as files
from webapp.kit.qr import picture

MAKE = "/me/meetings/next/paper"


@pytest.fixture
def samir(store, amina):
    """Samir reads and writes Arabic, and meets Amina on Wednesday."""
    person = participant(store, amina, "Samir", language="ar")
    record.book(store, amina, person, MONDAY + timedelta(days=2))
    record.wish(store, person, "أريد أن أتحدث عن السكن")
    return person


def make(phone):
    """Makes a paper, and gives its page."""
    phone.get(MAKE)
    return phone.form(MAKE).send()


def refs(store, person):
    """The names of the person's papers, newest first."""
    return [one.ref for one in store.ask(papers.own_papers, participant_id=person.id)]


def test_two_languages_stand_side_by_side_each_in_its_direction(store, quickly, samir):
    store.do(
        goals.set_goal,
        actor=samir.actor,
        participant_id=samir.id,
        wording=Wording("x", "ar", card="kitchen"),
        shared=True,
    )
    page = make(quickly(samir))
    table = page.one(".twin")
    assert table["dir"] == "rtl"
    heads = [(each["lang"], each["dir"]) for each in table.select("thead th div")]
    assert heads == [("ar", "rtl"), ("sv", "ltr")]
    for row in table.select(".title"):
        assert [each["lang"] for each in row.select("th p")] == ["ar", "sv"]
    text = words(table)
    assert "Jag vill jobba i ett kök" in text
    assert "I want to work in a kitchen" not in text
    own = table.select(".said")[0]
    assert (own["lang"], own["dir"]) == ("ar", "rtl")
    assert words(own) == "أريد أن أتحدث عن السكن"
    assert text.count("أريد أن أتحدث عن السكن") == 1
    assert table.select("td + td .rule")


def test_swedish_has_one_column(store, quickly, amina):
    person = participant(store, amina, "Lena", language="sv@easy")
    store.do(meetings.wish, actor=person.actor, text="Bussen", lang="sv")
    page = make(quickly(person))
    assert not page.all(".twin thead")
    assert {len(row.select("th")) for row in page.all(".twin .title")} == {1}
    assert "Bussen" in page.main


def test_a_paper_never_changes(store, quickly, phone, hodan):
    record.wish(store, hodan, "The bus")
    before = make(phone)
    record.wish(store, hodan, "Something else")
    (ref,) = refs(store, hodan)
    again = phone.get(f"/me/meetings/paper/{ref}")
    assert [words(each) for each in again.all(".twin")] == [
        words(each) for each in before.all(".twin")
    ]
    assert "Something else" not in again.main
    assert make(phone).main.count("Something else") == 1
    assert len(refs(store, hodan)) == 2


def test_a_changed_paper_says_so(store, phone, hodan):
    make(phone)
    (ref,) = refs(store, hodan)
    with store.writing() as session:
        row = session.query(Paper).one()
        row.content = json.dumps({**json.loads(row.content), "not_yet": "Forged"})
    assert "Do not trust it" in phone.get(f"/me/meetings/paper/{ref}").main


def test_the_square_names_nobody_and_asks_who_you_are(
    app, store, browser, quickly, desk, phone, hodan, monkeypatch
):
    drawn: list[str] = []

    def draw(text):
        drawn.append(text)
        return picture(text)

    monkeypatch.setattr("webapp.kit.paper_pages.picture", draw)
    make(phone)
    (ref,) = refs(store, hodan)
    assert set(drawn) == {f"http://localhost/p/{ref}"}
    assert hodan.ref not in drawn[0]
    asked = browser.get(f"/p/{ref}")
    assert "Hodan" not in asked.html
    assert phone.get(f"/p/{ref}").path == f"/me/meetings/paper/{ref}"
    assert desk.get(f"/p/{ref}").path == f"/coach/{hodan.ref}/paper/{ref}"


def test_strangers_get_nothing(store, quickly, phone, hodan, yusuf, per):
    make(phone)
    (ref,) = refs(store, hodan)
    other = quickly(yusuf)
    for address in (f"/me/meetings/paper/{ref}", f"/me/meetings/paper/{ref}/paper.pdf"):
        other.get(address, status=404)
    stranger = quickly(per)
    for address in (f"/coach/paper/{ref}", f"/coach/{hodan.ref}/paper/{ref}", f"/p/{ref}"):
        stranger.get(address, status=404)


def test_taken_back_it_is_only_mine_and_can_be_given_again(store, phone, desk, hodan):
    make(phone)
    (ref,) = refs(store, hodan)
    theirs = f"/coach/{hodan.ref}/paper/{ref}"
    assert desk.get(theirs).status == 200
    phone.get(f"/me/meetings/paper/{ref}")
    phone.form("take").send("Take it back")
    for address in (theirs, f"{theirs}/paper.pdf", f"/coach/paper/{ref}"):
        desk.get(address, status=404)
    assert ref not in desk.get(f"/coach/{hodan.ref}/paper").html
    phone.get(f"/me/meetings/paper/{ref}")
    phone.form("take").send("Let my coach open it again")
    assert desk.get(theirs).status == 200


def test_the_next_coach_does_not_get_what_was_handed_to_the_last(store, phone, quickly, hodan, per):
    from webapp.domain.people.service import assign

    make(phone)
    (ref,) = refs(store, hodan)
    store.at = store.now + timedelta(minutes=1)
    store.do(assign, participant_id=hodan.id, staff_id=per.id)
    quickly(per).get(f"/coach/{hodan.ref}/paper/{ref}", status=404)


def test_a_goal_unshared_later_stays_on_the_paper_and_a_draft_never_comes(
    store, phone, desk, hodan
):
    record.set_goal(store, hodan, "Zebra draft", shared=False)
    shared = record.set_goal(store, hodan, "The kitchen")
    make(phone)
    (ref,) = refs(store, hodan)
    store.do(goals.share_goal, actor=hodan.actor, ref=shared, shared=False)
    page = desk.get(f"/coach/{hodan.ref}/paper/{ref}")
    assert "The kitchen" in page.main
    assert "Zebra" not in page.html


def test_the_coach_makes_one_in_the_persons_language(store, desk, phone, quickly, samir):
    desk.get(f"/coach/{samir.ref}/paper")
    page = desk.form("paper").send()
    assert page.one(".twin")["dir"] == "rtl"
    log = quickly(samir).get("/me/log?lang=en").main
    assert "Made a paper for your meeting." in log


# --- the file ----------------------------------------------------------------------------------


def test_nothing_of_the_library_is_loaded_before_somebody_asks(app):
    import subprocess

    code = "import webapp.app, sys; print([m for m in sys.modules if 'weasyprint' in m])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_the_file_is_tagged_and_says_its_language_and_title(store, quickly, samir):
    if not can_make_files():
        missing("Pango for WeasyPrint (apt-get install libpangoft2-1.0-0)", "REQUIRE_PDF")
    phone = quickly(samir)
    make(phone)
    (ref,) = refs(store, samir)
    page = phone.get(f"/me/meetings/paper/{ref}/paper.pdf")
    assert page.headers["Content-Type"] == "application/pdf"
    assert page.headers["Content-Disposition"] == 'inline; filename="paper.pdf"'
    assert page.body.startswith(b"%PDF")
    file = pypdf.PdfReader(io.BytesIO(page.body))
    root: Any = file.trailer["/Root"].get_object()
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "ar"
    assert file.metadata is not None
    assert file.metadata.title
    assert len(file.pages) <= 2
    text = " ".join(page.extract_text() for page in file.pages)
    assert "أريد أن أتحدث عن السكن" in text


def can_make_files() -> bool:
    """Whether this machine has what a file needs."""
    try:
        files.pdf("<html lang=sv><title>x</title><body><p>x</p></body></html>")
    except files.NoPdf:
        return False
    return True


def test_without_the_library_the_page_stands_and_says_so(store, phone, desk, hodan, monkeypatch):
    make(phone)
    (ref,) = refs(store, hodan)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    for browser, start in ((phone, "/me/meetings"), (desk, f"/coach/{hodan.ref}")):
        page = browser.get(f"{start}/paper/{ref}/paper.pdf")
        assert "you can print this page" in page.main
        assert page.all(".twin")


def test_a_file_fetches_nothing():
    with pytest.raises(ValueError, match="fetches nothing"):
        files._refuse("https://example.org/x.png")
