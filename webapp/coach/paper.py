"""The paper for the meeting, in the person's language and in Swedish."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import TapForm
from webapp.coach.record import opened
from webapp.domain.brief import paper as papers
from webapp.domain.brief.paper import PaperView
from webapp.domain.brief.prepare import prepare
from webapp.domain.sharing.gate import OpenedRecord
from webapp.kit.clock import now
from webapp.kit.database import reading
from webapp.kit.pages import go, page, saved
from webapp.kit.paper_pages import file_of, shown
from webapp.kit.papers import compose, meaning_of
from webapp.kit.pdf import NoPdf
from webapp.kit.signed_in import me


@blueprint.get("/paper/<paper>")
def find_paper(paper: str) -> Response:
    """From the square on a paper to the page of that very version."""
    person = papers.person_of_paper(reading(), staff_id=me().id, ref=paper)
    return go(f"/coach/{person}/paper/{paper}")


@blueprint.get("/<ref>/paper")
def all_papers(ref: str) -> Response:
    """A button to make a paper, and those made before."""
    with opened(ref, "paper") as (db, record):
        found = papers.shared_papers(db, record)
    return page("coach/papers.html", here="person", record=record, papers=found, form=TapForm())


@blueprint.post("/<ref>/paper")
def make_paper(ref: str) -> Response:
    """Makes a paper of what the participant takes along now. It never changes afterwards."""
    with opened(ref, "paper_made") as (db, record):
        before = prepare(db, record, now=now())
        content = compose(before, meaning_of(before), now=now())
        receipt = papers.make_paper(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            content=content,
            key=TapForm().once,
            now=now(),
        )
    return saved(receipt, f"/coach/{ref}/paper/{receipt.object_ref}")


@blueprint.get("/<ref>/paper/<paper>")
def paper(ref: str, paper: str) -> Response:
    """One paper, as it was made, unless the participant has taken it back."""
    return _page(*_read(ref, paper))


@blueprint.get("/<ref>/paper/<paper>/paper.pdf")
def paper_file(ref: str, paper: str) -> Response:
    """The same as a file; where none can be made, the page, which says so."""
    record, found = _read(ref, paper)
    try:
        return file_of(found)
    except NoPdf:
        return _page(record, found, no_pdf=True)


def _read(ref: str, paper: str) -> tuple[OpenedRecord, PaperView]:
    with opened(ref, "paper") as (db, record):
        return record, papers.shared_paper(db, record, paper)


def _page(record: OpenedRecord, found: PaperView, *, no_pdf: bool = False) -> Response:
    address = f"/coach/{record.ref}/paper/{found.ref}/paper.pdf"
    return page(
        "coach/paper.html",
        here="person",
        record=record,
        no_pdf=no_pdf,
        pdf=address,
        **shown(found),
    )
