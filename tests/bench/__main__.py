"""``python -m tests.bench``: measures, and prints a table, or with ``--json`` only JSON."""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from tests.bench import phone, report, safety, speed, statements
from tests.bench.report import Figure
from tests.bench.scene import Scene, prepared
from webapp.settings import ROOT

INSTANCE = ROOT / "instance"  # on the disk where real data stands, not in memory
PARTS: dict[str, Callable[[Scene], Iterator[Figure]]] = {
    "phone": phone.measure,
    "statements": statements.measure,
    "speed": speed.measure,
    "safety": safety.measure,
}


def main() -> None:
    """Takes about three minutes. What is slow or fails here is only told: the status is 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print only JSON")
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part")
    chosen = parser.parse_args()
    figures: list[Figure] = []
    INSTANCE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=INSTANCE) as folder, prepared(Path(folder)) as scene:
        for name in chosen.only or PARTS:
            click.echo(f"Measuring: {name}", err=True)
            try:
                figures += PARTS[name](scene)
            except Exception as error:
                figures.append(Figure(f"{name} failed: {error}", None))
    click.echo(report.as_json(figures) if chosen.json else report.as_table(figures))


main()
