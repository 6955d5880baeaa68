"""The calendar file: correct to the octet, and nothing personal in it."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.meetings.ics import LONGEST_LINE, calendar_file, escaped, folded

BEGINS = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
MEETING: dict[str, Any] = {
    "ref": "k3v9x2m4q7aa",
    "starts_at": BEGINS,
    "length": timedelta(hours=1),
    "sequence": 2,
    "changed_at": datetime(2026, 3, 1, 8, 5, 9, 123456, tzinfo=UTC),
    "cancelled": False,
    "title": "Möte",
}
MARKS = st.text(st.characters(codec="utf-8"))


def read(file: bytes) -> dict[str, str]:
    """The properties of the event, as another program reads them."""
    lines = file.decode().replace("\r\n ", "").split("\r\n")
    assert lines[-1] == ""
    event = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")]
    return dict(line.split(":", 1) for line in event)


def plain(value: str) -> str:
    """A text as it was before it was escaped."""
    found, marks = "", iter(value)
    for mark in marks:
        following = next(marks) if mark == "\\" else mark
        found += "\n" if (mark, following) in (("\\", "n"), ("\\", "N")) else following
    return found


def test_a_meeting_is_written_as_the_standard_says():
    assert read(calendar_file(**MEETING)) == {
        "UID": read(calendar_file(**MEETING))["UID"],
        "DTSTAMP": "20260301T080509Z",
        "LAST-MODIFIED": "20260301T080509Z",
        "DTSTART": "20260329T013000Z",
        "DTEND": "20260329T023000Z",
        "SEQUENCE": "2",
        "STATUS": "CONFIRMED",
        "SUMMARY": "Möte",
        "CLASS": "PRIVATE",
    }


def test_it_begins_and_ends_as_a_calendar():
    lines = calendar_file(**MEETING).split(b"\r\n")
    assert lines[:2] == [b"BEGIN:VCALENDAR", b"VERSION:2.0"]
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert not [line for line in lines if line.startswith((b"METHOD", b"ORGANIZER", b"LOCATION"))]


def test_the_name_stays_when_the_meeting_is_moved_or_called_off():
    moved = {**MEETING, "starts_at": BEGINS + timedelta(days=7), "sequence": 3}
    files = [read(calendar_file(**each)) for each in (MEETING, moved, {**moved, "cancelled": True})]
    assert len({each["UID"] for each in files}) == 1
    assert files[2]["STATUS"] == "CANCELLED"
    assert read(calendar_file(**{**MEETING, "ref": "other"}))["UID"] != files[0]["UID"]


def test_nothing_of_the_reference_stands_in_it():
    assert MEETING["ref"].encode() not in calendar_file(**MEETING)


@given(title=MARKS)
def test_any_title_comes_back_and_breaks_nothing(title):
    file = calendar_file(**{**MEETING, "title": title})
    assert b"\n" not in file.replace(b"\r\n", b"")
    assert b"\r" not in file.replace(b"\r\n", b"")
    for line in file.split(b"\r\n"):
        assert len(line) <= LONGEST_LINE
        line.decode()  # no letter is cut
    expected = title.replace("\r\n", "\n").replace("\r", "\n")
    expected = "".join(
        mark for mark in expected if mark == "\n" or ord(mark) not in (*range(32), 127)
    )
    assert plain(read(file)["SUMMARY"]) == expected


@given(line=MARKS.filter(lambda text: "\r" not in text and "\n" not in text))
def test_a_folded_line_is_the_same_line(line):
    pieces = list(folded(line))
    assert all(len(piece) <= LONGEST_LINE for piece in pieces)
    assert b"".join([pieces[0], *(piece[1:] for piece in pieces[1:])]).decode() == line
    assert all(piece.startswith(b" ") for piece in pieces[1:])


@given(text=MARKS)
def test_an_escaped_text_has_no_bare_mark(text):
    found = escaped(text)
    for mark in ("\\\\", "\\;", "\\,", "\\n"):
        found = found.replace(mark, "")
    assert not set(found) & {"\\", ";", ",", "\n", "\r"}


@given(
    at=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001
    hours=st.integers(-14, 14),
)
def test_any_time_is_written_in_utc(at, hours):
    local = at.replace(tzinfo=timezone(timedelta(hours=hours)))
    found = read(calendar_file(**{**MEETING, "starts_at": local}))["DTSTART"]
    back = datetime.strptime(found, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    assert back == local.replace(microsecond=0)
