"""What is open, as a condition: the one that every statement for another organisation uses."""

from typing import Any

from sqlalchemy import ColumnElement, bindparam, literal, or_

from webapp.domain.sharing.rules import Kind, Opened


def is_open(kind: Kind, ref: Any = None) -> ColumnElement[bool]:
    """Whether all of the kind is open, or the one thing that this column names.

    Parameters ``kinds`` and ``single``, as in ``open_values``, are bound.
    """
    whole = literal(kind).in_(bindparam("kinds", expanding=True))
    if ref is None:
        return whole
    named = literal(f"{kind}/").concat(ref)
    return or_(whole, named.in_(bindparam("single", expanding=True)))


def open_values(opened: Opened) -> dict[str, list[str]]:
    """What the conditions are bound to."""
    named = sorted(f"{item.kind}/{item.ref}" for item in opened.single)
    # A statement is compiled for each length of a list, so there are few lengths.
    filled = 1 << max(0, len(named) - 1).bit_length()
    return {
        "kinds": sorted(opened.kinds),
        "single": named + [""] * (filled - len(named)),
    }
