"""Bringing the database to the newest migration."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from webapp.domain.database import make_engine
from webapp.settings import ROOT


def folder() -> Path:
    """Where the migrations are: beside the package, or inside an installed one."""
    beside = ROOT / "migrations"
    return beside if beside.exists() else ROOT / "webapp" / "_migrations"


def config(database_url: str) -> Config:
    """Alembic's configuration for this database."""
    found = Config()
    found.set_main_option("script_location", str(folder()))
    found.set_main_option("path_separator", "os")
    found.set_main_option("sqlalchemy.url", database_url.replace("%", "%%"))
    return found


def upgrade(database_url: str, revision: str = "head") -> None:
    """Brings the database to this revision, one transaction for each migration run."""
    engine = make_engine(database_url, foreign_keys=False)
    settings = config(database_url)
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, revision)
    engine.dispose()


def is_current(engine: Engine, database_url: str) -> bool:
    """Whether the database has the newest migration."""
    with engine.connect() as connection:
        now = MigrationContext.configure(connection).get_current_revision()
    return now == ScriptDirectory.from_config(config(database_url)).get_current_head()
