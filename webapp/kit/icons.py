"""Icons from Lucide, inside the page: no request, no style attribute, silent to screen readers."""

import re
from functools import cache

import lucide
from markupsafe import Markup

_DROPPED = re.compile(
    r' (?:width|height|fill|stroke|stroke-width|stroke-linecap|stroke-linejoin)="[^"]*"'
)


@cache
def icon(name: str) -> Markup:
    """The icon as inline SVG. Raises ``lucide.IconDoesNotExist`` for an unknown name."""
    svg = lucide._render_icon(name, None)
    head, rest = svg.split(">", 1)
    head = _DROPPED.sub("", head)
    rest = re.sub(r">\s+<", "><", rest).strip()
    return Markup(f'{head} class="ico" aria-hidden="true">{rest}')  # noqa: S704
