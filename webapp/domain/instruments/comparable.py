"""Which versions of an instrument are one series, as a person has recorded it.

Other wording is another question, so a new version starts a new series of its own. Somebody who
has compared the two can say that they ask the same: with name, day and reason in the file.
"""

from functools import cache
from pathlib import Path
from typing import Final

from webapp.domain.instruments.definitions import Instrument
from webapp.domain.instruments.load import CATALOGUE, COMPARABLE, read_toml
from webapp.domain.instruments.table import Table

SAYS: Final = ("newer", "older", "by", "on", "why")


def continues(instrument: Instrument, version: str, folder: Path = CATALOGUE) -> bool:
    """Whether answers to ``version`` belong to the same series as those to this instrument."""
    names, wanted = {instrument.name}, f"{instrument.id}-{version}"
    for newer, older in reversed(recorded(folder)):
        if newer in names:
            names.add(older)
    return wanted in names


@cache
def recorded(folder: Path = CATALOGUE) -> tuple[tuple[str, str], ...]:
    """Pairs of newer and older names, oldest record first. Raises InvalidInstrument when a record
    lacks who, when or why."""
    if not (folder / COMPARABLE).exists():
        return ()
    found = []
    for row in read_toml(folder / COMPARABLE).get("comparable", []):
        table = Table(row, COMPARABLE)
        newer, older, *_ = (table.text(key) for key in SAYS)
        table.end()
        found.append((newer, older))
    return tuple(found)
