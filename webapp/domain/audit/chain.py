"""The chain of a participant's log: each line carries a digest of itself and of the line before.

Pure. A line that is changed, taken out or moved no longer fits. That the newest lines are gone can
only be seen against an ``Anchor`` that was kept somewhere else.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

Fault = Literal["missing", "changed", "shorter"]


@dataclass(frozen=True)
class Head:
    """The end of a chain: the number of its newest line, and that line's digest."""

    number: int = 0
    digest: str = ""


@dataclass(frozen=True)
class Link:
    """One line of a log as its digest sees it: references, and names as they stood then."""

    participant: str
    number: int
    staff: str
    name: str
    role: str
    organisation: str
    what: str
    at: datetime


@dataclass(frozen=True)
class Break:
    """Where a chain does not hold.

    ``missing``: no line has this number. ``changed``: the line is not the one that was written.
    ``shorter``: the log ends before a line that an anchor knows.
    """

    number: int
    fault: Fault


def digest(before: str, link: Link) -> str:
    """SHA-256 over the digest of the line before and everything that this line says. 64 hex digits.

    In one form for ever: a JSON list without spaces, the time in UTC with six decimals.
    """
    said = [
        before,
        link.participant,
        link.number,
        link.staff,
        link.name,
        link.role,
        link.organisation,
        link.what,
        link.at.astimezone(UTC).isoformat(timespec="microseconds"),
    ]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def first_break(lines: Iterable[tuple[Link, str]]) -> Break | None:
    """Where the chain breaks first, or None when it holds.

    ``lines`` are the lines of one log in the order of their numbers, each with its stored digest.
    """
    head = Head()
    for link, stored in lines:
        if link.number != head.number + 1:
            return Break(head.number + 1, "missing")
        if digest(head.digest, link) != stored:
            return Break(link.number, "changed")
        head = Head(link.number, stored)
    return None


def against(anchor: Head, digests: dict[int, str]) -> Break | None:
    """Where a log is no longer the one that the anchor was made of; None when it has only grown.

    ``digests`` are those of the log's lines, by number.
    """
    if anchor.number == 0:
        return None
    if max(digests, default=0) < anchor.number:
        return Break(max(digests, default=0) + 1, "shorter")
    return None if digests.get(anchor.number) == anchor.digest else Break(anchor.number, "changed")
