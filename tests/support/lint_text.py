"""The part of the lint about texts: headings, title, language, ids, unfinished words."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tests.support.page import Page, words

UNFORMATTED = re.compile(r"%\(\w+\)[sdf]?|\{\{|\}\}|\{%|%\}|Undefined|&(?:amp|lt|gt|quot);")
TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z]+)*")
DIRECTIONS = ("ltr", "rtl", "auto")


def heading(page: Page) -> Iterator[str]:
    """One h1, and no level left out."""
    levels = [int(each.name[1]) for each in page.named("h1", "h2", "h3", "h4", "h5", "h6")]
    if levels.count(1) != 1 or not page.h1:
        yield f"{levels.count(1)} h1, not one with a text"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"h{after} comes right after h{before}"


def title(page: Page) -> Iterator[str]:
    """The title begins with what the page is about."""
    found = page.soup.title
    if found is None or not words(found).split(" – ")[0].strip(" –"):
        yield "the title says nothing about the page"


def language(page: Page) -> Iterator[str]:
    """The page says its language and direction, and so does whatever is in another one."""
    html = page.named("html")[0]
    if html.get("dir") not in ("ltr", "rtl") or not html.get("lang"):
        yield f"html lang={html.get('lang')!r} dir={html.get('dir')!r}"
    for element in page.having("lang"):
        if not TAG.fullmatch(str(element["lang"])):
            yield f"lang={element['lang']!r} on <{element.name}> is no language tag"
    for element in page.having("dir"):
        if element["dir"] not in DIRECTIONS:
            yield f"dir={element['dir']!r} on <{element.name}>"


def ids(page: Page) -> Iterator[str]:
    """An id is there once."""
    for name, number in Counter(str(each["id"]) for each in page.having("id")).items():
        if number > 1:
            yield f"{number} elements have the id {name!r}"
        if not name or " " in name:
            yield f"id {name!r}"


def finished(page: Page) -> Iterator[str]:
    """No text shows how it was made."""
    texts = [page.text]
    for attribute in ("title", "aria-label", "placeholder"):
        texts += [str(each[attribute]) for each in page.having(attribute)]
    for found in UNFORMATTED.findall(" ".join(texts)):
        yield f"unfinished text: {found!r}"
