"""Checking every participant's log, and anchors to check it against later."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.audit.chain import Break, Head, Link, against, first_break
from webapp.domain.audit.model import LogEntry
from webapp.domain.people.model import Participant, Staff

Anchors = Mapping[str, Head]


@dataclass(frozen=True)
class Checked:
    """One participant's log: how many lines it has, its end, and where it is broken if it is."""

    ref: str
    lines: int
    head: Head
    broken: Break | None


def check_logs(session: Session, anchors: Anchors | None = None) -> Iterator[Checked]:
    """Checks every log, by the participants' references, one participant at a time.

    ``anchors`` are the ends that were kept earlier: they show lines that are gone from the end,
    which a chain by itself cannot, and a log written anew from the first line on.
    """
    kept = dict(anchors or {})
    found = session.execute(_LINES, execution_options={"yield_per": 500})
    for ref, rows in groupby(found, key=lambda row: str(row[0])):
        yield _checked(ref, list(rows), kept.pop(ref, Head()))
    for ref, anchor in sorted(kept.items()):
        yield _checked(ref, [], anchor)


def _checked(ref: str, rows: list[Any], anchor: Head) -> Checked:
    lines = [(Link(*row[:8]), str(row[8])) for row in rows if row[1] is not None]
    digests = {link.number: stored for link, stored in lines}
    broken = first_break(lines) or against(anchor, digests)
    head = Head(lines[-1][0].number, lines[-1][1]) if lines else Head()
    return Checked(ref, len(lines), head, broken)


_LINES = (
    select(
        Participant.ref,
        LogEntry.number,
        Staff.ref,
        LogEntry.staff_name,
        LogEntry.role,
        LogEntry.organisation,
        LogEntry.what,
        LogEntry.at,
        LogEntry.digest,
    )
    .outerjoin(LogEntry, LogEntry.participant_id == Participant.id)
    .outerjoin(Staff, Staff.id == LogEntry.staff_id)
    .order_by(Participant.ref, LogEntry.number)
)
