"""Runs migrations: on SQLite without foreign keys, so that rebuilding a table loses no rows."""

from alembic import context
from sqlalchemy import Connection

from webapp.domain.database import make_engine
from webapp.domain.schema import UtcDateTime
from webapp.domain.tables import METADATA
from webapp.settings import from_environment


def plain_times(kind: str, item: object, _context: object) -> str | bool:
    """A migration must not change when our own type does."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        render_item=plain_times,
    )
    with context.begin_transaction():
        context.run_migrations()
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"rows that point nowhere: {broken[:3]}")


def main() -> None:
    given = context.config.attributes.get("connection")
    if given is not None:
        run(given)
        return
    url = context.config.get_main_option("sqlalchemy.url") or from_environment().database_url
    engine = make_engine(url, foreign_keys=False)
    with engine.connect() as connection:
        run(connection)
        connection.commit()
    engine.dispose()


main()
