"""The person to call, as a part of the one statement of a page."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Date, cast, literal, null, select

from webapp.domain.people.model import Assignment
from webapp.domain.people.service import CONTACT, Contact

_KIND: Final = "contact"


def contact_part() -> Any:
    """A select for the statement of a page, with the parameter ``participant``.

    Columns as everywhere there: kind, reference, text, language, day, moment, moment.
    """
    found = CONTACT.subquery().c
    return select(
        literal(_KIND), found.name, found.phone, found.organisation, cast(null(), Date()),
        found.new_since, cast(null(), Assignment.since.type),
    )  # fmt: skip


def contact_of(found: Iterable[Sequence[Any]]) -> Contact | None:
    """The coach, from the rows of ``contact_part``; rows of other kinds are left out."""
    return next((Contact(row[1], row[2], row[3], row[5]) for row in found if row[0] == _KIND), None)
