"""What holds for every page, checked for each one that any test opens."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from urllib.parse import urlsplit

from bs4 import Tag
from flask import Flask
from html5lib import HTMLParser

from tests.support.addresses import is_page, lacks
from tests.support.page import Page, words

HIDDEN = ("hidden", "submit", "button", "image", "reset")
UNFORMATTED = re.compile(r"%\(\w+\)[sdf]?|\{\{|\}\}|\{%|%\}|Undefined|&(?:amp|lt|gt|quot);")
DIRECTIONS = ("ltr", "rtl")
Problems = Iterator[str]


def lint(page: Page, app: Flask) -> None:
    """Fails with everything that is wrong with the page, or the fragment."""
    rules = [*ANSWER, *((*PART, *WHOLE) if page.whole else PART if page.html else ())]
    problems = [problem for rule in rules for problem in rule(page)]
    problems += _addresses(page, app) if page.html else ()
    assert not problems, f"{page} breaks the rules of every page:\n- " + "\n- ".join(problems)


def _headers(page: Page) -> Problems:
    policy = page.headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "unsafe" in policy:
        yield f"content security policy is {policy!r}"
    kept = page.headers.get("Cache-Control", "")
    if kept != "no-store" and is_page(page.path):
        yield f"Cache-Control is {kept!r}, so that it may be kept on a shared phone"
    if page.headers.get("X-Content-Type-Options") != "nosniff":
        yield "X-Content-Type-Options is missing"


def _html(page: Page) -> Problems:
    parser = HTMLParser()
    parser.parse(page.html)
    for (line, _column), code, details in parser.errors[:5]:
        yield f"invalid HTML in line {line}: {code} {details}"


def _heading(page: Page) -> Problems:
    headings = page.all("h1")
    if len(headings) != 1 or not words(headings[0]):
        yield f"{len(headings)} h1, not one with a text"
    levels = [int(each.name[1]) for each in page.all("h1, h2, h3, h4, h5, h6")]
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"h{after} comes right after h{before}"


def _title(page: Page) -> Problems:
    titles = page.all("head title")
    if len(titles) != 1 or not words(titles[0]).split(" – ")[0].strip(" –"):
        yield f"the title says nothing about the page: {[*map(words, titles)]}"


def _language(page: Page) -> Problems:
    html = page.one("html")
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]+)*", str(html.get("lang", ""))):
        yield f"html lang is {html.get('lang')!r}"
    if html.get("dir") not in DIRECTIONS:
        yield f"html dir is {html.get('dir')!r}"


def _ids(page: Page) -> Problems:
    for name, number in Counter(str(each["id"]) for each in page.all("[id]")).items():
        if number > 1:
            yield f"{number} elements have the id {name!r}"
        if not name or " " in name:
            yield f"id {name!r}"


def _references(page: Page) -> Problems:
    known = {str(each["id"]) for each in page.all("[id]")}
    for attribute in ("aria-describedby", "aria-labelledby", "aria-controls", "for", "form"):
        for element in page.all(f"[{attribute}]"):
            for target in str(element[attribute]).split() or [""]:
                if target not in known:
                    yield f"{attribute}={target!r} of <{element.name}> points nowhere"


def _labels(page: Page) -> Problems:
    labelled = {str(each["for"]) for each in page.all("label[for]") if words(each)}
    for control in page.all("input, select, textarea"):
        if control.get("type") not in HIDDEN and not _labelled(control, labelled):
            yield f"no label: {str(control)[:120]}"
    for radio in page.all("input[type=radio]"):
        group = radio.find_parent("fieldset") or radio.find_parent(attrs={"role": "radiogroup"})
        legend = group.select_one("legend") if group else None
        if group is None or not (legend or group.get("aria-labelledby") or group.get("aria-label")):
            yield f"no question for the choice: {str(radio)[:120]}"


def _labelled(control: Tag, labelled: set[str]) -> bool:
    wrapped = control.find_parent("label")
    return bool(
        control.get("id") in labelled
        or control.get("aria-label")
        or control.get("aria-labelledby")
        or (wrapped is not None and words(wrapped))
    )


def _names(page: Page) -> Problems:
    for element in page.all("button, a[href], summary"):
        named = words(element) or element.get("aria-label") or element.get("aria-labelledby")
        if not named:
            yield f"without text: {str(element)[:120]}"
    for element in page.all("svg:not([aria-hidden]):not([aria-label]), img:not([alt])"):
        yield f"a picture neither named nor hidden: {str(element)[:80]}"


def _inline(page: Page) -> Problems:
    for script in page.all("script:not([src]), style"):
        yield f"inline <{script.name}>, which the policy blocks"
    for element in page.all("*"):
        for attribute in element.attrs:
            if attribute == "style" or attribute.startswith(("on", "hx-on")):
                yield f"{attribute}= on <{element.name}>, which the policy blocks"


def _text(page: Page) -> Problems:
    texts = [page.text, *(str(each.get("title", "")) for each in page.all("[title]"))]
    texts += [str(each["aria-label"]) for each in page.all("[aria-label]")]
    for found in UNFORMATTED.findall(" ".join(texts)):
        yield f"unfinished text: {found!r}"


def _addresses(page: Page, app: Flask) -> Problems:
    for link in page.all("a[href], link[href], script[src], img[src]"):
        address = str(link.get("href") or link.get("src") or "")
        if problem := _link_problem(page, app, address):
            yield f"<{link.name}> to {address!r}: {problem}"
    for element, address, method in _requests(page):
        if method not in ("GET", "POST"):
            yield f"a form with the method {method!r}: {str(element)[:120]}"
        elif problem := lacks(app, page.resolve(address or page.address), method):
            yield f"<{element.name}> sends to {address!r}: {problem}"


def _requests(page: Page) -> Iterator[tuple[Tag, str, str]]:
    """Whatever sends something: the element, the address and the method."""
    for form in page.all("form"):
        method = str(form.get("method", "")).upper()
        yield form, str(form.get("action", "")), method
        for button in form.select("[formaction]"):
            yield button, str(button["formaction"]), method
    for name, method in (("hx-get", "GET"), ("hx-post", "POST")):
        for element in page.all(f"[{name}]"):
            yield element, str(element[name]), method


def _link_problem(page: Page, app: Flask, address: str) -> str | None:
    if address.startswith("#"):
        known = page.soup.find(id=address[1:]) is not None
        return None if known and len(address) > 1 else "no such place on the page"
    if urlsplit(address).scheme in ("tel", "mailto", "data"):
        return None
    if urlsplit(address).scheme == "javascript" or not address:
        return "works only with scripts"
    return lacks(app, page.resolve(address), "GET")


Rule = Callable[[Page], Problems]
ANSWER: tuple[Rule, ...] = (_headers,)
PART: tuple[Rule, ...] = (_ids, _labels, _names, _inline, _text)
WHOLE: tuple[Rule, ...] = (_html, _heading, _title, _language, _references)
