"""Sharing on a phone: the questions one after the other, as somebody answers them in a test."""

from typing import Any

from tests.support.browser import Browser
from tests.support.page import Page
from tests.support.sharing import AUTHORITY

ANSWERS: dict[str, dict[str, Any]] = {
    "organisation": {"organisation": AUTHORITY},
    "what": {"kinds": ["goals", "activities"], "goals": []},
    "why": {"purpose": "plan", "text": ""},
    "until": {"length": "3"},
}


def send(phone: Browser, **fields: Any) -> Page:
    """Answers the question that the phone shows."""
    return phone.form("sharing").fill(**fields).send()


def walk(phone: Browser, until: str = "see", **fields: Any) -> Page:
    """Answers every question up to this one."""
    phone.get("/me/sharing/new")
    for step, usual in ANSWERS.items():
        if step == until:
            break
        known = phone.form("sharing").names
        given = {name: fields[name] for name in fields if name in known}
        send(phone, **({name: usual[name] for name in usual if name in known} | given))
    return phone.page


def press(phone: Browser, button: str) -> Page:
    """Presses the first button with this text."""
    for form in phone.forms():
        if any(each.get_text(strip=True) == button for each in form.buttons):
            return form.send(button)
    raise AssertionError(f"no button {button} on {phone.page}")
