"""Pages as PDF files that a screen reader can read, where the machine has what it takes.

WeasyPrint is an extra (``pip install min-vag[pdf]``) and needs Pango. Nothing is loaded before
somebody asks for a file, and nothing is ever fetched from the network.
"""

from typing import Any

from webapp.kit.static import FOLDER

STYLE = "paper.css"


class NoPdf(Exception):
    """This machine cannot make PDF files: the library, or what it stands on, is missing."""


def pdf(html: str) -> bytes:
    """The page as a tagged PDF. Raises ``NoPdf``."""
    try:
        import weasyprint  # takes seconds and much memory, and few ask for it
    except (ImportError, OSError) as error:
        raise NoPdf from error
    style = weasyprint.CSS(string=(FOLDER / STYLE).read_text("utf-8"), url_fetcher=_refuse)
    page = weasyprint.HTML(string=html, url_fetcher=_refuse)
    made: bytes = page.write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1")
    return made


def _refuse(url: str, *_more: Any, **_named: Any) -> Any:
    raise ValueError(f"a paper fetches nothing, not even {url}")
