"""What holds for every page, checked for each one that any test opens."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from bs4 import Tag
from flask import Flask
from html5lib import HTMLParser

from tests.support import lint_text
from tests.support.addresses import is_page, lacks
from tests.support.page import Page, words

HIDDEN = ("hidden", "submit", "button", "image", "reset")
TOKEN = re.compile(r"[\w.-]{30,}")
Problems = Iterator[str]
# Pages found to be right, without their tokens: the same page need not be read twice.
_right: set[tuple[str, str]] = set()


def lint(page: Page, app: Flask) -> None:
    """Fails with everything that is wrong with the page, or the fragment."""
    problems = [*_headers(page)]
    known = (page.path, TOKEN.sub("", page.html))
    if page.html and known not in _right:
        rules: tuple[Rule, ...] = PART + WHOLE if page.whole else PART
        problems += [problem for rule in rules for problem in rule(page)]
        problems += _addresses(page, app)
    assert not problems, f"{page} breaks the rules of every page:\n- " + "\n- ".join(problems)
    _right.add(known)


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


def _references(page: Page) -> Problems:
    known = {str(each["id"]) for each in page.having("id")}
    for attribute in ("aria-describedby", "aria-labelledby", "aria-controls", "for", "form"):
        for element in page.having(attribute):
            for target in str(element[attribute]).split() or [""]:
                if target not in known:
                    yield f"{attribute}={target!r} of <{element.name}> points nowhere"


def _labels(page: Page) -> Problems:
    labelled = {str(each["for"]) for each in page.named("label") if each.get("for")}
    for control in page.named("input", "select", "textarea"):
        if control.get("type") not in HIDDEN and not _labelled(control, labelled):
            yield f"no label: {str(control)[:120]}"
        if control.get("type") == "radio" and not _asked(control):
            yield f"no question for the choice: {str(control)[:120]}"


def _labelled(control: Tag, labelled: set[str]) -> bool:
    wrapped = control.find_parent("label")
    return bool(
        control.get("id") in labelled
        or control.get("aria-label")
        or control.get("aria-labelledby")
        or (wrapped is not None and words(wrapped))
    )


def _asked(radio: Tag) -> bool:
    group = radio.find_parent("fieldset") or radio.find_parent(attrs={"role": "radiogroup"})
    if group is None:
        return False
    return bool(group.find("legend") or group.get("aria-labelledby") or group.get("aria-label"))


def _names(page: Page) -> Problems:
    for element in page.named("button", "a", "summary", "option"):
        if not (words(element) or element.get("aria-label") or element.get("aria-labelledby")):
            yield f"without text: {str(element)[:120]}"
    for element in page.named("svg", "img"):
        said = {"aria-hidden", "aria-label", "alt"} & element.attrs.keys()
        if not said and element.find_parent(attrs={"role": "img", "aria-label": True}) is None:
            yield f"a picture neither named nor hidden: {str(element)[:80]}"


def _inline(page: Page) -> Problems:
    for element in page.named("script", "style"):
        if not element.get("src"):
            yield f"inline <{element.name}>, which the policy blocks"
    for attribute in page.attributes:
        if attribute == "style" or attribute.startswith(("on", "hx-on")):
            yield f"{attribute}= on {page.having(attribute)[0].name}, which the policy blocks"


def _plain(page: Page) -> Problems:
    """Without htmx the same must happen by a link or a form."""
    for name, method in (("hx-get", "get"), ("hx-post", "post")):
        for element in page.having(name):
            form = element if element.name == "form" else element.find_parent("form")
            link = method == "get" and element.name == "a" and element.get("href")
            if not link and (form is None or form.get("method") != method):
                yield f"{name}={element[name]!r} on <{element.name}> does nothing without htmx"


def _addresses(page: Page, app: Flask) -> Problems:
    for link in page.named("a", "link", "script", "img"):
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
    for form in page.named("form"):
        yield form, str(form.get("action", "")), str(form.get("method", "")).upper()
    for button in page.having("formaction"):
        yield button, str(button["formaction"]), "POST"
    for name, method in (("hx-get", "GET"), ("hx-post", "POST")):
        for element in page.having(name):
            yield element, str(element[name]), method


def _link_problem(page: Page, app: Flask, address: str) -> str | None:
    if address.startswith("#"):
        known = len(address) > 1 and page.soup.find(id=address[1:]) is not None
        return None if known else "no such place on the page"
    if urlsplit(address).scheme in ("tel", "mailto", "data"):
        return None
    if urlsplit(address).scheme == "javascript" or not address:
        return "works only with scripts"
    return lacks(app, page.resolve(address), "GET")


Rule = Callable[[Page], Problems]
PART: tuple[Rule, ...] = (lint_text.ids, lint_text.finished, _labels, _names, _inline, _plain)
WHOLE: tuple[Rule, ...] = (
    _html, lint_text.heading, lint_text.title, lint_text.language, _references,
)  # fmt: skip
