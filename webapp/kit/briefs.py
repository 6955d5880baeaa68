"""The brief as a page: the same values for the coach's page and for the participant's preview."""

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from webapp.domain.brief.prepare import Before
from webapp.kit import meanings
from webapp.kit.ratings import table

# Paragraphs that only hold links, then links anywhere, to pages of the coach's door.
LINKS_ONLY = re.compile(
    r'<p class="[^"]*\bscreen\b[^"]*">(?:\s*<a href="/coach/[^>]*>[^<]*</a>)+\s*</p>\n?'
    r'| ?<a class="screen" href="/coach/[^>]*>[^<]*</a>'
)
LINK = re.compile(r'<a href="/coach/[^>]*>(.*?)</a>', re.DOTALL)


@dataclass(frozen=True)
class Most:
    """How much of each kind has room on one page of paper; the plan has the rest."""

    news: int = 5
    goals: int = 3
    steps: int = 2
    tables: int = 3
    areas: int = 4
    lines: int = 3
    pairs: int = 2
    order: int = 4


MOST = Most()


def content(before: Before) -> dict[str, Any]:
    """What ``shared/brief.html`` needs, in the language of this request."""
    meanings.show(before.meanings, short=True)
    named = [one for one in before.brief.comparisons if not one.subject]
    return {
        "tables": [table(one) for one in named[: MOST.tables]],
        "most": MOST,
        **vars(before),
    }


def without_links(html: str) -> Markup:
    """The same content for somebody who cannot open the coach's pages: words instead of links."""
    return Markup(LINK.sub(r"\1", LINKS_ONLY.sub("", html)))  # noqa: S704
