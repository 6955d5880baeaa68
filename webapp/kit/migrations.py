"""Bringing the database to the newest migration.

Alembic is loaded by the commands that migrate, not by every worker that only asks what is newest.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, column, inspect, select, table

from webapp.domain.database import make_engine
from webapp.settings import ROOT

if TYPE_CHECKING:
    from alembic.config import Config

REVISIONS = table("alembic_version", column("version_num"))


def folder() -> Path:
    """Where the migrations are: beside the package, or inside an installed one."""
    beside = ROOT / "migrations"
    return beside if beside.exists() else ROOT / "webapp" / "_migrations"


def config(database_url: str) -> Config:
    """Alembic's configuration for this database."""
    from alembic.config import Config

    found = Config()
    found.set_main_option("script_location", str(folder()))
    found.set_main_option("path_separator", "os")
    found.set_main_option("sqlalchemy.url", database_url.replace("%", "%%"))
    return found


def upgrade(database_url: str, revision: str = "head") -> None:
    """Brings the database to this revision, one transaction for each migration run."""
    from alembic import command

    engine = make_engine(database_url, foreign_keys=False)
    settings = config(database_url)
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, revision)
    engine.dispose()


def write(database_url: str, name: str) -> None:
    """Writes the next migration: what the models say beyond this database. Read and mend it."""
    from alembic import command

    engine = make_engine(database_url, foreign_keys=False)
    settings = config(database_url)
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        command.revision(settings, name, autogenerate=True, rev_id=f"{int(newest()) + 1:04}")
    engine.dispose()


def newest() -> str:
    """The revision of the newest migration: the number that its file's name begins with."""
    return max(file.name.split("_")[0] for file in (folder() / "versions").glob("*.py"))


def is_current(engine: Engine) -> bool:
    """Whether the database has the newest migration."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(REVISIONS.name):
            return False
        return connection.scalars(select(REVISIONS.c.version_num)).all() == [newest()]
