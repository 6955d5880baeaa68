"""The paper for the meeting: made, printed, and taken back."""

from flask import Response, request

from webapp.domain.brief import paper as papers
from webapp.domain.brief.prepare import Before
from webapp.domain.errors import NotFound
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved
from webapp.kit.paper_pages import file_of, shown
from webapp.kit.papers import compose, meaning_of
from webapp.kit.pdf import NoPdf
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm
from webapp.participant.kit import shared_now


@blueprint.get("/meetings/next/paper")
def all_papers() -> Response:
    """What the paper is, a button to make one, and those made before."""
    found = papers.own_papers(reading(), participant_id=me().id)
    return page("participant/papers.html", here="home", papers=found, tap=TapForm())


@blueprint.post("/meetings/next/paper")
def make_paper() -> Response:
    """Makes a paper of what goes with now. It never changes afterwards."""
    before = shared_now()
    if before is None:
        raise NotFound
    content = _content(before)
    with writing() as db:
        receipt = papers.make_paper(
            db,
            actor=me().actor,
            participant_id=me().id,
            content=content,
            key=TapForm().once,
            now=now(),
        )
    return saved(receipt, f"/me/meetings/paper/{receipt.object_ref}")


@blueprint.get("/meetings/paper/<ref>")
def paper(ref: str) -> Response:
    """One paper, as it was made."""
    return _page(ref)


@blueprint.post("/meetings/paper/<ref>")
def take_paper_back(ref: str) -> Response:
    """Takes the paper back, so that nobody else can open it, or lets the coach again."""
    away = request.form.get("value") == "away"
    with writing() as db:
        receipt = papers.take_back(
            db, actor=me().actor, ref=ref, away=away, key=TapForm().once, now=now()
        )
    return saved(receipt, f"/me/meetings/paper/{ref}")


@blueprint.get("/meetings/paper/<ref>/paper.pdf")
def paper_file(ref: str) -> Response:
    """The same as a file; where none can be made, the page, which says so."""
    try:
        return file_of(papers.own_paper(reading(), participant_id=me().id, ref=ref))
    except NoPdf:
        return _page(ref, no_pdf=True)


def _page(ref: str, *, no_pdf: bool = False) -> Response:
    found = papers.own_paper(reading(), participant_id=me().id, ref=ref)
    address = f"/me/meetings/paper/{ref}"
    return page(
        "participant/paper.html",
        here="home",
        tap=TapForm(),
        no_pdf=no_pdf,
        pdf=f"{address}/paper.pdf",
        **shown(found),
    )


def _content(before: Before) -> str:
    return compose(before, meaning_of(before), now=now())
