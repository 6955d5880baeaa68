"""A meeting as a calendar file (RFC 5545): its time, its length and a neutral title. Pure.

Nothing personal is in it. Calendars are shared, synchronised and read by others: no name, no place,
no organisation, no link, and nothing that says which service wrote it.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

LONGEST_LINE = 75  # octets without the line end (3.1)
# No METHOD: with one, an ORGANIZER is needed (RFC 5546), and that is somebody's name.
PRODUCT = "-//Meeting//Calendar file//EN"
OURS = UUID("6f1d6c0e-95a4-4bb5-9a7e-2f4f0d1c7a53")


def calendar_file(
    *,
    ref: str,
    starts_at: datetime,
    length: timedelta,
    sequence: int,
    changed_at: datetime,
    cancelled: bool,
    title: str,
) -> bytes:
    """The whole file. ``sequence`` rises with every change, ``changed_at`` is when that was.

    The same meeting has the same UID always, and the reference cannot be read from it.
    """
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        f"UID:{uuid5(OURS, ref)}",
        f"DTSTAMP:{_utc(changed_at)}",
        f"LAST-MODIFIED:{_utc(changed_at)}",
        f"DTSTART:{_utc(starts_at)}",
        f"DTEND:{_utc(starts_at + length)}",
        f"SEQUENCE:{sequence}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        f"SUMMARY:{escaped(title)}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return b"".join(piece + b"\r\n" for line in lines for piece in folded(line))


def escaped(text: str) -> str:
    """A text as the value of a property (3.3.11): no control marks, and the four marks escaped."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(mark for mark in plain if mark == "\n" or not _control(mark))
    for mark in ("\\", ";", ","):
        plain = plain.replace(mark, f"\\{mark}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> Iterator[bytes]:
    """The line in pieces of at most 75 octets; no letter is cut. All but the first begin with a
    space."""
    piece = b""
    for mark in line:
        octets = mark.encode()
        if len(piece) + len(octets) > LONGEST_LINE:
            yield piece
            piece = b" "
        piece += octets
    yield piece


def _control(mark: str) -> bool:
    return ord(mark) < 32 or ord(mark) == 127


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
