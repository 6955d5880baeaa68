"""The file of scales: which answers an item can have."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from webapp.domain.instruments.definitions import InvalidInstrument, Option, Scale
from webapp.domain.instruments.table import Table

OUTSIDE: Final = ("dk", "skip")


@dataclass(frozen=True, slots=True)
class Scales:
    """Every scale by its id, and the answers outside all of them (``dk``, ``skip``) by code.

    ``data`` is what the file said, for the hash of the instruments that use it.
    """

    by_id: Mapping[str, Scale]
    outside: Mapping[str, Option]
    data: Mapping[str, Any]


def scales_from(data: Mapping[str, Any], source: str) -> Scales:
    """The scales in what was read from the file ``source``. Raises InvalidInstrument."""
    groups = {name: _options(name, rows, source) for name, rows in data.items()}
    outside = {option.code: option for option in groups.pop("outside", ())}
    if tuple(outside) != OUTSIDE:
        raise InvalidInstrument(f"{source}: outside must hold dk and skip, in that order")
    for name, options in groups.items():
        _check(options, f"{source}, {name}")
    scales = {name: Scale(id=name, options=options) for name, options in groups.items()}
    return Scales(by_id=scales, outside=outside, data=data)


def _options(name: str, rows: object, source: str) -> tuple[Option, ...]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InvalidInstrument(f"{source}: {name} must be a list of answers")
    return tuple(_option(Table(row, f"{source}, {name}")) for row in rows)


def _option(row: Table) -> Option:
    value = row.number("code", least=1) if row.holds("code", int) else None
    code = row.text("code") if value is None else str(value)
    if value is None and not (code.replace("_", "").isalpha() and code.islower()):
        raise row.wrong(f"code {code!r} must be a number or a word in small letters")
    option = Option(code=code, value=value, wording=row.here())
    row.end()
    return option


def _check(options: tuple[Option, ...], where: str) -> None:
    codes = [option.code for option in options]
    if len(set(codes)) != len(codes):
        raise InvalidInstrument(f"{where}: the same code twice")
    if any(code in OUTSIDE for code in codes):
        raise InvalidInstrument(f"{where}: dk and skip stand outside every scale")
    values = [option.value for option in options]
    steps, names = list(range(1, len(options) + 1)), [None] * len(options)
    if values not in (steps, names):
        raise InvalidInstrument(f"{where}: codes must be 1, 2, 3 … in order, or all be words")
