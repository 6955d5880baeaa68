"""``migrate`` and ``backup``."""

import os
import sqlite3
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlalchemy import Engine

from webapp.kit import migrations
from webapp.kit.database import engine
from webapp.kit.signed_in import settings


@click.command("migrate")
@click.option(
    "--new", "name", metavar="NAME", help="Then write the next migration, from the models."
)
@with_appcontext
def migrate(name: str | None) -> None:
    """Bring the database to the newest migration. Run again, it changes nothing."""
    url = settings().database_url
    migrations.upgrade(url)
    if name:
        migrations.write(url, name)
    click.echo(f"The database {engine().url!r} is up to date.")


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@with_appcontext
def backup(file: Path) -> None:
    """Copy the whole database to FILE while people go on using it.

    The copy is as private as the database: it is made for its owner's eyes only.
    """
    if engine().dialect.name != "sqlite":
        raise click.ClickException(f"Nothing was copied. For PostgreSQL run: {_dump(file)}")
    if file.exists():
        raise click.ClickException(f"{file} exists already, and was left as it is.")
    try:
        copy(engine(), file)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}.") from error
    click.echo(f"Copied and checked: {file}, {file.stat().st_size // 1024} KiB.")


def _dump(file: Path) -> str:
    # Without the password, which would end up in the shell's history.
    url = engine().url.set(drivername="postgresql", password=None)
    return f"pg_dump --format=custom --file={file} {url.render_as_string()}"


def copy(source: Engine, file: Path) -> None:
    """Copies a SQLite database page by page, checks the copy and only then gives it its name.

    Raises ``ClickException`` for a copy that is not whole.
    """
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL, 0o600))
    with source.connect() as connection, sqlite3.connect(part) as target:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - the dialect says so
        driver.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
        problems = [row[0] for row in target.execute("PRAGMA integrity_check")]
    target.close()
    if problems != ["ok"]:
        raise click.ClickException(f"The copy is damaged: {problems[0]}")
    part.replace(file)
