"""``audit verify`` and ``audit anchor``: that nobody has taken a line out of anybody's log."""

import json
import os
from dataclasses import asdict
from pathlib import Path

import click
from flask.cli import with_appcontext

from webapp.domain.audit.chain import Break, Head
from webapp.domain.sharing.log_chain import Anchors, Checked, check_logs
from webapp.kit.clock import now
from webapp.kit.database import reading

FAULTS = {
    "missing": "line {number} is missing",
    "changed": "line {number} is not the one that was written",
    "shorter": "the log ends before line {number}, which the anchor knows",
}


@click.group("audit")
def audit() -> None:
    """Who has opened whose page: the logs."""


@audit.command("verify")
@click.option(
    "--against",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A file that `audit anchor` has written: shows what is gone from the end.",
)
@with_appcontext
def verify(against: Path | None) -> None:
    """Check that every participant's log is whole. Ends with status 1 when one is not."""
    found = list(check_logs(reading(), _read(against) if against else None))
    for each in found:
        click.echo(f"{each.ref}  {_said(each)}", err=each.broken is not None)
    broken = sum(each.broken is not None for each in found)
    if broken:
        raise click.ClickException(f"{broken} of {len(found)} logs are broken.")
    click.echo(f"{len(found)} logs are whole, {sum(each.lines for each in found)} lines.")


@audit.command("anchor")
@click.argument("file", type=click.Path(path_type=Path))
@with_appcontext
def anchor(file: Path) -> None:
    """Write the end of every log to FILE, which holds references and digests and no names.

    Keep the file where nobody can reach who can write to the database.
    """
    found = list(check_logs(reading()))
    if any(each.broken for each in found):
        raise click.ClickException("A log is broken, so nothing was written. Run: audit verify")
    ends = {each.ref: asdict(each.head) for each in found}
    text = json.dumps({"at": now().isoformat(timespec="seconds"), "logs": ends}, indent=1)
    _write(file, text)
    click.echo(f"Wrote the ends of {len(ends)} logs to {file}.")


def _write(file: Path, text: str) -> None:
    try:
        with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as open_:
            open_.write(f"{text}\n")
    except FileExistsError as error:
        raise click.ClickException(f"{file} exists already, and was left as it is.") from error
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}.") from error


def _said(each: Checked) -> str:
    if each.broken is None:
        return f"whole, {each.lines} lines"
    return f"BROKEN: {_fault(each.broken)}"


def _fault(broken: Break) -> str:
    return FAULTS[broken.fault].format(number=broken.number)


def _read(file: Path) -> Anchors:
    try:
        logs = json.loads(file.read_text("utf-8"))["logs"]
        return {ref: Head(int(end["number"]), str(end["digest"])) for ref, end in logs.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise click.ClickException(f"{file} is no anchor: write one with audit anchor.") from error
