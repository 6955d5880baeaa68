"""A stored paper as it is shown: on a page, and as a file."""

import json
from dataclasses import dataclass
from typing import Any

from flask import Response, render_template, request

from webapp.domain.brief.paper import PaperView
from webapp.kit.languages import FIRST, Language, by_code, speaking
from webapp.kit.pdf import file
from webapp.kit.qr import picture
from webapp.kit.signed_in import settings


@dataclass(frozen=True)
class Sheet:
    """A stored paper, ready to be shown. A text stands once for each side, in its order."""

    sides: tuple[Language, ...]
    parts: list[dict[str, Any]]
    not_yet: str
    intact: bool


def sheet(paper: PaperView) -> Sheet:
    """What was stored, word for word."""
    found = json.loads(paper.content)
    known = by_code()
    sides = tuple(known.get(code, known[FIRST]) for code in found["sides"])
    return Sheet(sides, found["parts"], found["not_yet"], paper.intact)


def address_of(paper: PaperView) -> str:
    """The address that leads to this very version. It names nobody and needs a sign-in."""
    start = settings().public_address or request.host_url.rstrip("/")
    return f"{start}/p/{paper.ref}"


def shown(paper: PaperView) -> dict[str, Any]:
    """What ``shared/paper.html`` needs of a paper."""
    address = address_of(paper)
    return {
        "paper": paper,
        "sheet": sheet(paper),
        "qr": picture(address),
        "typed": address.split("://", 1)[1],
    }


def file_of(paper: PaperView) -> Response:
    """The paper as a PDF file, whose name says nothing about anybody. Raises ``NoPdf``."""
    found = shown(paper)
    with speaking(found["sheet"].sides[0].code):
        html = render_template("shared/paper_pdf.html", **found)
    return file(html, "paper")
