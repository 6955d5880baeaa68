"""Pages as PDF files that a screen reader can read, where the machine has what it takes.

WeasyPrint needs Pango, which the machine may lack. Nothing is loaded before somebody asks for a
file, and nothing is ever fetched from the network.
"""

import re
from html import unescape
from typing import Any

from flask import Response, make_response

from webapp.kit.static import FOLDER
from webapp.kit.texts import direction

STYLE = "paper.css"
AUTO = re.compile(r'(<(\w+)[^>]*?) dir="auto"([^>]*>)(.*?)(?=</\2>)', re.DOTALL)
TAGS = re.compile(r"<[^>]*>")


class NoPdf(Exception):
    """This machine cannot make PDF files: the library, or what it stands on, is missing."""


def file(html: str, name: str) -> Response:
    """The page as a file, shown by the browser. ``name`` says nothing about anybody.

    Raises ``NoPdf``.
    """
    response = make_response(pdf(html), 200, {"Content-Type": "application/pdf"})
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def pdf(html: str) -> bytes:
    """The page as a tagged PDF. Raises ``NoPdf``."""
    try:
        import weasyprint  # takes seconds and much memory, and few ask for it
    except (ImportError, OSError) as error:
        raise NoPdf from error
    style = weasyprint.CSS(string=(FOLDER / STYLE).read_text("utf-8"), url_fetcher=_refuse)
    page = weasyprint.HTML(string=directed(html), url_fetcher=_refuse)
    made: bytes = page.write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1")
    return made


def directed(html: str) -> str:
    """The page with the way each text runs written out, as the library knows no ``dir="auto"``."""
    return AUTO.sub(_direct, html)


def _direct(found: re.Match[str]) -> str:
    start, _, end, inner = found.groups()
    return f'{start} dir="{direction(unescape(TAGS.sub("", inner)))}"{end}{inner}'


def _refuse(url: str, *_more: Any, **_named: Any) -> Any:
    raise ValueError(f"a paper fetches nothing, not even {url}")
