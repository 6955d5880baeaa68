"""A published version never changes: the register of hashes, and the check against it."""

from pathlib import Path

from webapp.domain.instruments.comparable import recorded
from webapp.domain.instruments.definitions import InvalidInstrument
from webapp.domain.instruments.load import (
    CATALOGUE,
    COMPARABLE,
    FROZEN,
    read_folder,
    read_toml,
)


def verify(folder: Path = CATALOGUE) -> list[str]:
    """What is wrong with the published instruments, in words. Empty when all is well.

    Finds a version that changed, one that is gone, one nobody registered, and any file that cannot
    be read. The files are read anew each time.
    """
    try:
        found = {one.name: one.content_hash for one in read_folder(folder)}
        published = read_toml(folder / FROZEN)
    except InvalidInstrument as error:
        return [str(error)]
    changed = [
        f"{name} was changed after it was published. Undo it, and make a new version instead."
        for name in sorted(found.keys() & published.keys())
        if found[name] != published[name]
    ]
    gone = [
        f"{name} is published, but its file is gone."
        for name in sorted(published.keys() - found.keys())
    ]
    new = [
        f'{name} is not registered. Add to {FROZEN}: "{name}" = "{found[name]}"'
        for name in sorted(found.keys() - published.keys())
    ]
    return changed + gone + new + _compared(folder, set(found))


def _compared(folder: Path, known: set[str]) -> list[str]:
    """Records of comparable versions that name no version, or lack who, when or why."""
    try:
        pairs = recorded(folder)
    except InvalidInstrument as error:
        return [str(error)]
    named = [name for pair in pairs for name in pair]
    return [f"{COMPARABLE}: there is no {name}" for name in named if name not in known]
