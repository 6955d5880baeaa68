"""A machine that translates into Swedish, when the installation has one: LibreTranslate's protocol.

Only a person's tap asks it, outside every transaction. The application needs nothing of it.
"""

import http.client
import json
import time
from collections.abc import Mapping
from typing import Any, Literal
from urllib.parse import urlsplit

from webapp.domain.meaning.rules import LONGEST_MEANING
from webapp.domain.texts import is_blank
from webapp.kit.requests import STRANGE
from webapp.kit.signed_in import settings

Reason = Literal["silent", "language", "long"]

SECONDS = 6.0
LONGEST = 2000  # characters that are sent
LARGEST = 64 * 1024  # bytes that are read
TARGET = "sv"
# From our tags of written languages to the service's codes, where the two differ. Dari is written
# Persian, and a machine's text is marked as one that may be wrong.
CODES: Mapping[str, str] = {"fa-AF": "fa", "prs": "fa", "nb": "nb", "zh-Hans": "zh"}


class NotTranslated(Exception):
    """The machine gave nothing: it is ``silent``, does not know the language, or it is too long."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def is_on() -> bool:
    """Whether this installation has a machine."""
    return bool(settings().translate_url)


def code_of(tag: str) -> str:
    """What the service calls the language of this tag."""
    return CODES.get(tag) or tag.replace("_", "-").partition("-")[0].lower()


def translate(text: str, lang: str) -> str:
    """The text in Swedish, at most ``LONGEST_MEANING`` characters. Raises ``NotTranslated``."""
    if len(text) > LONGEST:
        raise NotTranslated("long")
    sent = {"q": text, "source": code_of(lang), "target": TARGET, "format": "text"}
    if settings().translate_key:
        sent["api_key"] = settings().translate_key
    try:
        status, answer = _ask(settings().translate_url, json.dumps(sent).encode())
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NotTranslated("silent") from error
    return _text(status, answer)


def _text(status: int, answer: Any) -> str:
    said = answer if isinstance(answer, dict) else {}
    if status == http.HTTPStatus.BAD_REQUEST and "support" in str(said.get("error", "")).lower():
        raise NotTranslated("language")
    text = said.get("translatedText")
    if status != http.HTTPStatus.OK or not isinstance(text, str):
        raise NotTranslated("silent")
    clean = STRANGE.sub("", text).strip()
    if is_blank(clean) or len(clean) > LONGEST_MEANING:
        raise NotTranslated("silent")
    return clean


def _ask(url: str, body: bytes) -> tuple[int, Any]:
    """Status and answer. No redirection is followed: the words go to the address of the setting."""
    parts, until = urlsplit(url), time.monotonic() + SECONDS
    secure = parts.scheme == "https"
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=SECONDS)
    try:
        path = f"{parts.path.rstrip('/')}/translate"
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        connection.request("POST", path, body, headers)
        response = connection.getresponse()
        return response.status, json.loads(_read(response, until))
    finally:
        connection.close()


def _read(response: http.client.HTTPResponse, until: float) -> bytes:
    """The whole answer. Raises ``ValueError`` when it is too large or comes too slowly."""
    found = b""
    while part := response.read1(8192):
        found += part
        if len(found) > LARGEST or time.monotonic() > until:
            raise ValueError("too much, or too slow")
    return found
