"""The catalogue: every instrument there is, read once from its file."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from webapp.domain.instruments.definitions import (
    Instrument,
    InvalidInstrument,
    Scale,
    UnknownInstrument,
)
from webapp.domain.instruments.parse import instrument_from
from webapp.domain.instruments.scales import Scales, scales_from

CATALOGUE: Final = Path(__file__).with_name("catalogue")
SCALES: Final = "scales.toml"
FROZEN: Final = "frozen.toml"
COMPARABLE: Final = "comparable.toml"
NOT_INSTRUMENTS: Final = (SCALES, FROZEN, COMPARABLE)


@cache
def every_version(folder: Path = CATALOGUE) -> tuple[Instrument, ...]:
    """Every instrument in every version, by id and then oldest first. Read once and kept.

    Raises InvalidInstrument when one of the files cannot be used.
    """
    return read_folder(folder)


@cache
def every_scale(folder: Path = CATALOGUE) -> tuple[Scale, ...]:
    """Every scale, used or not, in the order of the file. Read once and kept."""
    return tuple(_scales(folder).by_id.values())


@cache
def catalogue(folder: Path = CATALOGUE) -> Mapping[str, Instrument]:
    """The newest version of every instrument, by id."""
    return MappingProxyType({one.id: one for one in every_version(folder)})


def instrument(instrument_id: str, version: str | None = None) -> Instrument:
    """One instrument: the given version, or the newest. Raises UnknownInstrument."""
    for one in reversed(every_version()):
        if one.id == instrument_id and version in (None, one.version):
            return one
    raise UnknownInstrument(f"{instrument_id} {version or ''}".strip())


def read_folder(folder: Path) -> tuple[Instrument, ...]:
    """What ``every_version`` says, read anew from the files."""
    scales = _scales(folder)
    paths = (path for path in folder.glob("*.toml") if path.name not in NOT_INSTRUMENTS)
    found = [instrument_from(read_toml(path), source=path.name, scales=scales) for path in paths]
    return tuple(sorted(found, key=lambda one: (one.id, _order(one))))


def read_toml(path: Path) -> dict[str, Any]:
    """The data of one file. Raises InvalidInstrument when it is not there or is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise InvalidInstrument(f"{path.name}: the file is missing") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInstrument(f"{path.name}: not readable as TOML: {error}") from error


def _scales(folder: Path) -> Scales:
    return scales_from(read_toml(folder / SCALES), SCALES)


def _order(one: Instrument) -> tuple[int, ...]:
    """Version 1.10 is newer than 1.9."""
    try:
        return tuple(int(part) for part in one.version.split("."))
    except ValueError as error:
        raise InvalidInstrument(f"{one.name}.toml: version must be like 1.0") from error
