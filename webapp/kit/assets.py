"""The files a browser loads: one script and one style sheet, each also compressed in advance.

`python -m webapp.kit.assets` builds them when something they are made of is newer. The build loads
this file by its path, so it imports nothing of the project.
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
from pathlib import Path

import brotli

STATIC = Path(__file__).resolve().parents[1] / "static"
SCRIPT = "app.js"
STYLE = "app.css"
LIBRARY = "htmx.js"


class WrongLibrary(Exception):
    """The script library is not the file that was reviewed."""


def install_library(source: Path, sha256: str, static: Path = STATIC) -> Path:
    """Copy htmx into the built folder. Raises WrongLibrary if its SHA-256 is another."""
    content = source.read_bytes()
    if (found := hashlib.sha256(content).hexdigest()) != sha256:
        raise WrongLibrary(f"{source.name}: SHA-256 is {found}, expected {sha256}")
    target = static / "built" / LIBRARY
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return target


def build(static: Path = STATIC) -> list[Path]:
    """Make built/app.js (htmx, then our own script: one request) and built/app.css.

    Returns what was written, the compressed copies included.
    """
    built = static / "built"
    parts = [(built / LIBRARY).read_bytes(), (static / SCRIPT).read_bytes()]
    # The semicolon keeps a script that ends without one from running into the next.
    (built / SCRIPT).write_bytes(b"\n;\n".join(parts))
    shutil.copyfile(static / STYLE, built / STYLE)
    return [file for name in (SCRIPT, STYLE) for file in compressed(built / name)]


def compressed(path: Path) -> list[Path]:
    """Write path.gz and path.br beside the file; returns all three."""
    content = path.read_bytes()
    gz, br = path.with_name(path.name + ".gz"), path.with_name(path.name + ".br")
    gz.write_bytes(gzip.compress(content, mtime=0))
    br.write_bytes(brotli.compress(content))
    return [path, gz, br]


def stale(static: Path = STATIC) -> bool:
    """Whether a built file is missing, or older than what it is made of."""
    built = static / "built"
    made = [built / (name + end) for name in (SCRIPT, STYLE) for end in ("", ".gz", ".br")]
    if not all(path.exists() for path in made):
        return True
    sources = [built / LIBRARY, static / SCRIPT, static / STYLE, Path(__file__)]
    oldest = min(path.stat().st_mtime_ns for path in made)
    return any(path.stat().st_mtime_ns > oldest for path in sources)


if __name__ == "__main__":
    if stale():
        print(f"Built {len(build())} files for the browser.")
